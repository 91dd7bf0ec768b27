import type { ProductEntry } from '../productEntry.ts';

export type ElectronicsKind = 'earphones' | 'headset' | 'power' | 'watch' | 'speaker' | 'phoneGear';

export const electronics = {
  'earbuds-bayu': {
    kind: 'earphones',
    price: 'SGD 69.90',
    name: 'Bayu Air 2 Wireless Earbuds',
    description:
      'Earbuds with active noise cancelling tuned for MRT rumble. Seven hours a charge, 28 with the case, Bluetooth 5.3 and two devices at once. Three sizes of silicone tips.',
  },
  'earphones-wired-c': {
    kind: 'earphones',
    price: 'PHP 399.00',
    name: 'Tugtog Wired Earphones, USB-C',
    description:
      'Plain earphones for phones without a jack: USB-C plug, 1.2 m cloth-covered cable, a microphone with three buttons. No charging, no pairing.',
  },
  'headset-call-centre': {
    kind: 'headset',
    price: 'PHP 2490.00',
    name: 'Bisig Pro Office Headset, Mono',
    description:
      'A headset for people who talk all day: 120 g, one ear, a boom microphone that drops fans and roosters, and a mute button on the cable that beeps when you forget it. USB-A.',
  },
  'headphones-over-ear': {
    kind: 'earphones',
    price: 'THB 1890.00',
    name: 'Siang 700 Over-Ear Headphones',
    description:
      'Folding over-ear headphones with 40 mm drivers, noise cancelling and 45 hours of battery. The ear pads come off for washing and spare pads cost 190 baht.',
  },
  'powerbank-20k': {
    kind: 'power',
    price: 'SGD 45.00',
    name: 'Kuat 20,000 mAh Power Bank, 22.5 W',
    description:
      'Charges a phone four times, fast over USB-C, with a screen that shows the per cent left. 74 Wh, so it may fly in the cabin. 355 g.',
  },
  'charger-65w': {
    kind: 'power',
    price: 'MYR 99.00',
    name: 'Kilat 65 W GaN Charger, 3 Ports',
    description:
      "One UK-plug brick for laptop, phone and earbuds: two USB-C, one USB-A. 65 W alone, 45 + 18 W shared. Half the size of a notebook's own.",
  },
  'cable-braided-2m': {
    kind: 'power',
    price: 'IDR 59000',
    name: 'Tambang Braided USB-C Cable, 2 m, 60 W',
    description:
      'A nylon-braided cable with moulded strain relief, tested for 20,000 bends. Charges at 60 W and carries data at USB 2.0 speed. Comes with a leather tie.',
  },
  'solar-charger-fold': {
    kind: 'power',
    price: 'THB 1290.00',
    name: 'Dara 21 W Folding Solar Charger',
    description:
      'Three solar panels that fold to the size of a magazine and clip to a rucksack. Two USB ports, 21 W in full sun, about a phone in three hours. No battery inside.',
  },
  'extension-surge': {
    kind: 'power',
    price: 'SGD 32.90',
    name: 'Safira 4-Way Extension with Surge Guard, 3 m',
    description:
      'Four switched sockets and two USB-C ports on a three-metre lead, with a surge guard and the Safety Mark. Holes at the back to screw it under a desk.',
  },
  'watch-gps-run': {
    kind: 'watch',
    price: 'SGD 149.00',
    name: 'Lari S GPS Running Watch',
    description:
      'A 39 g watch with GPS, wrist heart rate and a screen readable at noon. Twelve days on the wrist, 20 hours with GPS on. Syncs with the usual running apps.',
  },
  'band-fitness': {
    kind: 'watch',
    price: 'VND 690000',
    name: 'Nhịp Fitness Band 3',
    description:
      'A slim band for steps, sleep and pulse with a 1.5-inch colour screen. Waterproof to 50 m, about nine days a charge, shows messages in Vietnamese with all tone marks.',
  },
  'watch-kids-gps': {
    kind: 'watch',
    price: 'MYR 269.00',
    name: 'Si Kecil 4G Watch for Children',
    description:
      'A watch that calls ten numbers only, shows parents where it is and has an SOS button. 4G with a nano SIM (not included), school mode without games, splash-proof.',
  },
  'watch-classic-hybrid': {
    kind: 'watch',
    price: 'IDR 879000',
    name: 'Arloji Hybrid Watch, 40 mm',
    description:
      'Real hands, a steel case and a tiny hidden display for steps and calls. A coin cell lasts about six months. Leather strap with a standard 20 mm pin.',
  },
  'speaker-shower': {
    kind: 'speaker',
    price: 'THB 790.00',
    name: 'Fon Waterproof Speaker, Palm Size',
    description:
      'A speaker the size of a mango that floats, IPX7, with a loop to hang it in the shower. Ten hours at half volume; two of them pair for stereo.',
  },
  'speaker-party': {
    kind: 'speaker',
    price: 'PHP 3990.00',
    name: 'Fiesta Karaoke Speaker, 8-Inch, 2 Mics',
    description:
      'An 8-inch trolley speaker with two wireless microphones, echo and key control, lights that can be turned off and a tablet slot. Six hours on battery at barangay volume.',
  },
  'soundbar-small': {
    kind: 'speaker',
    price: 'MYR 229.00',
    name: 'Suara 60 cm Soundbar',
    description:
      'A slim bar for TVs up to 43 inches with HDMI ARC, optical and Bluetooth. A dialogue button lifts voices over the music. Wall brackets and a 1.5 m HDMI cable included.',
  },
  'radio-portable': {
    kind: 'speaker',
    price: 'IDR 245000',
    name: 'Gelombang FM/AM Radio with Torch',
    description:
      'A radio for power cuts: FM and AM, a torch, a hand crank, a solar strip and a USB port to give a phone a few minutes. Takes three AA batteries as well.',
  },
  'case-rugged': {
    kind: 'phoneGear',
    price: 'MYR 39.90',
    name: 'Tahan Rugged Phone Case with Ring Stand',
    description:
      'Two layers, raised lip, corners with air pockets and a ring that turns into a stand. Cut for the popular phones of this year and last; choose the model when ordering.',
  },
  'screen-glass-2pk': {
    kind: 'phoneGear',
    price: 'SGD 14.90',
    name: 'Bening Tempered Glass, 2-Pack with Frame',
    description:
      'Two 0.33 mm glass protectors with a frame that places them without a bubble. Oil-repellent, works with under-screen fingerprint readers once you register the finger again.',
  },
  'mount-motorbike': {
    kind: 'phoneGear',
    price: 'VND 259000',
    name: 'Xe Ôm Phone Mount for Handlebars',
    description:
      'An aluminium mount for handlebars of 22 to 32 mm. A lever locks four claws round the phone and a silicone damper spares the camera. Turns to landscape.',
  },
  'tripod-selfie': {
    kind: 'phoneGear',
    price: 'PHP 749.00',
    name: 'Kuha Tripod and Selfie Stick, 1.6 m',
    description:
      'A tripod that folds to 32 cm and goes up to 1.6 m, with a Bluetooth remote in the handle. Metal tube, cold shoe for a light, holds phones up to 300 g.',
  },
} as const satisfies Record<string, ProductEntry<ElectronicsKind>>;
