import type { ProductEntry } from '../productEntry.ts';

export type OutdoorsKind = 'racket' | 'fitness' | 'camping' | 'riding' | 'water';

export const outdoors = {
  'badminton-racket-garuda': {
    kind: 'racket',
    price: 'IDR 459000',
    name: 'Garuda 88 Badminton Racket, 4U',
    description:
      "An 83 g carbon racket, slightly head-heavy, strung at 24 lb. For players who have left the beginner's hall. Cover and a spare grip included.",
  },
  'shuttlecocks-feather': {
    kind: 'racket',
    price: 'MYR 78.00',
    name: 'Smes Feather Shuttlecocks, Tube of 12, Speed 76',
    description:
      'Goose feather, natural cork, speed 76 for warm halls. Club quality: two to three games each. Store the tube upright and steam before play.',
  },
  'takraw-ball': {
    kind: 'racket',
    price: 'THB 480.00',
    name: 'Sepak Takraw Ball, Match Size',
    description:
      'Twelve-strip synthetic weave at the match weight of 175 g, with rubber outside for those who have not yet grown a forehead of teak.',
  },
  'table-tennis-set': {
    kind: 'racket',
    price: 'SGD 39.90',
    name: 'Void Deck Table Tennis Set with Retractable Net',
    description:
      'Two bats, four balls and a net that clamps to any table up to 190 cm wide. Rubber with some spin. Everything in one bag.',
  },
  'yoga-mat-natural': {
    kind: 'fitness',
    price: 'SGD 64.90',
    name: 'Tenang Natural Rubber Yoga Mat, 4 mm',
    description:
      'Natural rubber with a PU top that grips more when wet. Alignment lines, 183 × 68 cm, 2.4 kg. Not for those allergic to latex.',
  },
  'resistance-bands': {
    kind: 'fitness',
    price: 'IDR 149000',
    name: 'Otot Resistance Band Set, 5 Bands',
    description:
      'Five latex tubes from 5 to 23 kg that combine, with handles, ankle straps and a door anchor. A poster shows thirty exercises.',
  },
  'dumbbell-adjustable': {
    kind: 'fitness',
    price: 'MYR 349.00',
    name: 'Kental Adjustable Dumbbell, 2–20 kg',
    description:
      'Turn the dial for ten weights from 2 to 20 kg; plates stay in the tray. Rubber handle. Do not drop it: the mechanism minds.',
  },
  'skipping-rope-count': {
    kind: 'fitness',
    price: 'VND 139000',
    name: 'Nhảy Counting Skipping Rope',
    description:
      'A steel rope with a counter and calories in the handle, and a pair of weighted ends to jump without the rope in a small flat.',
  },
  'hammock-double': {
    kind: 'camping',
    price: 'PHP 1190.00',
    name: 'Duyan Double Hammock with Straps',
    description:
      'Parachute nylon for two, up to 250 kg, with tree straps that do not hurt the bark and carabiners. Packs to the size of a pomelo, 780 g.',
  },
  'tent-two': {
    kind: 'camping',
    price: 'MYR 259.00',
    name: 'Gunung 2-Person Tent, Double Wall',
    description:
      'A tent for rain forest weather: 3,000 mm fly, full mesh inside, two doors. 2.1 kg. Pitches fly-first, so that the inside stays dry.',
  },
  'stove-gas': {
    kind: 'camping',
    price: 'THB 850.00',
    name: 'Doi Compact Gas Stove',
    description:
      '2.9 kW with piezo ignition and a wind shield, in a hard case. Takes the usual 230 g canisters, not included. Boils a litre in four minutes.',
  },
  'headlamp-red': {
    kind: 'camping',
    price: 'SGD 34.90',
    name: 'Gelap 400 lm Headlamp, Rechargeable',
    description:
      '400 lumens, red light for turtle watching, motion switch for busy hands. 1,200 mAh over USB-C: five hours on mid, forty on low. IPX5.',
  },
  'helmet-half': {
    kind: 'riding',
    price: 'VND 420000',
    name: 'Phố Half-Face Helmet',
    description:
      'A 900 g half-face helmet with the CR mark, washable lining and a sun visor inside. M to XL. Buckle that closes with one hand.',
  },
  'gloves-riding': {
    kind: 'riding',
    price: 'IDR 99000',
    name: 'Aspal Riding Gloves, Touchscreen',
    description:
      'Mesh back, padded palm, a rubber blade on the thumb to wipe the visor. Two fingers work on a phone. Sizes run small.',
  },
  'bike-light-set': {
    kind: 'riding',
    price: 'SGD 29.90',
    name: 'Kelip Bike Light Set, USB',
    description:
      'A 300 lm front and a red rear light for the park connector, both USB-C, IPX5, on rubber straps that need no tool.',
  },
  'delivery-bag-insulated': {
    kind: 'riding',
    price: 'PHP 850.00',
    name: 'Padala Insulated Delivery Bag, 48 L',
    description:
      'A bag for riders: 48 L, insulated, with a stiff base, two straps and reflective piping. Keeps four milk teas upright. Lining wipes clean.',
  },
  'snorkel-set': {
    kind: 'water',
    price: 'THB 1290.00',
    name: 'Similan Snorkel Set, Dry Top',
    description:
      'A two-lens mask in soft silicone and a snorkel whose top shuts under water. Mesh bag. Adult medium; fits narrow noses well.',
  },
  'dry-bag-20': {
    kind: 'water',
    price: 'PHP 590.00',
    name: 'Bangka Dry Bag, 20 L',
    description:
      '500D tarpaulin with a roll top and two shoulder straps. Floats with air inside. For island hopping, not for diving.',
  },
  'swim-goggles': {
    kind: 'water',
    price: 'SGD 24.90',
    name: 'Jernih Swim Goggles, Anti-Fog',
    description:
      'Wide view, UV 400, three nose bridges and a strap that adjusts while worn. Anti-fog inside: rinse, never rub. Clear or smoke.',
  },
  'rash-guard': {
    kind: 'water',
    price: 'MYR 75.00',
    name: 'Ombak Long-Sleeve Rash Guard',
    description:
      'UPF 50+, four-way stretch, flat seams and a loop to hold it to the board shorts. Chlorine-resistant. Modest length, to the hip.',
  },
  'fishing-rod-travel': {
    kind: 'camping',
    price: 'MYR 168.00',
    name: 'Kolam Travel Rod and Reel, 1.8 m',
    description:
      'A four-piece carbon rod, 45 cm packed, with a 3000 reel and line. For ponds and jetties; up to 6 kg of drag.',
  },
} as const satisfies Record<string, ProductEntry<OutdoorsKind>>;
