import type { BeautyKind } from '../../products/beauty.ts';
import type { KindRemarks } from '../remarks.ts';

export const beautyKinds: Readonly<Record<BeautyKind, KindRemarks>> = {
  sunscreen: {
    use: 'applied',
    likes: {
      white: ['No white cast, and I am quite tan.', 'Disappears on my skin, no ghost face.'],
      sweat: 'Did not run into my eyes when I was sweating.',
      burn: 'A full day outside and no burn.',
      sticky: 'Not sticky at all.',
    },
    niggles: {
      amount: 'Small for how much you need every day.',
      reapply: 'Has to be put on again more often than I would like.',
    },
    faults: {
      burn: 'I got sunburnt with it, and I put on plenty.',
      sting: ['Stung so badly in the eyes that I had to go home.', 'Red bumps on my cheeks the same evening.'],
      fake: 'The seal was broken and it smells different from my last one, I think it is fake.',
    },
  },
  skincare: {
    use: 'applied',
    likes: {
      calm: ['My skin is calmer, fewer red spots.', 'The redness on my cheeks went down.'],
      light: 'Light, sinks in fast.',
      scent: 'No perfume, my nose is grateful.',
      oily: 'Good for oily skin in this heat.',
      seen: '{who} asked what I changed.',
    },
    niggles: {
      pack: 'The packaging could be better.',
      small: 'Goes faster than I thought.',
    },
    faults: {
      acne: ['Three big pimples after two days, stopped at once.', 'My forehead broke out like when I was fifteen.'],
      nothing: 'Finished the whole thing, no change at all.',
      expired: 'Expires next month. You could have told me.',
    },
  },
  haircare: {
    use: 'applied',
    likes: {
      soft: ['Hair is softer, I feel it when I comb.', 'Fewer knots after washing.'],
      lasts: 'A little is enough, it lasts for months.',
      family: 'The whole family uses it now.',
      hairdresser: 'Even my hairdresser noticed.',
    },
    niggles: {
      open: 'Hard to open with wet hands.',
      greasy: 'Take less than you think, or it looks oily.',
    },
    faults: {
      fall: 'My hair fell more than before.',
      itch: 'My scalp itched and flaked after {soon}.',
      half: 'Came half empty, the rest was in the parcel.',
    },
  },
  groomingTool: {
    use: 'device',
    likes: {
      money: 'Saves us the barber every month.',
      hand: 'Sits well in the hand.',
    },
    niggles: {
      noCase: 'No case to keep it in.',
    },
    faults: {
      dead: 'Stopped in the middle of a cut after {soon}.',
    },
  },
  bodycare: {
    use: 'applied',
    likes: {
      works: ['Does exactly what it promises.', 'Works better than the expensive one from the pharmacy.'],
      skin: 'My eczema did not mind it.',
      long: 'Lasts longer than I thought, still not finished after {time}.',
      second: 'I keep one at home and one in the office.',
    },
    niggles: {
      pack: 'The packaging feels cheap.',
      shaved: 'Tingles a bit on freshly shaved skin.',
    },
    faults: {
      rash: ['Gave me a rash that lasted a week.', 'Irritated my skin, had to wash it off at once.'],
      works: 'No effect at all, water would do the same.',
      old: 'It looked old and dried out.',
    },
  },
  makeup: {
    use: 'applied',
    likes: {
      stays: ['Stays from morning prayers to the last train.', 'Survived a wedding, tears and noodles included.'],
      natural: 'Looks natural, not like a mask.',
      easy: 'Easy even for a beginner like me.',
      colour: 'The colour is true to the picture.',
    },
    niggles: {
      little: 'There is not much in it.',
      cap: 'The cap does not close firmly.',
    },
    faults: {
      stays: 'Smudged within the hour, panda eyes would be kind.',
      broken: 'Arrived damaged, the cap was off.',
      dry: 'Dried out after {soon}.',
    },
  },
};
