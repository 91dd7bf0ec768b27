import type { FoodKind } from '../../products/food.ts';
import type { KindRemarks } from '../remarks.ts';

export const foodKinds: Readonly<Record<FoodKind, KindRemarks>> = {
  sauce: {
    use: 'eaten',
    likes: {
      always: ['Our dinners got better.', 'My fridge is never without it any more.'],
      balance: 'Salty, hot and a little sweet, in the right order.',
      homemade: 'Tastes home-made, not of factory.',
      strict: 'Even {who}, who is strict about food, asked for the name.',
    },
    niggles: {
      oil: 'A lot of oil on top, stir it well.',
      salt: 'A bit salty for me, but I am not young any more.',
      small: 'Gone too fast, please sell a bigger size.',
    },
    faults: {
      leak: ['It had leaked and the whole parcel was red oil.', 'Arrived open, no seal.'],
      off: 'Smelled off when I opened it, well before the date.',
      bland: 'Looks fierce, tastes of nothing.',
    },
  },
  drink: {
    use: 'eaten',
    likes: {
      morning: ['My favourite part of the morning.', 'First thing I reach for when I get up.'],
      office: 'My colleagues steal it from the pantry.',
      daily: 'One cup every day, never bored.',
      honest: 'No strange aftertaste.',
    },
    niggles: {
      price: 'Not the cheapest.',
      pack: 'The pack does not close again properly.',
    },
    faults: {
      stale: ['Stale, no smell at all.', 'Tasted of cardboard.'],
      insect: 'There was a small beetle in it. Alive.',
    },
  },
  snack: {
    use: 'eaten',
    likes: {
      crunch: ['So crunchy that the neighbours hear it.', 'Still crisp after two days in the tin.'],
      addictive: 'Cannot stop, send help.',
      party: 'Put out a bowl at a party, gone in five minutes.',
      oil: 'Not oily on the fingers.',
    },
    niggles: {
      salt: 'A bit salty, keep water near.',
      broken: 'Some pieces were broken.',
    },
    faults: {
      crumbs: 'Mostly crumbs when it arrived.',
      old: 'Tastes old.',
      dates: 'Two weeks before expiry. Who eats that fast?',
    },
  },
  sweet: {
    use: 'eaten',
    likes: {
      childhood: [
        "Tastes like school holidays at my grandmother's.",
        'Exactly how I remember it from when I was small.',
      ],
      sweet: 'Not too sweet, the best compliment in our family.',
      gift: 'Brought some to {who}, was asked for more.',
      real: 'You taste the real thing, no essence.',
    },
    niggles: {
      gone: 'Finished too quickly.',
      wrapper: 'The packing could be better for our heat.',
    },
    faults: {
      melted: 'Arrived as a half-melted mess.',
      sweet: 'So sweet that my teeth hurt, nothing else to taste.',
      mould: 'Green fur on top, and it was within date.',
    },
  },
  noodle: {
    use: 'eaten',
    likes: {
      texture: ['The noodles have bite, not soggy at all.', 'Springy, as from the stall.'],
      late: 'My saviour after a late shift.',
      quick: 'Ready faster than the delivery app can load.',
      portion: 'A real portion, not for birds.',
    },
    niggles: {
      sodium: 'Quite salty, I use only half of the sachet.',
      egg: 'Add an egg and vegetables, alone it is a bit thin.',
    },
    faults: {
      missing: 'Two packs without the sauce sachet.',
      crushed: 'Crushed to powder in the box.',
      bitter: 'A bitter taste, threw the rest away.',
    },
  },
};
