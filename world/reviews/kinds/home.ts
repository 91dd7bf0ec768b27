import type { HomeKind } from '../../products/home.ts';
import type { KindRemarks } from '../remarks.ts';

export const homeKinds: Readonly<Record<HomeKind, KindRemarks>> = {
  cooling: {
    use: 'device',
    likes: {
      quiet: ['So quiet that I checked twice whether it was on.', 'I can finally sleep, it only whispers.'],
      bill: 'Since it came we use the air-con half as much.',
      difference: 'You feel the difference in the room within minutes.',
      easy: '{who} runs it without asking me.',
      clean: 'Easy to dust, no screwdriver drama.',
    },
    niggles: {
      beep: 'Every press of a button beeps, and you cannot turn that off.',
      plastic: 'The plastic looks a bit cheap from near.',
      box: 'The box is huge and nobody wants to take it back.',
    },
    faults: {
      noise: ['Started to rattle after {soon}, now we cannot sleep with it.', 'Sounds like a lorry on the expressway.'],
      dead: 'Died after {soon}, just when the heat wave began.',
      weak: 'Too weak even for a small room.',
    },
  },
  bedding: {
    use: 'thing',
    likes: {
      sleep: ['Slept through for the first time in weeks.', 'I sleep better, simple as that.'],
      others: '{who} wants one too.',
      heat: 'Good for our climate, I do not wake up sweaty.',
      size: 'The size is as written, I measured.',
    },
    niggles: {
      smell: 'Had a smell from the packing, gone after airing for two days.',
      crease: 'Arrives very creased.',
    },
    faults: {
      seam: 'A seam came apart after {soon}.',
      stain: 'Came with a brown stain, clearly used.',
      musty: 'Smells musty, and the smell does not leave.',
    },
  },
  storage: {
    use: 'thing',
    likes: {
      space: ['I got back half a square metre of my flat.', 'Now there is order, {who} cannot believe it.'],
      assemble: 'Put up in fifteen minutes by one person.',
      strong: 'Carries more than I dared to put on it.',
      looks: 'Looks tidy, not like a warehouse.',
    },
    niggles: {
      manual: 'The leaflet has pictures only and skips step four.',
      smell: 'Smelled of the factory for a few days.',
      wobbly: 'Slightly wobbly on our old floor.',
    },
    faults: {
      missing: [
        'Two parts were missing, and without them nothing stands.',
        'The holes do not line up, I had to drill my own.',
      ],
      collapse: 'Collapsed in the night with everything on it.',
      bent: 'One side came bent.',
    },
  },
  stowing: {
    use: 'thing',
    likes: {
      space: ['I got back half a wardrobe.', 'Finally room for the things we really use.'],
      dust: 'Keeps dust and damp out.',
      value: 'Good value for what you get.',
    },
    niggles: {
      thin: 'The plastic could be thicker.',
      smell: 'Plastic smell for the first days.',
    },
    faults: {
      torn: 'Tore the first time I filled it.',
      size: 'Much smaller than the measures say.',
    },
  },
  cleaning: {
    use: 'thing',
    likes: {
      time: ['What took an hour takes twenty minutes now.', 'My back thanks me.'],
      floor: 'The floor is cleaner than the day we moved in.',
      everyday: 'I use it every second day and it still looks new.',
      small: 'Stands in the corner and takes no room.',
    },
    niggles: {
      short: 'A little short for tall people.',
      hook: 'Would have liked a hook to hang it by.',
    },
    faults: {
      broke: ['The joint broke after {soon}.', 'Snapped in the middle, and I am not a strong person.'],
      worse: 'Spreads the dirt more than it takes it up.',
    },
  },
  lighting: {
    use: 'device',
    likes: {
      warm: ['The light is warm and kind, not hospital white.', 'Makes the whole corner cosy.'],
      bright: 'Brighter than I expected.',
      install: 'Up in ten minutes, even I could do it.',
      second: 'Bought a second one for {who}.',
    },
    niggles: {
      shade: 'The white is a little yellower than on the photo.',
      manual: 'The paper that comes with it is in a language I cannot read.',
    },
    faults: {
      flicker: 'Flickers, and it gives me a headache.',
      dead: ['Dark after {soon}.', 'Never lit up at all.'],
      crack: 'Cracked when it arrived.',
    },
  },
};
