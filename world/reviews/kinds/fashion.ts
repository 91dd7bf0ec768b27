import type { FashionKind } from '../../products/fashion.ts';
import type { KindRemarks } from '../remarks.ts';

export const fashionKinds: Readonly<Record<FashionKind, KindRemarks>> = {
  top: {
    use: 'worn',
    likes: {
      fabric: ['The cloth is soft and does not scratch at the neck.', 'Breathes well, no sweat marks by noon.'],
      sewing: 'Seams are straight, no loose threads.',
      wash: ['Washed it five times, still in shape.', 'Colour is the same after many washes.'],
      fit: 'Sits well on the shoulders, which is rare for me.',
    },
    niggles: {
      long: 'A little long on me.',
      label: 'The label scratches, I cut it out.',
      softer: 'The colours are a little softer than on the screen.',
    },
    faults: {
      wash: 'Shrank two sizes in a cold wash.',
      fit: ['Ordered L, it fits my twelve-year-old.', 'Two sizes too small, although I followed the chart.'],
      bled: 'The colour bled over everything else in the machine.',
    },
  },
  bottom: {
    use: 'worn',
    likes: {
      comfort: [
        'So comfortable that I wear it at home and outside.',
        'Sat in a bus for nine hours in it, no complaint.',
      ],
      cloth: 'The cloth is light but not see-through.',
      dries: 'Dries overnight on the balcony.',
      cut: 'The cut flatters, {who} says.',
    },
    niggles: {
      wrinkle: 'Wrinkles when you sit.',
      colour: 'The colour is a touch lighter than in the photo.',
    },
    faults: {
      seam: 'The seam split when I bent down, at work of course.',
      dye: 'The dye came off on my legs and on the sofa.',
      hole: 'Had a small hole near the hem from the start.',
    },
  },
  footwear: {
    use: 'worn',
    likes: {
      walk: ['On my feet all day and they do not hurt.', 'No blister, not even on the first day.'],
      light: 'Light, I hardly feel them.',
      look: 'They look more expensive than they were.',
      size: 'The chart in centimetres is right.',
    },
    niggles: {
      breakIn: 'They need two or three days to break in.',
      narrow: 'Narrow at the front for broad feet.',
      smell: 'Smelled of glue for some days.',
    },
    faults: {
      sole: ['The sole came off after {soon}.', 'Glue everywhere, and still it did not hold.'],
      blister: 'Blisters on both heels, I gave them three chances.',
      unequal: 'Left and right are not the same size. Really.',
    },
  },
  bag: {
    use: 'thing',
    likes: {
      inside: 'Inside it is better finished than many expensive bags.',
      strong: [
        'Carried far more than I should have put in, and nothing tore.',
        'Still looks new after {time} of daily use.',
      ],
      asked: 'Strangers ask me where it is from.',
      weight: 'Weighs nearly nothing when empty.',
    },
    niggles: {
      strap: 'The strap slides off a narrow shoulder.',
      small: 'A bit smaller than I imagined.',
    },
    faults: {
      strap: 'The strap tore out after {soon}.',
      lining: 'The lining ripped the first time I used it.',
      smell: 'Smells of mould, even after a week in the sun.',
    },
  },
  rainwear: {
    use: 'worn',
    likes: {
      weather: 'Sun or rain, it goes everywhere with me.',
      packs: 'Packs so small that I always have it along.',
      sewing: 'Better sewn than the ones from the roadside.',
      light: 'Weighs next to nothing.',
    },
    niggles: {
      fold: 'Folding it back the way it came is an art.',
      pouch: 'The pouch it comes in is too tight.',
    },
    faults: {
      ripped: 'Ripped at the seam after {soon}.',
      stain: 'Came with a stain and a torn corner.',
      fastener: 'The fastener broke the second time I used it.',
    },
  },
};
