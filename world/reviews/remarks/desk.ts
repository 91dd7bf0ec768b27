import type { desk } from '../../products/desk.ts';
import type { Remarks } from '../remarks.ts';

export const deskRemarks: Readonly<Record<keyof typeof desk, Remarks>> = {
  'chair-mesh': {
    likes: {
      noAircon: 'Full mesh, so I survive without air-con in the study room.',
      lumbar: 'The lumbar pad slides to exactly where it hurts.',
      assembly: 'Assembled in twenty minutes, even with my son helping.',
      arms: 'The arms go up and out of the way of the desk.',
    },
    niggles: {
      wheelsC: 'The wheels are hard on parquet, get a mat.',
      seatEdge: 'The front edge is a little firm for short legs.',
    },
    faults: {
      gas: 'The gas lift gave up after {soon}, now I sit like a child.',
      tilt: 'It tilts to the left, whatever I tighten.',
    },
  },
  'chair-cushion-gel': {
    likes: {
      tailbone: 'My tailbone thanks me after every long drive to Ipoh.',
      bus: 'Took it on the night bus, best idea.',
      coolGel: 'Stays cooler than foam.',
      coverG: 'The cover is washable, with coffee people like me that matters.',
    },
    niggles: {
      heavyCu: 'Heavy for its size.',
      higher: 'You sit three centimetres higher, adjust the chair.',
    },
    faults: {
      tailbone: 'The gel cells tore on one side and it leans.',
      slipsCu: 'Slips off the chair all the time, non-slip is a joke.',
    },
  },
  'standing-converter': {
    likes: {
      spring: 'The gas spring lifts two monitors with one finger.',
      oneP: 'Lifted it out of the box and began to work. No screws!',
      range: 'High enough for my boyfriend who is 188.',
      afternoon: 'The sleepy hour after lunch is gone.',
    },
    niggles: {
      heavySt: 'The box is so heavy that two delivery men cursed.',
      keyboardT: 'The keyboard tray is narrow for a big mouse pad.',
    },
    faults: {
      wobbleSt: 'At the top it wobbles with every key.',
      spring: 'Comes down by itself under a normal monitor.',
    },
  },
  'footrest-foam': {
    likes: {
      short: 'I am 150 cm and for the first time my feet touch something.',
      rock: 'Flipped over I rock all day, it keeps me awake.',
      velvet: 'The velvet is nice on bare feet.',
      swelling: 'My feet do not swell any more at the end of the shift.',
    },
    niggles: {
      hair: 'The velvet collects hair.',
      push: 'Moves away on tiles when you push.',
    },
    faults: {
      short: 'Flat after {soon}, I could have used a towel.',
      coverF: 'The zip broke when I washed the cover.',
    },
  },
  'laptop-stand-alu': {
    likes: {
      neckL: 'Screen at eye level, neck pain gone in a week.',
      firmL: 'Does not bounce when I type on it.',
      flatL: 'Folds flat, I carry it to the café every day.',
      coolL: 'The laptop fan is quieter with air below.',
    },
    niggles: {
      stiffL: 'Hinges are very stiff at the beginning.',
      weightL: '920 g you do notice in the bag.',
    },
    faults: {
      firmL: 'A hinge slipped and the laptop slid to the floor.',
      scratchL: 'Sharp edges, it scratched my new laptop.',
    },
  },
  'keyboard-mech-75': {
    likes: {
      typing: 'Typing feels like popping bubble wrap, but useful.',
      hotswap: 'Changed the switches to silent ones in ten minutes.',
      three: 'Three devices, one key to jump between them.',
      knob: 'The volume knob, how did I live without it.',
    },
    niggles: {
      loudK: 'My wife hears each key in the next room.',
      batteryK: 'With lights on it lasts two days, without them weeks.',
    },
    faults: {
      typing: 'The letter e comes twicee after {soon}.',
      three: 'Bluetooth loses the first letters each time it wakes.',
    },
  },
  'mouse-vertical': {
    likes: {
      wristM: 'Carpal tunnel pain down by half in two weeks.',
      silentM: 'Silent clicks, I can work beside the sleeping baby.',
      monthM: 'Charged it once since I have it.',
      handM: 'Fits my hand of 18 cm like a handshake.',
    },
    niggles: {
      used: 'The first three days you miss every button.',
      gaming: 'Not for gaming.',
    },
    faults: {
      handM: 'The pointer jumps, on every surface I tried.',
      scrollM: 'The wheel scrolls up when I scroll down.',
    },
  },
  'webcam-2k': {
    likes: {
      face: 'They finally see that I have eyes.',
      shutter: 'The slide over the lens gives me peace.',
      micW: 'The microphones are good enough, I put the headset away.',
      focus: 'Focus is quick when I hold up a product in my live.',
    },
    niggles: {
      dark: 'In a dark room the picture is grainy.',
      wide: 'Wide, so the laundry is in the picture too.',
    },
    faults: {
      freezeW: 'Freezes after ten minutes in every meeting.',
      focus: 'The focus pumps in and out, people get seasick.',
    },
  },
  'hub-usb-c-7': {
    likes: {
      fourK: '4K at 60 Hz, real, not 30 like my old one.',
      pass: 'Charges the laptop while everything else is plugged in.',
      sd: 'SD and microSD at the same time, photographers know.',
      aluH: 'Aluminium, looks like part of the laptop.',
    },
    niggles: {
      warmH: 'Gets warm with everything in use, not alarming.',
      cable15: '15 cm of cable is short with a laptop stand.',
    },
    faults: {
      fourK: 'HDMI goes black every few minutes.',
      pass: 'The USB ports stop when the charger is connected.',
    },
  },
  'lamp-desk-clamp': {
    likes: {
      bar: 'The bar is so wide that my hands throw no shadow.',
      memory: 'Comes back at my setting every evening.',
      cri: 'Colours look right, I paint miniatures under it.',
      video: 'No flicker lines in my videos.',
    },
    niggles: {
      clampT: 'The clamp needs a table edge of at least three centimetres.',
      reach: 'Fully stretched it bounces a bit.',
    },
    faults: {
      clampBroke: 'The clamp screw broke through the plastic.',
      memory: 'It only knows full light and off now.',
    },
  },
  'monitor-light-bar': {
    likes: {
      screenB: 'Lights the desk and not the screen, as promised.',
      auto: 'Auto-dim is right most of the time.',
      space: 'No lamp on my tiny condo desk any more.',
      curved: 'Sits well even on my slightly curved monitor.',
    },
    niggles: {
      webcamB: 'Where should the webcam go now?',
      usbPower: 'Needs a good USB port, the one of my monitor was too weak.',
    },
    faults: {
      fallB: 'Falls off the monitor when I touch the desk.',
      buzzB: 'Buzzes at low light.',
    },
  },
  'lamp-study-kids': {
    likes: {
      cut: 'Power cut the night before exams and she just went on.',
      penCup: 'Pens in the cup, phone in the slot, table free.',
      neckS: 'The gooseneck stays as you bend it.',
      six: 'Six hours at full light is true.',
    },
    niggles: {
      cheapK: 'The base is light, it tips if you pull.',
      slot: 'The slot is too narrow for a phone with a thick case.',
    },
    faults: {
      six: 'Does not hold a charge after {soon}, only works on the cable.',
      neckS: 'The gooseneck cracked and hangs its head.',
    },
  },
  'ring-light-10': {
    likes: {
      live: 'My live sales doubled, or at least people see the dress.',
      stand: 'The stand goes up to my height and stays.',
      warmR: 'The warm white makes everybody look rested.',
      usbR: 'Runs from a power bank at the bazaar.',
    },
    niggles: {
      glassesR: 'Rings in my glasses, put it higher.',
      clipR: 'The clip is weak for a heavy phone.',
    },
    faults: {
      legR: 'A leg of the stand snapped and the light fell on my product.',
      remoteR: 'Button on the cable died, it is stuck on level one.',
    },
  },
  'notebook-lay-flat': {
    likes: {
      flatN: 'Opens flat on any page, even the first.',
      ink: 'Fountain pen, no ghosting and no bleeding.',
      saa: 'The saa paper cover is lovely to touch.',
      numbers: 'Numbered pages and two ribbons, my bullet journal is happy.',
    },
    niggles: {
      dots: 'The dots are a bit dark.',
      coverW: 'The cover does not like water drops.',
    },
    faults: {
      flatN: 'Pages came loose in the second week.',
      ink: 'The paper bleeds with a simple gel pen, never 120 gsm.',
    },
  },
  'gel-pens-12': {
    likes: {
      left: 'I am left-handed and my hand stays clean.',
      receipt: 'Writes on those terrible thermal receipts.',
      smoothP: 'Smooth, no skipping, down to the last drop.',
      clear: 'Clear barrel, so I see when it is time.',
    },
    niggles: {
      cap: 'Caps get lost, click ones would be nice.',
      fast: 'Goes empty fast if you write a lot.',
    },
    faults: {
      smoothP: 'Blobs all over my exam paper.',
      four: 'Four of twelve did not write.',
    },
  },
  'brush-pens-24': {
    likes: {
      blend: 'They blend beautifully with a wet brush.',
      tinB: 'The tin keeps them flat and in order.',
      fine: 'The fine tip at the other end is for lettering.',
      school: "My daughter's headings are now art.",
    },
    niggles: {
      skin: 'No good skin tones in the set.',
      bleedB: 'Bleeds through thin school paper.',
    },
    faults: {
      dryB: 'Nine of 24 were dry.',
      frayed: 'The brush tips frayed in {soon}.',
    },
  },
  'whiteboard-glass': {
    likes: {
      keyboardW: 'It fits between keyboard and monitor, my to-dos are under my nose.',
      wipeW: 'Wiped off a two-week-old list without a trace.',
      drawerW: 'The drawer swallows pens and sticky notes.',
      paperless: 'I have not used a scrap of paper since.',
    },
    niggles: {
      reflect: 'Reflects the ceiling light.',
      smallW: '44 cm is small for big plans.',
    },
    faults: {
      brokenW: 'Came as a puzzle of glass.',
      drawerW: 'The drawer falls out when you open it.',
    },
  },
  'planner-undated': {
    likes: {
      undated: 'No dates, so no guilt about the empty weeks in March.',
      holidays: 'The holiday stickers are cute and correct.',
      habit: 'The habit tracker got me to drink water.',
      pocket: 'The pocket at the back keeps my receipts.',
    },
    niggles: {
      paperP: 'Highlighter shines through a bit.',
      big: 'Bigger than I like for my bag.',
    },
    faults: {
      pagesP: 'Weeks 30 to 34 were printed twice and 35 to 39 not at all.',
      cover: 'The cover came off the spine after {soon}.',
    },
  },
  'drawer-organiser': {
    likes: {
      puzzle: 'Like Tetris, I fitted all eight into my drawer.',
      feet: 'The silicone feet keep them from sliding.',
      clips: 'The clips hold neighbours together.',
      see: 'Clear, so I see every paper clip.',
    },
    niggles: {
      height: '5 cm is too high for my flat top drawer.',
      scratchD: 'Came with small scratches.',
    },
    faults: {
      six: 'Six pieces instead of eight.',
      crackD: 'Two are cracked, paper-thin plastic.',
    },
  },
  'cable-box': {
    likes: {
      spaghetti: 'The spaghetti under the TV is gone, my wife hugged me.',
      bamboo: 'The bamboo lid looks like furniture.',
      cool: 'Feet below and slots, nothing gets warm inside.',
      cat: 'The cat can no longer chew the wires.',
    },
    niggles: {
      slots: 'The slots are narrow for fat plugs.',
      lidOff: 'The lid lies on top, it does not click.',
    },
    faults: {
      smaller: 'My six-way does not fit, it is 38 inside and not 40.',
      warped: 'The lid is warped and rocks.',
    },
  },
  'document-fire-bag': {
    likes: {
      peace: 'Passports, geran, birth certs, all in one bag beside the door.',
      test: 'Held a lighter to the corner for a minute, only a bit of soot.',
      lockD: 'The lock is easy to set and easy to turn.',
      a4: 'A4 goes in without folding.',
    },
    niggles: {
      itchD: 'The outside is a bit itchy, wear a long sleeve.',
      code: 'Write down the code, there is no way back.',
    },
    faults: {
      zipFB: 'The zip teeth are plastic. In a fire bag.',
      lockD: 'The lock jammed shut with my passport in it on the day of my flight.',
    },
  },
};
