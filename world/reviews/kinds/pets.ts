import type { PetsKind } from '../../products/pets.ts';
import type { KindRemarks } from '../remarks.ts';

export const petsKinds: Readonly<Record<PetsKind, KindRemarks>> = {
  petFood: {
    use: 'supply',
    likes: {
      bowl: ['The bowl is empty before I have put it down.', 'Even our picky one eats it.'],
      coat: 'The coat got shinier, {who} noticed first.',
      poo: 'Sorry for the detail, but the poo is better.',
      vet: 'The vet read the label and nodded.',
    },
    niggles: {
      smell: 'Smells strongly, but it is not for me to eat.',
      price: 'Gets expensive with more than one mouth.',
    },
    faults: {
      sick: ['Vomited after each meal, stopped on the third day.', 'Diarrhoea for two days.'],
      refuse: 'Sniffed once, walked away. Tried for a week.',
      old: 'Nearly expired and the pack was puffed up.',
    },
  },
  hygiene: {
    use: 'supply',
    likes: {
      smell: ['The flat does not smell of pet any more.', 'Visitors do not notice that we have animals.'],
      easy: 'Makes the weekly cleaning half as bad.',
      accepted: 'Mine did not mind it at all.',
      repeat: 'On repeat order since.',
    },
    niggles: {
      used: 'They need some days to get used to it.',
      price: 'A bit more expensive than the usual ones.',
    },
    faults: {
      worse: 'Smells worse than without.',
      scared: 'Mine refuses to go near it, money for nothing.',
      less: 'Less in the box than last time, same price.',
    },
  },
  petBed: {
    use: 'thing',
    likes: {
      first: ['Slept on it from the first minute.', 'Taken over before I had removed the label.'],
      clean: 'Easy to clean, fur comes right off.',
      looks: 'Does not look ugly in the living room.',
    },
    niggles: {
      ignored: 'Ignored for a week, of course, then loved.',
      small: 'A bit small for a big one.',
    },
    faults: {
      chewed: 'Destroyed within {soon}, and mine is not a chewer.',
      tore: 'Gave way at the first jump.',
      smell: 'A chemical smell that does not go.',
    },
  },
  walking: {
    use: 'thing',
    likes: {
      walk: ['We go out more since.', 'Nobody pulls and nobody cries any more when we go out.'],
      fit: 'Fits after measuring as they say.',
      strong: 'Feels strong, good stitching.',
      smiles: 'We get smiles everywhere.',
    },
    niggles: {
      measure: 'Measure twice, sizes are different from other brands.',
      fur: 'Fur sticks to it.',
    },
    faults: {
      loose: 'It came loose in the middle of the street. My heart stopped.',
      broke: 'Broke after {soon}.',
      stitching: 'Poor stitching everywhere.',
    },
  },
  tankOrCage: {
    use: 'thing',
    likes: {
      healthy: ['They are more lively since.', 'Everybody is alive and well after {time}.'],
      looks: 'Looks good in the corner of the room.',
      beginner: 'Good for beginners, {who} managed alone.',
      price: 'The pet shop asks double.',
    },
    niggles: {
      size: 'Smaller than it looks in the photos.',
      guide: 'No instructions, but the internet helps.',
    },
    faults: {
      damaged: 'Damaged on arrival.',
      cheap: 'Cheaply made, it shows everywhere.',
    },
  },
};
