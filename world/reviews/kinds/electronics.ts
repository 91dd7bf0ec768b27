import type { ElectronicsKind } from '../../products/electronics.ts';
import type { KindRemarks } from '../remarks.ts';

export const electronicsKinds: Readonly<Record<ElectronicsKind, KindRemarks>> = {
  earphones: {
    use: 'device',
    likes: {
      sound: [
        'Voices are clear and the bass does not drown them.',
        'Heard instruments in old songs that I never noticed.',
        'Sound is far better than the price suggests.',
      ],
      calls: 'On calls people say I sound as if I sit next to them.',
      comfort: ['I forget that I am wearing them.', 'No sore ears after a whole day.'],
      commute: 'They make the ride to work bearable.',
    },
    niggles: {
      volume: 'Maximum volume could be a touch higher.',
      treble: 'A bit sharp in the high notes until I changed the equaliser.',
      scratch: 'They scratch easily in the bag.',
    },
    faults: {
      oneSide: ['The left side died after {soon}.', 'Only one side works, I tried it on three phones.'],
      mic: 'The microphone is useless, they hear me like from inside a bucket.',
      crackle: 'They crackle whenever I turn my head.',
      hiss: 'There is a constant hiss, even with nothing playing.',
    },
  },
  headset: {
    use: 'device',
    likes: {
      calls: [
        'On calls people say I sound as if I sit next to them.',
        'Used it for a three-hour meeting, nobody asked me to repeat.',
      ],
      comfort: 'No sore ear after a full shift.',
      team: 'My whole team orders this one now.',
    },
    niggles: {
      volume: 'Maximum volume could be a touch higher.',
      bag: 'No bag to carry it in.',
    },
    faults: {
      mic: 'The microphone is useless, they hear me like from inside a bucket.',
      hiss: 'There is a constant hiss, my customers ask if it is raining.',
      dead: 'Dead after {soon}.',
    },
  },
  power: {
    use: 'device',
    likes: {
      cool: 'Does not get hot, only slightly warm.',
      daily: ['Does its job every day without fuss.', 'My phone, my tablet and {who} all depend on it.'],
      build: ['Feels dense and well made, nothing rattles.', 'Better made than those at the night market.'],
      trip: 'Came along on a trip to see {who}, never let me down.',
    },
    niggles: {
      bulky: 'A bit bulkier than it looks in the photo.',
      bag: 'A pouch would have been nice.',
      print: 'The print on it is so tiny that I needed a magnifier.',
    },
    faults: {
      stopped: ['Stopped charging after {soon}.', 'Dead on arrival.'],
      hot: 'Gets so hot that the plastic smells. I am not leaving that near my bed.',
      slow: 'My phone says slow charging, whatever I do.',
      loose: 'The contact is loose, you must hold the plug at an angle.',
    },
  },
  watch: {
    use: 'device',
    likes: {
      screen: 'I can read it without glasses.',
      strap: 'The strap did not give me a rash, even with sweat.',
      looks: ['Looks better on the wrist than in the photo.', 'Small enough for a thin wrist.'],
      setup: 'Set up before my coffee was cold.',
    },
    niggles: {
      app: 'The app asks for too many permissions.',
      vibrate: 'The vibration is a little weak for me.',
      glass: 'The glass shows every fingerprint.',
    },
    faults: {
      sync: 'It will not sync any more, the app just turns and turns.',
      strapBroke: 'The strap tore at the pin after {soon}.',
      fog: 'There is fog under the glass after one rainy day.',
      off: 'Switches itself off in the middle of the day.',
    },
  },
  speaker: {
    use: 'device',
    likes: {
      loud: [
        'Loud enough for the whole floor, the neighbours can confirm.',
        'At half volume it fills our living room.',
      ],
      clear: 'Stays clear when you turn it up.',
      build: 'Solid, not the hollow plastic I feared.',
      simple: '{who} can use it, and that says everything.',
    },
    niggles: {
      bass: 'Do not expect deep bass from this size.',
      buttons: 'The buttons are hard to find in the dark.',
      beep: 'It beeps when you switch it on, and loudly.',
    },
    faults: {
      rattle: 'It rattles at any volume that is worth listening to.',
      dropout: 'The sound cuts out every few minutes.',
      dead: 'Would not switch on after {soon}.',
    },
  },
  phoneGear: {
    use: 'thing',
    likes: {
      fits: ['Fits my phone, also with its cover on.', 'Fits exactly, I feared it would not.'],
      cheap: 'The shop at the mall wanted four times as much.',
      lasts: 'Holds up better than I thought, {time} so far.',
      easy: 'On in a minute, no tools, no video needed.',
    },
    niggles: {
      prints: 'Attracts fingerprints.',
      colour: 'The colour is not quite the one on the picture.',
    },
    faults: {
      variant: 'They sent the wrong variant although I wrote it twice.',
      broke: 'Broke after {soon}, just from normal use.',
      marks: 'It left marks on the phone that do not come off.',
    },
  },
};
