import type { home } from '../../products/home.ts';
import type { Remarks } from '../remarks.ts';

export const homeRemarks: Readonly<Record<keyof typeof home, Remarks>> = {
  'fan-tower': {
    likes: {
      sleepMode: 'Sleep mode on, timer four hours, and the baby never notices.',
      swing: 'Turns far enough to reach both the sofa and the dining table.',
      slim: 'So slim that it stands behind the curtain.',
      remote: 'The remote sticks on top with a magnet, so it does not get lost.',
    },
    niggles: {
      speed: 'Between speed 9 and 12 I feel no difference.',
      basis: 'The base has to be put together with four tiny screws.',
    },
    faults: {
      swing: 'Stopped turning after {soon} and now clicks at the same spot.',
      remote: 'The remote works only from one metre.',
    },
  },
  'fan-clip-usb': {
    likes: {
      brownout: 'Seven hours of brownout and the baby slept the whole time.',
      clip: 'The clip holds on the crib rail and on my desk.',
      phoneF: 'Gave my phone twenty per cent when Meralco was still looking for the problem.',
      low: 'On low it lasts the whole night and more.',
    },
    niggles: {
      charging: 'Takes six hours to fill.',
      windy: 'Full speed is loud, low is fine.',
    },
    faults: {
      brownout: 'Eighteen hours daw. Mine gives two.',
      clip: "The clip's spring jumped out and hit the wall, good that no one was there.",
    },
  },
  'dehumidifier-2l': {
    likes: {
      water: 'A full tank of water out of one wardrobe room on the first day, I was shocked.',
      mould: 'The mould smell in our shoe cupboard is gone.',
      hose: 'With the hose I empty nothing, it runs into the floor trap.',
      leather: 'My leather bags survive the monsoon now.',
    },
    niggles: {
      warmAir: 'It warms the room a little, normal I guess.',
      tankFull: 'The tank lid is fiddly and I spill some each time.',
    },
    faults: {
      water: 'Ran for three days and collected one spoon.',
      hose: 'Leaked from below and ruined the parquet.',
    },
  },
  'ceiling-fan-dc': {
    likes: {
      watts: '32 W at full speed, my meter agrees.',
      wind: 'Even wind over the whole bed, not just in the middle.',
      lightThree: 'Three whites in the lamp, the warm one for the evening.',
      teak: 'From below nobody sees that the teak is plastic.',
    },
    niggles: {
      installC: 'Needs two people and an electrician who has patience.',
      remoteHold: 'The remote has no holder in the box.',
    },
    faults: {
      wind: 'Wobbles like it wants to take off, the installer balanced it twice.',
      humC: 'Hums on speeds two and four, exactly those we use.',
    },
  },
  'bedsheet-bamboo': {
    likes: {
      cool: 'Cool like the other side of the pillow, all night.',
      deep: 'Fits my thick mattress with corners to spare, and stays on.',
      bolster: 'A bolster case in the set! Other brands forget that we sleep with bolsters.',
      colourB: 'The sage green is calm and did not fade.',
    },
    niggles: {
      slip: 'Slippery at first, the pillows wander.',
      dryB: 'Takes long to dry in the rainy months.',
    },
    faults: {
      pill: 'Pilled all over after three washes, like an old towel.',
      deep: 'Ripped along the elastic while I was putting it on.',
    },
  },
  'bolster-kapok': {
    likes: {
      childhood: 'Hugging this is my childhood in Solo.',
      firm: 'Firm, does not go flat like the foam ones.',
      coolG: 'Stays cool on the hottest nights.',
      zip: 'The cover comes off for washing, small but important.',
    },
    niggles: {
      seeds: 'There are a few seeds in the kapok that you can feel.',
      heavyG: 'Heavy for a child.',
    },
    faults: {
      dustG: 'Kapok dust comes through the cloth, {who} sneezes all night.',
      firm: 'Came in lumps, like a sack of stones.',
    },
  },
  'mosquito-net-pop': {
    likes: {
      pop: 'Threw it on the bed, it opened, done.',
      dengue: 'With dengue in our street I sleep calmly now.',
      floor: 'The floor is closed too, no bug from under the mattress.',
      zips: 'Zips on both sides, so nobody climbs over anyone.',
    },
    niggles: {
      foldN: 'Folding it back into the disc took three videos and my husband.',
      warmN: 'A bit less wind from the fan gets in.',
    },
    faults: {
      dengue: 'Two holes at the seam. Mosquitoes found them before I did.',
      pop: 'The wire broke through the cloth after {soon}.',
    },
  },
  'pillow-latex': {
    likes: {
      neck: 'My neck pain of two years is almost gone.',
      two: 'The two heights are clever, I sleep on the low side and my wife on the high one.',
      bounce: 'Springs back at once, not like memory foam.',
      cover: 'The cover washes well.',
    },
    niggles: {
      rubber: 'The rubber smell is real for about five days, as they write.',
      heavyPl: 'Heavier than any pillow I had.',
    },
    faults: {
      bounce: 'Yellow crumbs inside the cover after {soon}.',
      neck: 'Much higher than 12 cm, I woke up with a stiff neck each morning.',
    },
  },
  'rack-bamboo-bathroom': {
    likes: {
      narrow: 'Fits exactly into the gap beside our washing machine.',
      slats: 'Wet bottles do not stand in water thanks to the slats.',
      key: 'The Allen key was there, and all screws plus one spare.',
      sealed: 'No mould after {time} in our windowless bathroom.',
    },
    niggles: {
      narrowShelf: '33 cm is narrow, big detergent bottles stick out.',
      screwB: 'One hole was not drilled deep enough.',
    },
    faults: {
      sealed: 'Black spots in all corners after {soon}.',
      splitB: 'The bamboo split when I turned the first screw.',
    },
  },
  'vacuum-bags-6': {
    likes: {
      flat: 'Two winter quilts became flat like a pizza.',
      pump: 'The hand pump works, only my arms complained.',
      hold: 'Still flat after {time} on top of the cupboard.',
      suitcase: 'Came home from Seoul with three jackets in a cabin bag.',
    },
    niggles: {
      zipV: 'Check the zip three times, one spot open and it is all for nothing.',
      medium: 'The medium ones are rather small.',
    },
    faults: {
      hold: 'Every bag was full of air again the next morning.',
      pump: 'The valve cap of three bags does not close.',
    },
  },
  'shoe-cabinet-slim': {
    likes: {
      seventeen: '17 cm! Our entrance is a metre wide and it still fits.',
      twelve: "Twelve pairs go in, even my husband's size 45 at an angle.",
      holes: 'With the holes the shoes dry and nothing smells.',
      plugs: 'The wall plugs are included and the right ones.',
    },
    niggles: {
      high: 'High heels do not fit in upright.',
      scratchS: 'The powder coating scratches when the key bunch touches it.',
    },
    faults: {
      flap: 'The middle flap does not close since the second day.',
      dentS: 'Dents in two doors, the seller says it is the courier.',
    },
  },
  'underbed-box-wheels': {
    likes: {
      halfLid: 'The lid opens in halves, so I only pull it out a little. Genius.',
      wheelsU: 'Rolls over tiles even when full of books.',
      clear: 'I can see what is inside without opening.',
      dustU: 'After {time} under the bed, no dust inside.',
    },
    niggles: {
      heightU: 'Measure first, 17 cm plus wheels did not fit under my old bed.',
      carpet: 'On carpet the wheels do not like to roll.',
    },
    faults: {
      wheelsU: 'Two wheels broke off with just blankets inside.',
      halfLid: 'The hinge between the lid halves cracked on the first day.',
    },
  },
  'spin-mop': {
    likes: {
      separate: 'Clean water stays clean until the end, finally.',
      spin: 'Spun so dry that the tiles are ready in five minutes.',
      handleM: 'The handle is long enough for me, 178 cm.',
      under: 'The flat head goes under the sofa.',
    },
    niggles: {
      bucket: 'The bucket is big for a small toilet.',
      press: 'You need to press with some force to make it spin.',
    },
    faults: {
      spin: 'The spinner jammed after {soon} and now nothing turns.',
      plugM: 'The drain plug leaks, water all over the store room.',
    },
  },
  'laundry-pole-rack': {
    likes: {
      wings: 'A full load of a family of five hangs at once.',
      foldL: 'Folds to nothing behind the door.',
      stainless: 'Stands on our balcony in all the rain, no rust.',
      lock: 'The wheels lock, so the wind does not take it away.',
    },
    niggles: {
      bars: 'The bars are close together, thick towels touch.',
      squeak: 'Squeaks a bit when you open the wings.',
    },
    faults: {
      wings: 'The wing bent under two wet bed sheets.',
      stainless: 'Orange stains on white shirts. So much for stainless.',
    },
  },
  'vacuum-cordless': {
    likes: {
      hair: "Takes up my long hair and the cat's in one go.",
      batteryV: 'Forty minutes is enough for our three rooms.',
      lightV: 'So light that {who} fights me for it.',
      removable: 'The battery comes out, so I charge it at the desk.',
    },
    niggles: {
      boost: 'Boost is over before the stairs are.',
      bin: 'The bin is small, you empty it twice.',
    },
    faults: {
      batteryV: 'Battery down to six minutes after {soon}.',
      brush: 'The brush stops on every carpet and blinks red.',
    },
  },
  'walis-tambo-set': {
    likes: {
      soft: 'Soft like the ones from Baguio when I was small.',
      dustpan: 'The dustpan stays open by itself, no more bending.',
      noShed: 'Hardly shed anything after the first sweep.',
      tied: 'Tied tightly, not one straw has come out.',
    },
    niggles: {
      handleW: 'The handle is thin for my hands.',
      shedFirst: 'The first two days there is some powder, shake it outside.',
    },
    faults: {
      noShed: 'It sheds more than it sweeps.',
      dustpan: "The dustpan's hinge broke and it claps shut on every pile.",
    },
  },
  'lamp-rattan': {
    likes: {
      pattern: 'The pattern on the ceiling in the evening is beautiful.',
      weaveL: 'The weaving is fine and regular, you see skilled hands.',
      cableL: 'The fabric cable is long enough for our high ceiling.',
      lightweight: 'So light that one hook is enough.',
    },
    niggles: {
      bulbNo: 'The bulb is not included, I read that too late.',
      dustR: 'Dust settles in it, use a brush.',
    },
    faults: {
      squashed: 'Arrived squashed into an egg, and it does not bend back.',
      fitting: 'The E27 fitting was loose and the bulb fell on the table.',
    },
  },
  'solar-garden-4': {
    likes: {
      candle: 'The flicker is gentle, like a real candle along the path.',
      rainSG: 'Through the whole rainy season and all four still shine.',
      aa: 'The battery is a plain AA, so I replaced it after a year. Rare these days.',
      night: 'Shine until the morning when the day was sunny.',
    },
    niggles: {
      stake: 'The stakes are plastic, soften the ground first.',
      cloudy: 'After a grey day only about four hours.',
    },
    faults: {
      rainSG: 'Two of four dark after {soon}, water inside.',
      night: 'So dim that you need a torch to find them.',
    },
  },
  'night-light-sensor': {
    likes: {
      toilet: 'No more stubbed toes on the way to the toilet.',
      six: 'Charged it once, that was six weeks ago.',
      magnet: 'The magnet sits well on the metal gate.',
      ahma: "Put one beside Ah Ma's bed, she feels safe now.",
    },
    niggles: {
      twenty: 'Twenty seconds is a bit short when you tie shoes.',
      cat: 'The cat switches it on all night.',
    },
    faults: {
      toilet: 'Sees me only when I wave right in front of it.',
      magnet: 'The sticky plate fell off and took the paint along.',
    },
  },
  'bulb-smart-e27': {
    likes: {
      noHub: 'No hub, just my Wi-Fi, running in three minutes.',
      remember: 'After the power cut it came back in the same colour.',
      candleW: 'The candle white is really warm for the evening.',
      voice: 'Works with the speaker in our living room.',
    },
    niggles: {
      g5: 'Only 2.4 GHz, my router needed a separate network.',
      colours: 'Red and blue are strong, green is a bit pale.',
    },
    faults: {
      noHub: 'Goes offline every evening, then it is a bulb that nobody can switch.',
      deadBulb: 'Burnt out after {soon}, a five-dollar bulb lives longer.',
    },
  },
  'desk-fan-mist': {
    likes: {
      mist: 'The mist is so fine that papers stay dry.',
      kos: 'Saved me in a kos room without air-con.',
      batteryM: 'Four hours with mist without a cable, as promised.',
      quietM: 'Quiet enough for online meetings.',
    },
    niggles: {
      tank: 'The tank is empty after two hours on high.',
      glassesM: 'If you sit too close your glasses get wet.',
    },
    faults: {
      mist: 'The mist stopped after {soon}, although I used clean water.',
      drip: 'Drips on the desk and killed my mouse.',
    },
  },
};
