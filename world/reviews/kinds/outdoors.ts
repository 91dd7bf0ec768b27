import type { OutdoorsKind } from '../../products/outdoors.ts';
import type { KindRemarks } from '../remarks.ts';

export const outdoorsKinds: Readonly<Record<OutdoorsKind, KindRemarks>> = {
  racket: {
    use: 'thing',
    likes: {
      play: ['We play every week now.', 'Our game got better, or at least more fun.'],
      club: 'The others at the club want the same.',
      feel: 'Feels right from the first rally.',
      kids: 'Good for playing with the kids after dinner.',
    },
    niggles: {
      pros: 'Not for real pros, but who is.',
      tube: 'The packing could be stronger.',
    },
    faults: {
      broke: ['Broke in the second game.', 'Lasted one evening.'],
      copy: 'This is a copy, even the logo is crooked.',
      balance: 'Badly balanced, you feel it at once.',
    },
  },
  fitness: {
    use: 'thing',
    likes: {
      home: ['No gym fee any more, the living room will do.', 'I train at home now, before the kids wake up.'],
      quality: 'Made for years, not for January.',
      beginner: 'Good for beginners, {who} started with it too.',
      result: 'Lost three kilos since, together with less nasi lemak.',
    },
    niggles: {
      smell: 'Smells of rubber for the first week.',
      manual: 'The instructions could show more.',
    },
    faults: {
      broke: 'Broke after {soon} of light use.',
      unsafe: 'Feels unsafe, I stopped using it.',
    },
  },
  camping: {
    use: 'thing',
    likes: {
      trip: ['Took it along for three nights, worked like a dream.', 'First trip outdoors with {who}, saved by this.'],
      pack: 'Packs small, I always find room.',
      night: 'Used it in heavy rain at two in the morning, no problem.',
      light: 'Light enough to carry for a day.',
    },
    niggles: {
      packing: 'Comes with too much packaging.',
      try: 'Try it at home first.',
    },
    faults: {
      broke: 'Failed on the first night, in the middle of nowhere.',
      part: 'An important part was not in the box.',
      thin: 'Thin and cheap, I would not trust it far from home.',
    },
  },
  riding: {
    use: 'thing',
    likes: {
      ride: ['I ride forty kilometres a day with it.', 'Rain, dust and heat, it takes all.'],
      fit: 'Fits well, nothing moves.',
      safe: 'I feel better on the road with it.',
      riders: 'All the riders at our corner asked me for the link.',
    },
    niggles: {
      price: 'A bit pricey for my budget.',
      dirt: 'Dirt shows quickly.',
    },
    faults: {
      broke: ['Fell apart on my daily route.', 'Did not last, {soon} and finished.'],
      finish: 'The finish looks second-hand.',
    },
  },
  water: {
    use: 'thing',
    likes: {
      sea: ['Three days in the sea and no trouble.', 'Salt and sun did nothing to it.'],
      fit: 'Sits well and stays where it is.',
      dry: 'Rinse, hang up, dry within the hour.',
      holiday: 'Made our holiday.',
    },
    niggles: {
      rinse: 'Rinse it well or it gets stiff.',
      bag: 'The bag it comes in is thin.',
    },
    faults: {
      trip: 'Bought it for one trip and it did not last the trip.',
      torn: 'Tore after {soon}.',
    },
  },
};
