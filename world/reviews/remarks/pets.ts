import type { pets } from '../../products/pets.ts';
import type { Remarks } from '../remarks.ts';

export const petsRemarks: Readonly<Record<keyof typeof pets, Remarks>> = {
  'cat-food-mackerel': {
    likes: {
      standBack: 'Open, squeeze, stand back: they were not joking.',
      jelly: 'She licks the jelly first and then asks why the bowl is empty.',
      strays: 'The three soi cats now wait at my gate at six sharp.',
      fish: 'You can see real fish pieces.',
    },
    niggles: {
      fingers: 'Your fingers smell of mackerel all morning.',
      box: 'One taste only, I would like a mixed box.',
    },
    faults: {
      fish: 'This batch is grey mush, the earlier one had pieces.',
      bone: 'Found a sharp bone, thank God before she did.',
    },
  },
  'kibble-lamb-rice': {
    likes: {
      scratch: 'Two years of scratching, gone after six weeks without chicken.',
      round: 'Small round kibble, my shih tzu can crunch it.',
      slider: 'The slider keeps the ants out.',
      stool: 'From soft to firm within a week, changed over slowly.',
    },
    niggles: {
      sixKilo: '6 kg is heavy to carry up, and there is no smaller bag.',
      dusty: 'Powder at the bottom of the bag.',
    },
    faults: {
      rancidK: 'Smelled rancid, like old crayons.',
      weevil: 'Weevils in a sealed bag.',
    },
  },
  'freeze-dried-chicken': {
    likes: {
      bribe: 'Best bribe for nail clipping.',
      one: 'One ingredient, I like that I can read the label in a second.',
      crumble: 'Crumbled over the boring kibble and everything is gone.',
      travelCh: 'He comes back from the other end of the park for it.',
    },
    niggles: {
      powderC: 'A third of the bag was powder, we use it as topper.',
      smallBg: '90 g is four days here.',
    },
    faults: {
      soggyC: 'Soft and damp, that is not freeze-dried.',
      sick: 'Both cats were sick the same night.',
    },
  },
  'dental-sticks': {
    likes: {
      breath: 'I can let him kiss me again.',
      old: 'My twelve-year-old with six teeth left can chew them.',
      ridges: 'The vet said less tartar than last year.',
      ritual: 'She reminds me at eight every evening.',
    },
    niggles: {
      fast: 'Gone in thirty seconds, I hoped for longer.',
      crumbsD: 'Green crumbs on the sofa.',
    },
    faults: {
      choke: 'A piece broke off and he choked.',
      noInterest: 'Three dogs, none wants it.',
    },
  },
  'litter-tofu': {
    likes: {
      clump: 'Clumps in seconds, hard as a golf ball.',
      flush: 'Small lumps go down the toilet, no more stinking bag.',
      track: 'Less tracking than sand, my feet are happy.',
      tea: 'A faint smell of tea instead of you-know-what.',
    },
    niggles: {
      humid: 'In humid weather close the bag well, mine got soft.',
      flushBig: 'Do not flush big lumps. Ask me how I know.',
    },
    faults: {
      mouldL: 'Grew mould in the box after four days.',
      dustT: 'Low dust? The whole toilet was white.',
    },
  },
  'litter-box-closed': {
    likes: {
      grid: 'The grid catches nearly all the sand.',
      bigBox: 'Our 7 kg boy turns round in it.',
      carbon: 'With the carbon filter I forget it is in the bedroom.',
      scoop: 'The scoop hangs at the side, always at hand.',
    },
    niggles: {
      learn: 'Took our old lady a week to understand the roof door.',
      lidH: 'The lid is heavy with a cat asleep on it.',
    },
    faults: {
      crackLid: 'The lid cracked when he jumped on it, he is 5 kg.',
      carbon: 'Seals the smell in, so the cat refuses to go.',
    },
  },
  'grooming-vacuum': {
    likes: {
      fur: 'A whole second dog came out into the cup.',
      noFloat: 'No fur floating in the room, my allergy says thank you.',
      low: 'On low my nervous corgi stays.',
      saved: 'Two visits to the salon saved and it is paid.',
    },
    niggles: {
      hose: 'The hose is a bit short for a big dog.',
      cup: 'Empty the cup often with a husky.',
    },
    faults: {
      low: '55 dB? She ran under the bed and stayed.',
      clog: 'The hose clogs every minute.',
    },
  },
  'shampoo-neem': {
    likes: {
      ticks: 'No ticks since, and we walk in long grass.',
      itch: 'The scratching stopped after two baths.',
      foamN: 'Foams mildly and rinses out quickly.',
      shiny: 'Coat soft and shiny for weeks.',
    },
    niggles: {
      neemSmell: 'Smells of neem, that is not flowers.',
      wait: 'Five minutes with a wet beagle is long.',
    },
    faults: {
      itch: 'Red belly after the bath.',
      ticks: 'Picked off two ticks the next day.',
    },
  },
  'pee-pads': {
    likes: {
      understood: 'The puppy understood on day two.',
      absorb: 'Takes a whole night without a leak.',
      corners: 'The sticky corners stay on the tiles.',
      lolaDog: 'Good for our old dog who cannot hold it any more.',
    },
    niggles: {
      play: 'He thinks they are toys.',
      sixty: '60 cm is tight for a labrador.',
    },
    faults: {
      absorb: 'It goes right through to the floor.',
      thinPads: 'Thinner than my last order, same price.',
    },
  },
  'bed-cooling': {
    likes: {
      belly: 'He lies flat on his belly on it like a bear rug.',
      noPower: 'Cool without any plug, I did not believe it.',
      noon: 'At noon she goes to the mat by herself.',
      wipeC: 'Wiped clean in a second after a muddy walk.',
    },
    niggles: {
      warmC: 'After some hours it is warm, then they wait for it to cool again.',
      slideC: 'Slides on tiles.',
    },
    faults: {
      gelLeak: 'A claw and the gel came out, sticky everywhere and I feared he ate some.',
      noPower: 'As cool as any plastic bag.',
    },
  },
  'cat-tree-banana': {
    likes: {
      banana: 'Three cats, one banana, daily war.',
      sisal: 'My sofa is safe, they scratch the sisal.',
      strapT: 'With the wall strap it does not move.',
      easyT: 'Half an hour to build, with two cats helping.',
    },
    niggles: {
      hammockT: 'The hammock is for small cats only.',
      screwT: 'The last screw is hard to reach.',
    },
    faults: {
      strapT: 'Leans like Pisa although I tightened all.',
      sisal: 'The sisal unrolled after {soon}.',
    },
  },
  'hammock-window': {
    likes: {
      bird: 'Bird television, all day.',
      cups: 'Cups hold for {time}, with a fat cat.',
      washN: 'The cover washes and dries fast.',
      sunN: 'He follows the sun and then sleeps there until five.',
    },
    niggles: {
      glass: 'Clean the glass with alcohol or it slips.',
      press: 'I press the cups again every week to be safe.',
    },
    faults: {
      cups: 'Fell in the middle of the night with her in it.',
      frameN: 'The steel frame bent under four kilos.',
    },
  },
  'dog-bed-raised': {
    likes: {
      hose: 'Hosed it down in the yard, dry in ten minutes.',
      cool: 'Air from below, he stopped sleeping in the toilet.',
      legs: 'The legs stand firm on our uneven cement.',
      joints: 'My old aspin gets up more easily from it.',
    },
    niggles: {
      tension: 'Putting on the mesh needs two persons.',
      noiseB: 'Nails on the mesh make a sound at night.',
    },
    faults: {
      tearB: 'The mesh tore along the bar after {soon}.',
      rustB: 'Legs rust from washing.',
    },
  },
  'harness-no-pull': {
    likes: {
      frontRing: 'The front ring turned my pulling husky into a gentleman. Nearly.',
      handle: 'The handle on the back is great for escalators.',
      padded: 'The padding does not rub under the legs.',
      seen: 'Reflective seams, drivers stop earlier.',
    },
    niggles: {
      chew: 'She can reach the strap with her teeth.',
      onOff: 'Getting the paw through takes practice.',
    },
    faults: {
      backOut: 'He backed out of it in two seconds.',
      stitch: 'Stitching at the front ring opened.',
    },
  },
  'leash-retract': {
    likes: {
      brake: 'The brake stops at once, with one thumb.',
      red: 'The red end warned me many times.',
      bags: 'Bag holder on it, so I never forget the bags.',
      smoothL: 'Runs out and in smoothly after {time}.',
    },
    niggles: {
      big: 'Chunky for small hands.',
      wet: 'Let the tape dry before it goes in.',
    },
    faults: {
      smoothL: 'Does not pull back in, I walk with five metres of spaghetti.',
      brake: 'The brake did not hold and he was on the road.',
    },
  },
  'carrier-backpack': {
    likes: {
      astronaut: 'My astronaut cat is famous at the vet.',
      motorbike: 'Ten kilometres by motorbike and she only complained twice.',
      airC: 'Holes on three sides, she does not pant.',
      leashIn: 'The leash inside saved us when the zip was open.',
    },
    niggles: {
      hotDome: 'In direct sun the dome gets hot, turn it to the shade.',
      sixKg: '6 kg is the limit, mine is big-boned.',
    },
    faults: {
      astronaut: 'The dome popped out on the street with her head in it.',
      strapCB: 'The shoulder strap came off, I held her in my arms all the way.',
    },
  },
  'booties-paw': {
    likes: {
      asphalt: 'He walks on hot asphalt like nothing.',
      funny: 'The first ten minutes we laughed until we cried.',
      stay: 'They stay on, even running.',
      paws: 'No more cracked paws.',
    },
    niggles: {
      puton: 'Putting on four takes longer than the walk.',
      sole: 'The rubber is thin, made for walks and not for hikes.',
    },
    faults: {
      stay: 'Lost two on the first walk, in the right size.',
      hole: 'A hole at the claws after {soon}.',
    },
  },
  'betta-tank': {
    likes: {
      clear: 'The acrylic is clear as glass.',
      divider: 'Two rivals flare at each other and nobody gets hurt.',
      lid: 'Lid is closed well, mine is a jumper.',
      led: 'In the evening with the light it is like a little film.',
    },
    niggles: {
      scratchT: 'Acrylic scratches, use a soft sponge.',
      waterLess: 'With the divider each side is small.',
    },
    faults: {
      clear: 'A slow leak at the corner, a wet desk and a stressed fish.',
      divider: 'The divider has a gap. One fish less.',
    },
  },
  'filter-sponge': {
    likes: {
      shrimp: 'Not one baby shrimp lost.',
      fry: 'My guppy fry grew up next to it.',
      clean: 'Water crystal clear in three days.',
      cheapF: 'For 55 thousand there is nothing better.',
    },
    niggles: {
      bubbles: 'You hear the bubbles a little.',
      bigF: 'Looks big in a nano tank.',
    },
    faults: {
      floatF: 'It floats up, the weight is missing.',
      crumbF: 'The sponge crumbles into the water.',
    },
  },
  'bird-cage-murai': {
    likes: {
      carve: 'The carving on the base is fine work from Solo.',
      rods: 'The rods are turned evenly, no splinters.',
      sing: 'My murai sings more in it, I swear.',
      hookB: 'The brass hook is heavy and turns smoothly.',
    },
    niggles: {
      tray: 'The tray is a bit tight to pull out.',
      varnish: 'Smells of varnish, let it hang outside for a few days.',
    },
    faults: {
      rods: 'Three rods fell out, a murai needs one.',
      insectsB: 'Powder under it each morning: there is a beetle in the bamboo.',
    },
  },
  'fish-feeder-auto': {
    likes: {
      holiday: 'Ten days in Japan and all fish greeted me.',
      dryFan: 'Flakes stay dry even without air-con.',
      reserve: 'Power cut at home and the batteries took over.',
      portion: 'Portion is adjustable down to a pinch.',
    },
    niggles: {
      program: 'Setting the times with one button is a puzzle.',
      flakesBig: 'Big flakes get stuck, crush them a little.',
    },
    faults: {
      holiday: 'Dumped the whole drum in on day one. I came back to a soup.',
      portion: 'It turns, but nothing falls out.',
    },
  },
};
