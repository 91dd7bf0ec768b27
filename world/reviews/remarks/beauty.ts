import type { beauty } from '../../products/beauty.ts';
import type { Remarks } from '../remarks.ts';

export const beautyRemarks: Readonly<Record<keyof typeof beauty, Remarks>> = {
  'sunscreen-gel': {
    likes: {
      watery: 'Like water on the face, gone in a minute.',
      run: 'Ran ten kilometres at East Coast with it, no sting.',
      repeat: 'My fifth tube, that says it all.',
      scent: 'No perfume, my migraine thanks you.',
    },
    niggles: {
      pill: 'Rolls off in little bits if your moisturiser is still wet.',
      tube: "50 ml is gone in three weeks if you use two fingers' worth.",
    },
    faults: {
      oilyG: "Turned my face into a frying pan by ten o'clock.",
      watered: 'Thin like water, everything ran out when I opened it.',
    },
  },
  'sunscreen-stick': {
    likes: {
      jeep: 'Put it on in a moving jeepney, no mess.',
      tattoo: 'My tattoos are still black after the summer.',
      bagS: 'Passed the airport as a solid, no questions.',
      eyes: 'First one that does not melt into my eyes at basketball.',
    },
    niggles: {
      layers: 'You need four swipes for each spot.',
      stickHair: 'Catches my baby hairs.',
    },
    faults: {
      melted: 'Melted in the car and came out as soup.',
      bagS: 'The stick does not twist up any more, half is stuck inside.',
    },
  },
  'sunscreen-kids-lotion': {
    likes: {
      blue: 'The blue tint is great, I see where I missed a spot and the kids find it funny.',
      reef: 'Allowed at the Similan islands, the guide checked.',
      poolK: 'Two hours of pool and no red shoulders.',
      noCry: 'No tears when it got near the eyes.',
    },
    niggles: {
      thick: 'Thick, you have to chase the child longer.',
      towel: 'Left a little blue on a white towel.',
    },
    faults: {
      rashK: 'My son had red dots where I put it.',
      poolK: 'Washed off with the first splash, 80 minutes is a joke.',
    },
  },
  'sunscreen-tinted': {
    likes: {
      sawo: 'Sawo is my shade, and I never have a shade.',
      foundation: 'I stopped wearing foundation to work.',
      halal: 'Halal certified and it shows no white under the tudung edge.',
      semi: 'Semi-matte until Asar.',
    },
    niggles: {
      mask: 'Comes off a bit on a face mask.',
      kelapa: 'Kelapa is a touch grey on me, try in daylight.',
    },
    faults: {
      sawo: 'Turned orange on my face after an hour.',
      pumpT: 'The pump stopped with half of it still in there.',
    },
  },
  'toner-rice': {
    likes: {
      glow: 'After six weeks the dull look is gone, be patient.',
      spots: 'Old pimple marks are lighter, I have photos.',
      milky: 'Milky and light, I pat on three layers.',
      bottleR: 'Big bottle for the price.',
    },
    niggles: {
      riceSmell: 'Smells a bit like rice water, because it is.',
      cap: 'Pours too much at once.',
    },
    faults: {
      sour: 'Smelled sour like old rice after {soon}.',
      stickyT: 'Leaves a sticky film that catches dust.',
    },
  },
  'serum-niacinamide': {
    likes: {
      oil: 'My oily T-zone is under control until the afternoon.',
      marks: 'Acne scars slowly fading.',
      thinSer: 'Thin like water, goes under everything.',
      priceSer: 'Same strength as the imported one at a fifth of the price.',
    },
    niggles: {
      flush: 'A little flush in the first week, then fine.',
      dropper: 'The dropper never gets the last bit.',
    },
    faults: {
      burnSer: 'Burned, even every third night.',
      bottleBroke: 'The glass bottle was cracked and the box soaked.',
    },
  },
  'sheet-mask-centella': {
    likes: {
      sunburn: 'Came back from Nha Trang like a lobster, two masks and I was human again.',
      essence: 'So much essence that I do my neck and arms.',
      thin: 'Thin and fits close, I can cook with it on.',
      fridgeM: 'Out of the fridge it is heaven.',
    },
    niggles: {
      eyesM: 'The eye holes are a bit small.',
      drip: 'Drips if you do not lie down.',
    },
    faults: {
      dryMask: 'Three of ten were nearly dry.',
      itchM: 'My face itched under it and stayed red until morning.',
    },
  },
  'moisturiser-gel-aloe': {
    likes: {
      siesta: 'After the beach in La Union it took the heat out at once.',
      dryA: 'Dries without that glue feeling.',
      pumpA: 'The pump gives just enough.',
      husbandA: 'My husband steals it after shaving.',
    },
    niggles: {
      notEnough: 'In an air-conned office it is not enough for dry skin.',
      airless: 'You cannot see how much is left.',
    },
    faults: {
      clumps: 'Has clumps in it, like jelly that was frozen.',
      dryA: 'Smells of alcohol and dried my face out.',
    },
  },
  'hair-oil-kemiri': {
    likes: {
      temples: 'Little new hairs at my temples after {time}, I cried.',
      nuts: 'Smells of roasted nuts, not of perfume.',
      ends: 'My dry ends stopped breaking.',
      tradition: 'My grandmother used this, now I know why.',
    },
    niggles: {
      pillow: 'Put a towel over the pillow.',
      washTwice: 'Needs two rounds of shampoo to get out.',
    },
    faults: {
      mixed: 'Thin and without smell, I think it is mixed with cooking oil.',
      spill: 'The cap does not close, half the bottle was in the box.',
    },
  },
  'shampoo-makrut': {
    likes: {
      helmet: 'Helmet itch gone within a week. Riders, buy this.',
      lime: 'Smells like tom yum in the best way.',
      colourSh: 'Blue shampoo, my kids think I am a wizard.',
      clean: 'Scalp stays fresh for two days.',
    },
    niggles: {
      foam: 'Little foam, you get used to it.',
      dryEnds: 'My ends need conditioner after it.',
    },
    faults: {
      clean: 'More dandruff than before, white shoulders every day.',
      tangled: 'Hair like straw and full of knots.',
    },
  },
  'hair-mask-coconut': {
    likes: {
      rebond: 'My rebonded hair is smooth again after six months of neglect.',
      tudung: 'Works under the tudung and rinses out clean.',
      scentC: 'Smells of real coconut, not sunscreen.',
      ten: 'Ten minutes on Sunday and I am set for the week.',
    },
    niggles: {
      fine: 'Too rich for fine hair, only use it on the ends.',
      jar: 'Water gets into the jar in the shower.',
    },
    faults: {
      hard: 'It was hard as a candle and would not spread.',
      tudung: 'Three washes later my hair was still greasy.',
    },
  },
  'clipper-cordless': {
    likes: {
      barber: 'Three haircuts for two boys and it has paid for itself.',
      quiet: 'Quiet enough that my son with sensory issues lets me do it.',
      combs: 'Eight combs, labelled so that old people can read them.',
      rinse: 'Head comes off and rinses, no hair left inside.',
    },
    niggles: {
      thickHair: 'On thick hair go slowly, it pulls a little.',
      oilC: 'No oil in the box.',
    },
    faults: {
      quiet: 'Pulls instead of cutting, my son cried and had half a haircut.',
      chargeC: 'Does not hold its charge, dies after one ear.',
    },
  },
  'balm-nutmeg': {
    likes: {
      neck: 'After a day at the computer a little on the neck and I am fine.',
      mozzie: 'Stops mosquito itch in a minute.',
      bus: 'The bus to Genting and for once I was not sick.',
      penang: 'Smells like Penang, my mother recognised it at once.',
    },
    niggles: {
      clothes: 'Yellow mark on my white singlet.',
      strongB: 'Do not touch your eyes afterwards.',
    },
    faults: {
      neck: 'No warmth at all, just scented wax.',
      jarBroke: 'The glass jar came in two halves.',
    },
  },
  'soap-papaya': {
    likes: {
      underarm: 'My underarms are lighter after {time}.',
      hardBar: 'One bar lasts me a month, it does not melt.',
      backne: 'The pimples on my back dried up.',
      tingle: 'The tingle tells me that it works.',
    },
    niggles: {
      drySoap: 'Drying, you need lotion after.',
      wrapper: 'The paper sticks to the bar.',
    },
    faults: {
      burnSoap: 'Burned my face after thirty seconds, peeling for days.',
      fakeSoap: 'Different colour and smell from the one in the mall. Peke.',
    },
  },
  'scrub-lulur': {
    likes: {
      bride: 'Used it two weeks before my wedding, skin like a baby.',
      jasmine: 'Jasmine in the whole bathroom.',
      rolls: 'You see the dead skin roll off, disgusting and wonderful.',
      royal: 'Feels like a spa in Yogya for 65 thousand.',
    },
    niggles: {
      yellow: 'Turmeric stained my grout, rinse at once.',
      messy: 'Messy, do it standing in the shower.',
    },
    faults: {
      coarseL: 'Coarse like sand, scratched my arms.',
      mouldL: 'There was mould under the lid.',
    },
  },
  'deodorant-alum': {
    likes: {
      noStain: 'No more yellow shirts.',
      year: 'I bought one last year and it is hardly smaller.',
      noScent: 'No scent, so it does not fight with my perfume.',
      market: 'A day at Chatuchak in April and no smell.',
    },
    niggles: {
      wetIt: 'You have to wet it, so no quick use in the office.',
      sweatStill: 'You still sweat, it only stops the smell.',
    },
    faults: {
      brokeAl: 'Fell once and broke into sharp splinters.',
      market: 'By noon I smelled like a bus.',
    },
  },
  'mosquito-lotion': {
    likes: {
      aedes: 'We live next to a construction site, zero bites since.',
      toddler: 'Safe for my toddler, and she likes the smell.',
      kenduriM: 'Outdoor kenduri until midnight, everybody else was scratching.',
      notOily: 'Not oily, I put it on before work.',
    },
    niggles: {
      fourH: 'After three hours I have to put it on again.',
      lemongrass: 'You smell like tom yam, choose your day.',
    },
    faults: {
      aedes: 'Counted nine bites while wearing it.',
      pumpM: 'The cap broke and it emptied itself into my handbag.',
    },
  },
  'lip-tint-guava': {
    likes: {
      bakso: 'Two bowls of bakso and still there.',
      maskL: 'Nothing on the inside of my mask.',
      rosella: 'Rosella is the perfect red for sawo matang skin.',
      blur: 'The blur looks soft, not like paint.',
    },
    niggles: {
      dryLips: 'Dry on the lips without balm under it.',
      stains: 'It stains the fingers, be quick.',
    },
    faults: {
      patchy: 'Goes on in patches and leaves a ring round the mouth.',
      different: 'Ordered guava, got something like brick.',
    },
  },
  'cushion-foundation': {
    likes: {
      saigon: 'Held through a Saigon afternoon on the motorbike.',
      undertone: 'The undertone is right, not pink like the Korean ones.',
      refill: 'A refill in the box, so the price is really half.',
      dewy: 'Dewy but not oily.',
    },
    niggles: {
      puff: 'The puff is a bit rough, I use my own.',
      coverC: 'Does not hide my dark circles.',
    },
    faults: {
      refill: 'The cushion was dry from the first day, and so was the refill.',
      oxid: 'Two shades darker after an hour.',
    },
  },
  'brow-pencil': {
    likes: {
      micro: 'So thin that I can draw single hairs.',
      swimB: 'Swam in Siargao, kilay still on fleek.',
      spoolie: 'The spoolie is soft and stays on.',
      months: 'Four months of daily brows is true.',
    },
    niggles: {
      tipSoft: 'Twist out just a little or the tip breaks.',
      black: 'Soft black is quite strong.',
    },
    faults: {
      micro: 'The lead breaks at every stroke, finished in a week.',
      stuckB: 'It does not twist back in, so the cap crushed it.',
    },
  },
  'eyeliner-felt': {
    likes: {
      humid: 'Ninety per cent humidity and my wings did not move.',
      tip: 'The tip is so fine that I can do my hooded eyes.',
      warmWater: 'Comes off with warm water in little films, no rubbing.',
      blackE: 'True black, not grey.',
    },
    niggles: {
      lies: 'Store it tip down or it skips.',
      sleepy: 'Dries fast, so no corrections.',
    },
    faults: {
      dryE: 'The tip was dry after {soon}.',
      humid: 'My eyelids swelled up, tested or not.',
    },
  },
};
