import type { outdoors } from '../../products/outdoors.ts';
import type { Remarks } from '../remarks.ts';

export const outdoorsRemarks: Readonly<Record<keyof typeof outdoors, Remarks>> = {
  'badminton-racket-garuda': {
    likes: {
      smash: 'My smash has weight now, the others step back.',
      strung: 'Strung properly at 24, I did not have to redo it.',
      light: '83 grams, my elbow does not complain any more.',
      cover: 'The cover is padded and the spare grip is a good one.',
    },
    niggles: {
      headHeavy: 'Head-heavy, at the net I am a bit late.',
      paintR: 'The paint chips where frames touch.',
    },
    faults: {
      crackedR: 'The frame cracked at the T from a normal clear.',
      strung: 'A string popped in the first warm-up.',
    },
  },
  'shuttlecocks-feather': {
    likes: {
      threeGames: 'Three games each with steaming, as promised.',
      flight: 'Flies straight, no wobble.',
      speed: 'Speed 76 is right for our hot hall in Subang.',
      cork: 'Natural cork, the sound is crisp.',
    },
    niggles: {
      dryFeather: 'Steam them or the feathers break fast.',
      one: 'One in the tube was slower than the rest.',
    },
    faults: {
      threeGames: 'Feathers fly after ten shots, the floor looks like a chicken farm.',
      flight: 'Half the tube wobbles.',
    },
  },
  'takraw-ball': {
    likes: {
      forehead: 'The rubber is kind to the forehead, we old men play again.',
      weave: 'Tight weave, kept its shape after {time} on concrete.',
      weight: 'Match weight, I put it on the kitchen scale.',
      sound: 'Good sound when you hit it right.',
    },
    niggles: {
      stiff: 'Stiff until it has been kicked for an hour.',
      softer: 'Bounces a bit softer than the plastic match ball.',
    },
    faults: {
      weave: 'A strip came loose in the first set.',
      oval: 'It is oval. Put it on a table and it wobbles away.',
    },
  },
  'table-tennis-set': {
    likes: {
      voidDeck: 'Stone table at the void deck, net on in a minute.',
      net: 'The net holds even on our big dining table.',
      bag: 'Everything in one bag, so it comes along to chalets.',
      spin: 'Enough spin to annoy my brother.',
    },
    niggles: {
      balls: 'One of the four balls was soft.',
      edgeT: 'The bat edge peels a little.',
    },
    faults: {
      net: 'The clamp does not hold on anything thicker than a book.',
      spin: 'The rubber came off the bat like a sticker.',
    },
  },
  'yoga-mat-natural': {
    likes: {
      gripY: 'Hot yoga, dripping, and my hands did not move a millimetre.',
      linesY: 'The lines helped me to see how crooked I stand.',
      thick: '4 mm is right, knees fine and balance good.',
      flatY: 'Lies flat at once, no curling ends.',
    },
    niggles: {
      heavyY: '2.4 kg on the shoulder in the MRT, hmm.',
      oilY: 'Shows every oily hand print.',
    },
    faults: {
      smellY: 'The rubber smell did not leave in {soon}, I had to keep it outside.',
      peelY: 'The top layer peels where my heels are.',
    },
  },
  'resistance-bands': {
    likes: {
      anchor: 'The door anchor holds, even on our old kos door.',
      combine: 'All five together is more than I can pull.',
      physio: 'My physio in Bandung said good choice for the shoulder.',
      posterR: 'The poster with thirty exercises hangs on my wall.',
    },
    niggles: {
      handlesR: 'The foam on the handles turns in the hand.',
      lightR: 'The lightest is really very light.',
    },
    faults: {
      snapB: 'The red one snapped and left a mark on my arm for a week.',
      hook: 'The hook opened under load.',
    },
  },
  'dumbbell-adjustable': {
    likes: {
      dial: 'Turn the dial, click, next weight. No more ten dumbbells in the bedroom.',
      tray: 'The tray keeps the plates in order.',
      gripD: 'The rubber handle is good with sweat.',
      twenty: 'Up to 20 kg, enough for me for years.',
    },
    niggles: {
      longD: 'It stays long at light weights, so curls feel clumsy.',
      rattleD: 'The plates rattle a bit.',
    },
    faults: {
      tray: 'A plate fell off in the middle of a press. Next to my head.',
      dial: 'The dial jammed at 8 kg after {soon}.',
    },
  },
  'skipping-rope-count': {
    likes: {
      counter: 'The counter is exact, I counted along to 300.',
      ropeless: 'Ropeless ends for rainy days, my neighbours below are happy.',
      steel: 'The steel rope is fast, double unders at last.',
      cheapS: 'Cheaper than one visit to the gym.',
    },
    niggles: {
      cut: 'Cutting the rope to length needs pliers.',
      shin: 'Steel on the shin hurts, wear long socks.',
    },
    faults: {
      counter: 'Counts 40 for every 100.',
      ropeOut: 'The rope flew out of the handle across the room.',
    },
  },
  'hammock-double': {
    likes: {
      two: 'Both of us and the dog, no problem.',
      tree: 'The straps leave the bark alone and are up in a minute.',
      pomelo: 'Really packs to the size of a pomelo.',
      beach: 'Siargao, two coconut trees, nothing more to say.',
    },
    niggles: {
      mosq: 'No mosquito net, bring lotion.',
      slippery: 'Climbing in the first time is comedy.',
    },
    faults: {
      two: 'Ripped along the seam, I am 70 kg and was alone in it.',
      carabiner: 'The carabiner bent open.',
    },
  },
  'tent-two': {
    likes: {
      rain: 'Six hours of rain at Gunung Ledang, dry inside.',
      flyFirst: 'Fly first is so smart when it pours.',
      doors: 'Two doors, nobody climbs over anybody at night.',
      meshT: 'With the full mesh we did not cook.',
    },
    niggles: {
      pegs: 'The pegs bend, I took my own.',
      narrowT: 'Two people yes, two people and bags no.',
    },
    faults: {
      rain: 'Water came through the fly like through a sieve.',
      poleT: 'A pole splintered on the first pitch.',
    },
  },
  'stove-gas': {
    likes: {
      litre: 'One litre of water in just under four minutes on Phu Kradueng.',
      shield: 'The wind shield is not decoration, it works.',
      piezo: 'Lights with one click, also in the cold season.',
      caseS: 'The hard case survived my rucksack.',
    },
    niggles: {
      gas: 'Gas is not in the box, remember that before you drive off.',
      simmer: 'Simmering needs a gentle hand.',
    },
    faults: {
      leakG: 'I smelled gas at the valve. Not using this again.',
      piezo: 'The igniter died on the second day.',
    },
  },
  'headlamp-red': {
    likes: {
      turtles: 'Red light for the turtles on Tioman, the ranger approved.',
      motion: 'Wave a hand and it is on, great when you fix a tyre.',
      lasts: 'A whole night of night fishing on mid.',
      comfort: 'The band does not press.',
    },
    niggles: {
      motionRandom: 'The motion switch reacts to branches.',
      usbLid: 'The USB lid is fiddly with wet fingers.',
    },
    faults: {
      waterH: 'One shower and there was water in the lens.',
      lasts: 'One hour on mid, not five.',
    },
  },
  'helmet-half': {
    likes: {
      lightH: '900 g, my neck does not feel it.',
      visor: 'The inner visor against the evening sun is perfect.',
      wash: 'Took the lining out and washed it, fresh again.',
      buckleH: 'The buckle closes with one hand while the other holds my son.',
    },
    niggles: {
      windH: 'Loud above sixty.',
      round: 'For round heads, mine is long and it presses.',
    },
    faults: {
      noMark: 'The CR sticker is paper, I do not believe it.',
      visor: 'The visor fell off on the bridge.',
    },
  },
  'gloves-riding': {
    likes: {
      blade: 'The rubber blade on the thumb wipes the visor, why does not every glove have that.',
      touch: 'Phone works with the gloves on, orders accepted.',
      air: 'Mesh lets the wind through, hands stay dry.',
      pad: 'The padding takes the vibration of my old Supra.',
    },
    niggles: {
      smallG: 'Runs small, take one up as they say.',
      thumb: 'The thumb is a little long.',
    },
    faults: {
      seamG: 'Seams opened at two fingers after {soon}.',
      dyeG: 'Black hands each time I take them off.',
    },
  },
  'bike-light-set': {
    likes: {
      park: 'Bright enough for the dark bit of the park connector.',
      usbL: 'USB-C, same cable as my phone.',
      strapL: 'On and off without tools, I take it with me at the MRT.',
      rearL: 'Cars see the red one from far, my friend behind me confirmed.',
    },
    niggles: {
      strapAge: 'The rubber strap needs a strong pull on thick bars.',
      mode: 'You must click through flash mode to turn it off.',
    },
    faults: {
      strapL: 'The front light fell off at a bump and a lorry took care of it.',
      chargeL: 'The rear one does not charge any more.',
    },
  },
  'delivery-bag-insulated': {
    likes: {
      milktea: 'Four milk teas upright through EDSA traffic, five stars from my customers.',
      hot: 'Food still hot after forty minutes.',
      base: 'The base is stiff, no more leaning tower of pizza.',
      wipeD: 'Spilled sinigang wiped off in a minute.',
    },
    niggles: {
      bigD: 'Big for narrow alleys.',
      strapD: 'The straps could be thicker for the whole day.',
    },
    faults: {
      zipD: 'The zip gave up in {soon}, now I use a clothespin.',
      waterD: 'Rain gets in at the corners, soggy fries, one-star customers.',
    },
  },
  'snorkel-set': {
    likes: {
      nose: 'For once a mask for Asian noses, no water in it.',
      dryTop: 'The dry top shuts, I swallowed no sea at all.',
      similan: 'Saw my first turtle at the Similans with it.',
      silicone: 'Soft silicone, no red ring on the face.',
    },
    niggles: {
      fogS: 'Fogs the first day, toothpaste trick helps.',
      purge: 'The purge valve has a slow drip.',
    },
    faults: {
      dryTop: 'The top sticks and then there is no air. Scary.',
      crackS: 'The lens cracked in the bag on the way.',
    },
  },
  'dry-bag-20': {
    likes: {
      island: 'Island hopping in El Nido, phone and towel dry.',
      float: 'Fell off the bangka and floated like a duck.',
      straps: 'Two straps, so you can carry it like a rucksack.',
      tough: 'Dragged over coral and still fine.',
    },
    niggles: {
      foldD: 'Fold it three times, not two.',
      smellDB: 'Plastic smell for some days.',
    },
    faults: {
      island: 'A slow leak at the bottom seam killed my camera.',
      clipD: 'The clip broke when I closed it for the first time.',
    },
  },
  'swim-goggles': {
    likes: {
      wide: 'I see the whole lane without turning the head.',
      nosebr: 'Three nose bridges, the small one fits me at last.',
      adjust: 'Adjusts while you wear it, no more stopping.',
      fogfree: 'No fog in forty laps.',
    },
    niggles: {
      ring: 'Leaves rings round the eyes for an hour.',
      rub: 'Never rub inside, my son did and now it fogs.',
    },
    faults: {
      nosebr: 'The left eye fills with water whatever bridge I use.',
      adjust: 'The strap slips, loose after ten laps.',
    },
  },
  'rash-guard': {
    likes: {
      modest: 'Long enough to the hip, I feel dressed.',
      sunR: 'A week in Perhentian and no burnt shoulders.',
      loop: 'The loop keeps it down when a wave comes.',
      stretch: 'Stretches in all directions, paddling is easy.',
    },
    niggles: {
      tight: 'Tight over the head when wet.',
      colourRG: 'The teal faded a little in the pool.',
    },
    faults: {
      seamRG: 'The armpit seam opened in the first surf lesson.',
      baggy: 'Got baggy with chlorine after {soon}.',
    },
  },
  'fishing-rod-travel': {
    likes: {
      siakap: 'Landed a four-kilo siakap and the rod only smiled.',
      fourP: 'Four pieces, fits my suitcase.',
      reel: 'The reel is smooth, the line came spooled.',
      dad: 'My father took it to Kenyir and did not bring it back.',
    },
    niggles: {
      joint: 'Check the joints, they loosen after many casts.',
      lineF: 'The line is so-so, I changed it.',
    },
    faults: {
      siakap: 'The tip broke on a tilapia.',
      drag: 'The drag slips at one kilo.',
    },
  },
};
