import type { DeskKind } from '../../products/desk.ts';
import type { KindRemarks } from '../remarks.ts';

export const deskKinds: Readonly<Record<DeskKind, KindRemarks>> = {
  seating: {
    use: 'thing',
    likes: {
      back: ['I do not hurt in the evening any more.', 'Eight hours a day and I stand up without groaning.'],
      wfh: 'Should have bought it in the first week of working from home.',
      thought: 'Well thought out.',
    },
    niggles: {
      smell: 'Smelled new for some days.',
      tall: 'For very tall people it could be higher.',
    },
    faults: {
      gaveUp: 'Gave up after {soon}.',
      photos: 'Not what the photos promise.',
    },
  },
  computerGear: {
    use: 'device',
    likes: {
      plug: ['Plugged it in and it worked, on Linux too.', 'No driver, no drama.'],
      desk: "My desk finally looks like a grown-up's.",
      solid: 'Solid, no plastic creaking.',
    },
    niggles: {
      pouch: 'No pouch or box to keep it in.',
      manual: 'The manual is a joke, the internet helped.',
    },
    faults: {
      disconnects: ['Disconnects several times a day.', 'My computer no longer sees it after {soon}.'],
      dead: 'Arrived dead.',
      moody: 'Works on some days and not on others.',
    },
  },
  deskLight: {
    use: 'device',
    likes: {
      eyes: ['My eyes are less tired at night.', 'No glare, finally.'],
      dim: 'Dims as low as I want.',
      sturdy: 'Stays where you put it.',
      look: 'Looks better than lamps at twice the price.',
    },
    niggles: {
      touch: 'The button is too sensitive.',
      adapter: 'No plug in the box, only the cable.',
    },
    faults: {
      flicker: 'Flickers on camera and after a while also to the eye.',
      dead: 'Half of the LEDs went dark after {soon}.',
    },
  },
  stationery: {
    use: 'supply',
    likes: {
      write: ['Makes me want to write.', 'I use it every single day.'],
      quality: 'Better than the famous brand, for half.',
      exam: 'Got my daughter through the exams.',
      gift: 'Bought more as small presents for the office.',
    },
    niggles: {
      corner: 'One corner was bent from shipping.',
      colour: 'The colour differs a little from the photo.',
    },
    faults: {
      cheap: 'Cheap, it shows after one week.',
      damaged: 'Damaged on arrival, and no answer to my photos.',
    },
  },
  organiser: {
    use: 'thing',
    likes: {
      order: ['Order, after years.', 'My desk is a place to work at again.'],
      size: 'Sizes are as written, so I could plan.',
      sturdy: 'Sturdier than it looks.',
      ill: '{who} asked if I was ill when I tidied up.',
    },
    niggles: {
      more: 'You will want a second one.',
      scratch: 'Scratches show.',
    },
    faults: {
      damaged: 'Damaged on arrival.',
      size: 'Smaller than stated, nothing I planned fits.',
      smell: 'Strong plastic smell, even outside.',
    },
  },
};
