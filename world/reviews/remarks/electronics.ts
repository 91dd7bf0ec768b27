import type { electronics } from '../../products/electronics.ts';
import type { Remarks } from '../remarks.ts';

export const electronicsRemarks: Readonly<Record<keyof typeof electronics, Remarks>> = {
  'earbuds-bayu': {
    likes: {
      noise: 'The noise cancelling really takes the MRT rumble away, I missed my stop once.',
      two: 'Laptop and phone connected at once, switches by itself when a call comes.',
      batteryB: 'I charge the case on Sundays only.',
      tips: 'The small tips finally fit my small ears.',
    },
    niggles: {
      wind: 'Wind noise when cycling, then I turn the cancelling off.',
      touch: 'The touch control pauses when I just push my hair back.',
    },
    faults: {
      batteryB: 'The case stopped charging the right bud after {soon}.',
      two: 'Disconnects at every crowded station, useless for commuting.',
    },
  },
  'earphones-wired-c': {
    likes: {
      noCharge: 'No charging, no pairing, just plug in. I missed that.',
      cloth: 'The cloth cable does not tangle in my pocket.',
      button: 'All three buttons work with my Android.',
      student: 'Perfect for online class, the teacher hears me clearly.',
    },
    niggles: {
      whileCharging: 'Of course you cannot charge the phone at the same time.',
      rub: 'You hear the cable rub on your shirt when walking.',
    },
    faults: {
      plugLoose: 'The USB-C plug wiggles and the sound cuts when the phone is in the pocket.',
      notTablet: 'My tablet does not recognise it at all.',
    },
  },
  'headset-call-centre': {
    likes: {
      roosters: 'My clients no longer ask about the roosters. That alone is worth it.',
      nightShift: 'Wore it the whole night shift, so light.',
      mute: 'The mute beep saved me from embarrassment during a stand-up.',
      oneEar: 'With one ear free I still hear my baby in the next room.',
    },
    niggles: {
      usbA: 'USB-A only, so I needed an adapter for the new laptop.',
      earPad: 'The foam pad gets warm after five hours.',
    },
    faults: {
      boom: 'The boom does not hold its position and sinks to my chin.',
      mute: "Mute got stuck during a client call and I lost the account's patience.",
    },
  },
  'headphones-over-ear': {
    likes: {
      batteryH: '45 hours is true, I charge it twice a month.',
      pads: 'Washed the ear pads after a hot month, like new.',
      plane: 'On the flight to Hokkaido I did not hear a single baby.',
      fold: 'Folds small enough for my handbag.',
    },
    niggles: {
      warm: 'Warm on the ears outside in April, but which are not.',
      clamp: 'Tight on a big head for the first week.',
    },
    faults: {
      fold: 'The hinge cracked after {soon} of careful use.',
      ancWhine: 'With noise cancelling on there is a whine that gives me a headache.',
    },
  },
  'powerbank-20k': {
    likes: {
      percent: 'The screen with the exact per cent is so much better than four dots.',
      days: 'Four days in Tioman for two phones and it still had a third left.',
      fly: '74 Wh is printed on it, the airport lady looked and waved me through.',
      fastP: 'Fast charging really shows on my phone.',
    },
    niggles: {
      heavyP: 'Heavy like a tin of sardines, not for the trouser pocket.',
      recharge: 'Takes a whole night to fill up again.',
    },
    faults: {
      swollen: 'It swelled up after {soon}. I put it on the balcony and called the shop.',
      days: 'Says 20,000, gives one and a half charges. Do the maths.',
    },
  },
  'charger-65w': {
    likes: {
      replace: 'Replaced three bricks in my bag with this one.',
      laptop: 'Runs my ThinkPad at full speed while the phone charges.',
      small: 'Half the size of the old charger, you forget it is 65 W.',
      ukPlug: 'Proper UK plug with the sleeve on the pins, sits firm in the socket.',
    },
    niggles: {
      split: 'When you plug in a second thing, the laptop drops to 45 W for a moment.',
      fall: 'Heavy, so it droops from worn hotel sockets.',
    },
    faults: {
      buzz: 'It buzzes like a mosquito when the laptop is full.',
      portDead: 'The second USB-C port stopped after {soon}.',
    },
  },
  'cable-braided-2m': {
    likes: {
      length: 'Two metres, finally I can lie in bed with the phone.',
      braid: 'The braid still looks new after {time}, my cat chews everything.',
      sixty: 'Charges my laptop at 60 W, I measured.',
      tie: 'The leather tie is a nice detail for 59 thousand.',
    },
    niggles: {
      stiff: 'A little stiff the first days.',
      data: 'Slow for copying files, but that is written there.',
    },
    faults: {
      braid: 'The plug wobbles and charging stops if you breathe on it.',
      sixty: 'Not 60 W at all, my laptop says not charging.',
    },
  },
  'solar-charger-fold': {
    likes: {
      doi: 'Three days on Doi Inthanon and the phone was never below half.',
      clip: 'Clips to my rucksack and charges while I walk.',
      sun: 'At noon it gives as much as a wall plug.',
      foldS: 'Folds flat, goes in with the map.',
    },
    niggles: {
      cloud: 'A cloud comes and the phone beeps, on and off, all afternoon.',
      noBattery: 'Remember there is no battery in it, you need a power bank for the evening.',
    },
    faults: {
      sun: 'Full sun, no wind, and not even two watts come out.',
      foldS: 'The stitching between the panels ripped and so did the wire.',
    },
  },
  'extension-surge': {
    likes: {
      switches: 'A switch for each socket, my helper switches everything off before bed.',
      mark: 'Has the Safety Mark, I checked the number.',
      screw: 'Screwed it under my desk, all cables gone.',
      usb: 'The USB-C ports charge two phones at night.',
    },
    niggles: {
      lights: 'Four little red lights, like a cockpit at night.',
      stiffLead: 'The lead is stiff and wants to stay rolled up.',
    },
    faults: {
      spark: 'It sparked when I plugged in the iron. Returned.',
      socketTight: 'One of the four sockets does not take a plug at all.',
    },
  },
  'watch-gps-run': {
    likes: {
      gps: 'Distance agrees with the park connector markers to ten metres.',
      noon: 'Readable at noon on the East Coast, my old one was a mirror.',
      twelve: 'Twelve days between charges with four runs a week.',
      light: 'So light that I sleep with it.',
    },
    niggles: {
      lock: 'Between the tall blocks it needs a minute to find satellites.',
      heart: 'Heart rate is late in intervals, a chest strap is better.',
    },
    faults: {
      gps: 'It had me swimming across Marina Bay. I was on the bridge.',
      freeze: 'Froze at kilometre 17 of my marathon and lost everything.',
    },
  },
  'band-fitness': {
    likes: {
      marks: 'Shows Vietnamese messages with all the marks, no squares.',
      swim: 'Swam with it the whole summer, no problem.',
      sleep: 'The sleep graph is honest, sadly.',
      nine: 'Nine days of battery, sometimes ten.',
    },
    niggles: {
      steps: 'Counts steps when I ride the motorbike on bad roads.',
      thinBand: 'The screen is small for big fingers.',
    },
    faults: {
      screenFell: 'The screen fell out of the band while washing hands.',
      pulse: 'Says pulse 180 while I sleep, useless.',
    },
  },
  'watch-kids-gps': {
    likes: {
      peace: 'I see when he reaches school, my heart is calm.',
      tenNumbers: 'Only our ten numbers can call, no strangers.',
      sos: 'We tested the SOS, three phones rang at once.',
      schoolMode: 'School mode means the teacher has not complained yet.',
    },
    niggles: {
      accuracy: 'The place is off by about one street in our taman.',
      chargeDaily: 'Must charge every night.',
    },
    faults: {
      noSim: 'It refuses my SIM and support only says to try another telco.',
      splash: 'Died after washing hands, so much for splash-proof.',
    },
  },
  'watch-classic-hybrid': {
    likes: {
      hands: 'Looks like a normal watch, nobody knows it counts steps.',
      coin: 'No charging for half a year, that is why I bought it.',
      leather: 'The leather gets nicer as it ages.',
      pin: 'Standard 20 mm pin, so I have three straps now.',
    },
    niggles: {
      tinyDisplay: 'The little display is hard to read for my eyes.',
      click: 'The hands tick loud enough to hear in bed.',
    },
    faults: {
      slowHands: 'Loses ten minutes a day, the one thing a watch should not do.',
      coin: 'Eats a coin cell every three weeks.',
    },
  },
  'speaker-shower': {
    likes: {
      floats: 'It floats! My son now takes baths voluntarily.',
      loop: 'Hangs on the shower tap by its loop, music every morning.',
      stereo: 'Bought a second one and the stereo is surprisingly wide.',
      mango: 'Really the size of a mango, {who} thought it was one.',
    },
    niggles: {
      flap: 'The rubber flap over the port is fiddly.',
      voiceThai: 'Only speaks English and Chinese.',
    },
    faults: {
      floats: 'One shower and it gurgled, then silence. IPX7 my foot.',
      stereo: 'The second one pairs once and never again.',
    },
  },
  'speaker-party': {
    likes: {
      karaoke: "Karaoke until two in the morning at my tito's 60th, no one wanted to leave.",
      mics: 'Both mics are clear and the echo makes even me sound okay.',
      key: 'You can change the key, thank God, for the Whitney songs.',
      wheels: 'The trolley wheels survived our street.',
    },
    niggles: {
      lightsParty: 'The lights are dizzy, we switch them off.',
      micBattery: 'The mics eat batteries, buy rechargeable.',
    },
    faults: {
      mics: 'One mic dead from the start, so it was solo night.',
      cone: 'The cone tore at the first party and now it farts.',
    },
  },
  'soundbar-small': {
    likes: {
      dialogue: 'The dialogue button is magic for old films, my parents hear every word.',
      arc: 'With HDMI ARC the TV remote does the volume.',
      slim: 'Sits under our 40-inch as if it came with it.',
      cable: 'The HDMI cable was really in the box.',
    },
    niggles: {
      noSub: 'Explosions are polite, there is no subwoofer.',
      remote: 'The remote is thin and gets lost in the sofa.',
    },
    faults: {
      arc: 'Sound comes half a second after the lips, on every input.',
      standby: 'Goes to standby during quiet scenes and takes ages to wake.',
    },
  },
  'radio-portable': {
    likes: {
      powerCut: 'The power was out for nine hours and we had news, light and dangdut.',
      crank: 'A minute of cranking gives about ten minutes of radio.',
      reception: 'Gets stations from across the strait in the evening.',
      torch: 'The torch is bright enough to find the candles.',
    },
    niggles: {
      antenna: 'The antenna feels thin, pull it gently.',
      phoneSlow: 'The phone charging is for emergencies only, very slow.',
    },
    faults: {
      crank: 'The crank snapped off at the third turn.',
      reception: 'FM is all hiss unless I stand at the window holding the antenna.',
    },
  },
  'case-rugged': {
    likes: {
      drop: 'Dropped it from the second floor of the parking, phone lives.',
      ring: 'The ring stand is strong enough to watch in bed.',
      corners: 'The air corners are ugly and I love them.',
      lip: 'The raised lip keeps the screen off the table.',
    },
    niggles: {
      wireless: 'Wireless charging only works without the ring.',
      thick: 'It turns a slim phone into a brick.',
    },
    faults: {
      ring: 'The ring fell off after {soon}.',
      buttonsHard: 'The volume buttons are so stiff that I need two thumbs.',
    },
  },
  'screen-glass-2pk': {
    likes: {
      frame: 'The frame places it so exactly that even I got no bubble.',
      second: 'Broke the first one, put on the second, phone untouched.',
      finger: 'Fingerprint works after registering again.',
      oil: 'Fewer grease marks than on my old one.',
    },
    niggles: {
      edge: 'Does not cover the very edge of the curved screen.',
      wipe: 'The wipe was dry, I used my own.',
    },
    faults: {
      frame: 'A halo all round, it does not stick at the edges.',
      second: 'Cracked by itself in my pocket within {soon}, and so did the spare.',
    },
  },
  'mount-motorbike': {
    likes: {
      pothole: 'Rode through all the potholes of Bình Tân, the phone did not move.',
      damper: 'With the damper my camera has no shake damage so far.',
      lever: 'One lever and it is out, good for a rider with forty stops.',
      rainMount: 'Rain and sun for {time}, no rust.',
    },
    niggles: {
      mirrorThread: 'Needs a longer screw for thick handlebars.',
      coversButton: 'One claw sits exactly on my power button.',
    },
    faults: {
      pothole: 'The phone flew out on the bridge. Do not trust it.',
      screwStrip: 'The screw stripped while I was tightening it for the first time.',
    },
  },
  'tripod-selfie': {
    likes: {
      content: 'My live selling looks like I hired a crew.',
      remote: 'The remote in the handle works from across the court.',
      tall: '1.6 m is real, no more chin shots.',
      foldT: 'Folds to the length of my umbrella.',
    },
    niggles: {
      windT: 'Shaky in wind at full height, hang a bag on it.',
      clampT: 'The clamp is tight for my phone with its case.',
    },
    faults: {
      tall: 'One leg will not lock, so it bows slowly like a butler.',
      remote: 'The remote never paired and has no battery lid to check.',
    },
  },
};
