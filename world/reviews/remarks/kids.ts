import type { kids } from '../../products/kids.ts';
import type { Remarks } from '../remarks.ts';

export const kidsRemarks: Readonly<Record<keyof typeof kids, Remarks>> = {
  'bottle-steriliser': {
    likes: {
      six: 'Six bottles and the pump parts in one go.',
      dryS: 'They come out dry, no more wiping with tissue at 3 am.',
      food: 'Already steamed pumpkin in it for weaning.',
      off: 'Switches itself off, so I can fall asleep.',
    },
    niggles: {
      scale: 'Brown scale at the bottom after a week, vinegar fixes it.',
      tall: 'Wide bottles only fit five.',
    },
    faults: {
      dryS: 'The dryer blows cold air, everything is wet after an hour.',
      plate: 'The heating plate rusted after {soon}.',
    },
  },
  'silicone-bowl-set': {
    likes: {
      suck: 'The bowl stays on the chair, he pulls and looks at me in disbelief.',
      catcher: 'The bib catches more than she eats.',
      boil: 'Boiled it thirty times, no colour change.',
      spoons: 'The soft spoons are good for teething.',
    },
    niggles: {
      dustSil: 'Silicone attracts fluff.',
      turmeric: 'Curry stained the bowl yellow.',
    },
    faults: {
      suck: 'Does not stick to wood at all, porridge on the wall.',
      spoonBite: 'She bit a piece off the spoon.',
    },
  },
  'food-maker': {
    likes: {
      fifteen: 'Fifteen minutes from raw pumpkin to smooth porridge.',
      oneKnob: 'One knob, my mother-in-law needed no lesson.',
      oneBowl: 'Steams and blends in the same bowl, so one thing to wash.',
      lock: 'The blade does not move unless it is closed, good with a toddler around.',
    },
    niggles: {
      loud: 'Loud, blend before nap time.',
      fibre: 'Stringy vegetables need two rounds.',
    },
    faults: {
      fifteen: 'Steam comes out at the side and it never gets soft.',
      oneBowl: 'The blade jammed on a boiled carrot.',
    },
  },
  'straw-cup-weighted': {
    likes: {
      weight: 'He drinks lying down, upside down, any way, the straw follows.',
      bagLid: 'Flip lid shut, thrown in the bag, nothing came out.',
      spare: 'A spare straw in the box, somebody there has children.',
      handles: 'The handles are right for small fists.',
    },
    niggles: {
      washStraw: 'The weighted part needs the little brush every day.',
      hardSuck: 'At eight months he had to suck hard, at nine it was fine.',
    },
    faults: {
      valve: 'The valve came off and she had it in her mouth.',
      squirt: 'Squirts like a fountain when you open it in the heat.',
    },
  },
  'carrier-mesh': {
    likes: {
      mesh: 'Both of us are dry after an hour at the wet market.',
      seat: 'His legs sit in an M, the physio said good.',
      lumbar: 'My back is fine after the whole zoo.',
      belt: 'Belt fits me and my big husband.',
    },
    niggles: {
      newborn: 'For a small newborn you need a rolled towel.',
      strapEnds: 'Long strap ends hang around.',
    },
    faults: {
      lumbar: 'The shoulder strap slips loose while walking.',
      meshTear: 'The mesh tore at the seam after {soon}.',
    },
  },
  'stroller-cabin': {
    likes: {
      fold: 'Folded it with one hand while holding a screaming baby.',
      plane: 'Went into the overhead locker on the flight to Krabi.',
      canopy: 'The canopy goes down to the bumper, he slept through the whole market.',
      rainCover: 'The rain cover is in the box, and it fits.',
    },
    niggles: {
      kerb: 'Small wheels, high kerbs need a lift.',
      basket: 'The basket is hard to reach when the seat lies flat.',
    },
    faults: {
      wheelS: 'A front wheel fell off in the middle of a crossing.',
      fold: 'It folds, but then does not open any more.',
    },
  },
  'stroller-fan': {
    likes: {
      legs: 'The bendy legs hold on pram, car seat and even my bag.',
      meshFan: 'The mesh is so fine, her fingers cannot get in.',
      fifteenF: 'One charge for a whole day at the zoo.',
      sleepy: 'The hum sends her to sleep.',
    },
    niggles: {
      legsLoose: 'On a bumpy path the legs slowly slide down.',
      dustFan: 'Hard to clean behind the mesh.',
    },
    faults: {
      fifteenF: 'Does not charge any more after {soon}.',
      legs: 'One leg came off, and there is wire inside.',
    },
  },
  'hip-seat': {
    likes: {
      upDown: 'Up, down, up, down, my arms are saved.',
      pocketsH: 'Two nappies, wipes and my phone in the pockets.',
      nonSlip: 'He does not slide, even in silky trousers.',
      grandma: 'Grandmother can carry him again.',
    },
    niggles: {
      bigH: 'Sticks out, narrow doors are a game.',
      hotH: 'The belt is warm on the belly.',
    },
    faults: {
      nonSlip: 'The velcro opened by itself with him on it. I caught him.',
      foamH: 'The foam sank in after {soon}.',
    },
  },
  'blocks-rubberwood': {
    likes: {
      kampung: 'We build the house of my grandparents again and again.',
      catB: 'The little cat is the favourite, it sleeps in her bed.',
      sanded: 'So smooth that I keep one on my desk.',
      colourW: 'She chewed on them, no colour came off.',
    },
    niggles: {
      boxBl: 'No box to keep them in, only a carton.',
      loudBl: 'Loud on tiles at six in the morning.',
    },
    faults: {
      sanded: 'Two roofs with splinters.',
      colourW: 'Red paint on her lips. Water-based or not.',
    },
  },
  'puzzle-asean-map': {
    likes: {
      learn: 'My son knows where Brunei is, and I now know too.',
      dishes: 'We get hungry each time because of the dishes.',
      thickP: 'Thick board, survived being walked on.',
      story: 'The story for each country became our bedtime reading.',
    },
    niggles: {
      floor: 'Takes the whole living room floor.',
      easyP: 'For a six-year-old it is too easy.',
    },
    faults: {
      missingP: 'Laos was missing. The whole of Laos.',
      thickP: 'The picture peels off the board at the edges.',
    },
  },
  'jeepney-friction': {
    likes: {
      paintJ: 'The paint has all the things, Mama Mary, horses, Katas ng Saudi.',
      friction: 'Runs across the whole sala on one push.',
      horn: 'The horn is mechanical and only loud as the child. Still.',
      pasalubongJ: 'Sent one to my nephew in Toronto, he takes it to school.',
    },
    niggles: {
      tin: 'It is tin, mind the corners with small ones.',
      sticker: 'One sticker was on crooked, like a real one.',
    },
    faults: {
      friction: 'The back axle came out on the first push.',
      sharpJ: 'Sharp edge underneath, my boy bled.',
    },
  },
  'bath-toys-mekong': {
    likes: {
      noMould: 'No holes, so no black stuff inside, finally.',
      fruit: 'The fruit sticks to the tiles and we play market every evening.',
      float: 'All five float upright.',
      bathTime: 'He asks for his bath now.',
    },
    niggles: {
      slide: 'Fruit slides down if the wall is dry.',
      smallStall: 'The stall is smaller than in the photo.',
    },
    faults: {
      float: 'Two boats sink like stones.',
      colourBath: 'The colour came off in warm water.',
    },
  },
  'drawing-tablet-lcd': {
    likes: {
      paper: 'Saves us a pack of paper a week.',
      lockD: 'The lock is gold, her brother cannot erase the princess.',
      car: 'Quiet in the car from Jakarta to Bandung.',
      coinD: 'Same coin cell for {time}.',
    },
    niggles: {
      sunD: 'Hard to see in the sun.',
      pen: 'The pen has no string, we lost it twice.',
    },
    faults: {
      lockD: 'Does not erase any more, there is a dinosaur on it forever.',
      screenD: 'Half of the screen stays dark.',
    },
  },
  'sarong-cradle-spring': {
    likes: {
      bounce: 'Five minutes of bounce and she is gone, like my mother did with me.',
      stand: 'The stand does not move on the carpet.',
      quietSp: 'The spring does not squeak.',
      foldCr: 'Folds, so it comes along to balik kampung.',
    },
    niggles: {
      spaceCr: 'Needs more room than you think.',
      netCr: 'Buy a second net for washing day.',
    },
    faults: {
      bounce: 'The spring stretched after {soon} and now he hangs near the floor.',
      stand: 'The stand tilts when he turns. No.',
    },
  },
  'swaddle-muslin': {
    likes: {
      batik: 'The batik motifs are so pretty, no more bears and stars.',
      thinM: 'Thin enough for our room without air-con.',
      big: 'Big enough even for a fat three-month-old.',
      multi: 'Nursing cover, sun shade, burp cloth, we use them for all.',
    },
    niggles: {
      shrinkM: 'Shrank a few centimetres.',
      thread: 'A thread pulled on the first day.',
    },
    faults: {
      holes: 'Holes after the third wash.',
      colourRun: 'The brown motif ran into the white.',
    },
  },
  'sleep-sack-tropic': {
    likes: {
      kick: 'She cannot kick it off, so I stopped getting up to cover her.',
      zipTwo: 'The two-way zip means a nappy change without waking.',
      togs: 'At 25 degrees it is just right.',
      snaps: 'Snaps at the shoulder, no wrestling over the head.',
    },
    niggles: {
      longSack: 'Long on a six-month-old, he will grow.',
      zipChin: 'The zip cover at the chin could be softer.',
    },
    faults: {
      zipTwo: 'The zip pull came off in the night.',
      togs: 'Too warm, she woke up wet.',
    },
  },
  'playmat-foam': {
    likes: {
      bump: 'He fell flat on his face and laughed.',
      oneP: 'One piece, so no crumbs in between like with the puzzle ones.',
      road: 'The road side keeps his cars off my feet.',
      wipe: 'Milk, porridge, paint, everything wipes off.',
    },
    niggles: {
      foldLine: 'The folds stand up for the first days.',
      smellMat: 'Air it before use.',
    },
    faults: {
      dentsM: 'The chair legs left holes forever.',
      wipe: 'The printed layer peels and he eats it.',
    },
  },
  'lunchbox-bento': {
    likes: {
      soup: 'Soup stayed where it is, and this bag was upside down on the bus.',
      clips: 'My six-year-old opens the clips alone.',
      warm: 'Rice still lukewarm at recess.',
      windowL: 'The name window saved it twice from the lost and found.',
    },
    niggles: {
      dent: 'Got a dent from the first fall.',
      rubber: 'The seal keeps a bit of curry smell.',
    },
    faults: {
      soup: 'The seal comes out each time and he cannot put it back.',
      rustBox: 'Rust spots in the corner. Stainless 304?',
    },
  },
  'school-bag-light': {
    likes: {
      frame: 'He stands straighter with it, teacher noticed.',
      wetBottle: 'The wet bottle has its own place, books stay dry.',
      empty: '780 g empty, the old one was over a kilo.',
      reflect: 'Lights up in the headlights at six in the morning.',
    },
    niggles: {
      wheelsB: 'No wheels, some classmates have them.',
      priceB: 'Not cheap, but cheaper than a bad back.',
    },
    faults: {
      strapB: 'The strap came off where it is sewn, in week two.',
      zipB: 'The big zip broke and everything fell out on the stairs.',
    },
  },
  'water-bottle-kids': {
    likes: {
      falls: 'Fell from the desk every day for {time}, not a crack.',
      hours: 'With the hour marks she really drinks more.',
      lockB: 'The lock works, no more wet notebooks.',
      strapW: 'The strap is long enough to wear across.',
    },
    niggles: {
      brushW: 'You need a thin brush for the straw.',
      strawBite: 'He chews the straw, please sell spares.',
    },
    faults: {
      lockB: 'The lid spring broke and it stays open.',
      falls: 'Cracked at the bottom from the first fall.',
    },
  },
  'raincoat-kids': {
    likes: {
      bagCover: 'The bag fits under it, homework survived the storm.',
      snapsR: 'Snaps, so she does it alone.',
      peak: 'The peak keeps the rain off his glasses.',
      bright: 'Bright yellow, I see him from across the street.',
    },
    niggles: {
      sizeR: 'Runs large, ours reaches the ankle.',
      warmRc: 'Warm like all raincoats.',
    },
    faults: {
      bagCover: 'Wet shoulders, the seams are not sealed.',
      snapsR: 'Two snaps tore out on the first day.',
    },
  },
};
