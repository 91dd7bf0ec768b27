import type { KidsKind } from '../../products/kids.ts';
import type { KindRemarks } from '../remarks.ts';

export const kidsKinds: Readonly<Record<KidsKind, KindRemarks>> = {
  feeding: {
    use: 'thing',
    likes: {
      calm: ['Less mess in the kitchen, at last.', 'Feeding became calm.'],
      wash: 'Easy to wash, no hidden corners.',
      smell: 'No plastic smell, I checked before anything else.',
      daily: 'Used from the first day, several times a day.',
    },
    niggles: {
      part: 'One more thing to wash, but fine.',
      manual: 'The leaflet is only in English and Chinese.',
    },
    faults: {
      broke: ['Broke after {soon}.', 'A crack on the second day.'],
      fit: 'The parts do not fit together properly.',
      mould: 'Mould in a place that you cannot reach with a brush.',
    },
  },
  carrying: {
    use: 'thing',
    likes: {
      out: ['We go out again, thanks to this.', 'It comes along on every trip now.'],
      baby: 'Baby fell asleep within minutes.',
      dad: 'Even my husband uses it, without being told.',
      made: 'Feels well made, nothing rattles.',
    },
    niggles: {
      manual: 'The manual is hard to follow, watch a video.',
      bag: 'A bag to store it would be nice.',
    },
    faults: {
      part: 'A part cracked. With a baby that is not a small thing.',
      squeak: 'Squeaks so loudly that it wakes the baby.',
      bent: 'Came with a bent part, and they want me to pay the return.',
    },
  },
  toy: {
    use: 'thing',
    likes: {
      hours: [
        'Keeps them busy for an hour, I drank my coffee hot.',
        'Still loved after {time}, which is a record here.',
      ],
      siblings: 'They even share it, sometimes.',
      looks: 'Looks nice enough to leave out in the living room.',
      birthday: 'Big hit at the birthday party.',
    },
    niggles: {
      older: 'Better for slightly older kids than they say.',
      box: 'The box was bent, not nice for a present.',
    },
    faults: {
      broke: ['Broken by dinner time.', 'A piece came off that fits in a small mouth. Took it away at once.'],
      smell: 'Smells of chemicals, I will not give that to a child.',
      used: 'It was not new, somebody had played with it.',
    },
  },
  sleeping: {
    use: 'thing',
    likes: {
      sleep: ['First full night in months. We cried.', 'Naps went from forty minutes to two hours.'],
      wash: 'Washed many times and still good.',
      heat: 'Good for our weather, no sweaty neck.',
    },
    niggles: {
      smell: 'A slight smell at first, aired it for two days.',
      price: 'A bit expensive for how long they need it.',
    },
    faults: {
      torn: 'Tore after {soon}.',
      rash: 'Gave her a heat rash.',
    },
  },
  school: {
    use: 'thing',
    likes: {
      self: ['He can open and close it himself.', 'She is proud of it and shows everybody.'],
      term: 'Survived a whole school term.',
      name: 'There is a place for the name, so it comes home again.',
      teacher: 'The teacher asked where we got it.',
    },
    niggles: {
      price: 'Not the cheapest.',
      colour: 'The other colour was sold out.',
    },
    faults: {
      broke: ['Broken after {soon} of primary one.', 'Did not survive the first week of school.'],
      dye: 'The colour came off on the uniform.',
    },
  },
};
