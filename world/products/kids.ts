import type { ProductEntry } from '../productEntry.ts';

export type KidsKind = 'feeding' | 'carrying' | 'toy' | 'sleeping' | 'school';

export const kids = {
  'bottle-steriliser': {
    kind: 'feeding',
    price: 'SGD 79.00',
    name: 'Bersih Bottle Steriliser and Dryer',
    description:
      'Steams six bottles in eight minutes and dries them with filtered air in forty. Works as a food steamer later. Shuts off when dry. Descale weekly with vinegar.',
  },
  'silicone-bowl-set': {
    kind: 'feeding',
    price: 'MYR 45.90',
    name: 'Suap Silicone Bowl, Bib and Spoon Set',
    description:
      'A bowl that sucks onto the high chair, a bib with a catcher and two soft spoons. Food-grade silicone, boil or dishwash. From six months.',
  },
  'food-maker': {
    kind: 'feeding',
    price: 'THB 1590.00',
    name: 'Bot Lae Nueng Baby Food Maker',
    description:
      'Steams and blends in the same 400 ml bowl, for porridge with pumpkin in fifteen minutes. One knob. The blade locks unless the lid is closed.',
  },
  'straw-cup-weighted': {
    kind: 'feeding',
    price: 'PHP 459.00',
    name: 'Tagay Weighted Straw Cup, 240 ml',
    description:
      'The weighted straw follows the water, however the cup is held. Two handles, a flip lid that stays shut in a bag, spare straw in the box. From eight months.',
  },
  'carrier-mesh': {
    kind: 'carrying',
    price: 'SGD 99.00',
    name: 'Dukung Mesh Baby Carrier',
    description:
      'A carrier of air mesh for the tropics, from 4 to 18 kg, with a wide seat for healthy hips. Four positions, lumbar belt from 65 to 130 cm.',
  },
  'stroller-cabin': {
    kind: 'carrying',
    price: 'THB 3890.00',
    name: 'Pai Thiao Cabin Stroller',
    description:
      'Folds with one hand to cabin size, 5.9 kg, lies nearly flat, with a canopy that reaches the bumper. Up to 22 kg. Rain cover in the box.',
  },
  'stroller-fan': {
    kind: 'carrying',
    price: 'MYR 55.00',
    name: 'Sotong Bendy-Leg Stroller Fan',
    description:
      'A fan with three bendy legs that grip a pram, car seat or cot. Fine mesh for small fingers, four speeds, up to 15 hours on low.',
  },
  'hip-seat': {
    kind: 'carrying',
    price: 'VND 489000',
    name: 'Địu Hip Seat with Pocket',
    description:
      'A foam seat on a broad belt for toddlers who want up and down all day. Up to 20 kg, non-slip top, pockets for nappies and a phone.',
  },
  'blocks-rubberwood': {
    kind: 'toy',
    price: 'MYR 89.00',
    name: 'Kampung Rubberwood Blocks, 60 Pieces',
    description:
      'Sixty blocks to build a kampung house on stilts: roofs, ladders, a cat. Malaysian rubberwood, water-based colours, sanded by hand. From two years.',
  },
  'puzzle-asean-map': {
    kind: 'toy',
    price: 'SGD 34.90',
    name: 'South-East Asia Floor Puzzle, 48 Pieces',
    description:
      'A map 90 cm wide with animals, dishes and boats. Thick board, wipe-clean. A leaflet tells one story for each country. From four years.',
  },
  'jeepney-friction': {
    kind: 'toy',
    price: 'PHP 520.00',
    name: 'Tin Jeepney with Friction Motor',
    description:
      'A tin jeepney painted as on EDSA, 18 cm, with a friction motor and a horn that is, mercifully, mechanical. No batteries. From three years.',
  },
  'bath-toys-mekong': {
    kind: 'toy',
    price: 'VND 215000',
    name: 'Mekong Boat Bath Toys, Set of 5',
    description:
      'Five boats and a floating market stall with fruit that sticks to wet tiles. No holes, so no mould inside. From one year.',
  },
  'drawing-tablet-lcd': {
    kind: 'toy',
    price: 'IDR 89000',
    name: 'Coret 10-Inch LCD Drawing Tablet',
    description:
      'Draw with anything, erase with a button. Colour lines, a lock so that little brothers cannot delete, one coin cell for about half a year.',
  },
  'sarong-cradle-spring': {
    kind: 'sleeping',
    price: 'MYR 119.00',
    name: 'Buaian Spring Cradle with Stand',
    description:
      'The sarong cradle with a steel stand and a spring rated for 20 kg. Includes a cotton sarong net. Stand folds; put it on a carpet, away from the wall.',
  },
  'swaddle-muslin': {
    kind: 'sleeping',
    price: 'IDR 135000',
    name: 'Bedong Muslin Swaddles, 3 Pieces',
    description:
      'Three bamboo-cotton muslins, 110 × 110 cm, in batik motifs. Softer with each wash; thin enough for a room without air-con.',
  },
  'sleep-sack-tropic': {
    kind: 'sleeping',
    price: 'SGD 39.90',
    name: 'Tidur Sleeping Bag 0.5 TOG',
    description:
      'A sleeveless bag for air-conned rooms at 24 to 27 °C. Two-way zip for night changes, snaps at the shoulder. 6–18 months.',
  },
  'playmat-foam': {
    kind: 'toy',
    price: 'THB 1290.00',
    name: 'Mon Folding Play Mat, 180 × 200 cm',
    description:
      'An XPE mat 1.5 cm thick, in one piece, with a road on one side and plain grey on the other. Folds in six. Wipes clean.',
  },
  'lunchbox-bento': {
    kind: 'school',
    price: 'SGD 27.90',
    name: 'Bekal Steel Lunch Box, 3 Compartments',
    description:
      'Stainless 304 with a silicone seal that keeps soup where it is. 750 ml, clips that a six-year-old can open, a bag with a name window.',
  },
  'school-bag-light': {
    kind: 'school',
    price: 'MYR 129.00',
    name: 'Ringan Ergonomic School Bag',
    description:
      '780 g empty with a frame that follows the back, a chest clip and a compartment for a wet bottle. For 110 to 140 cm tall. Reflective on three sides.',
  },
  'water-bottle-kids': {
    kind: 'school',
    price: 'PHP 389.00',
    name: "Tubig 500 ml Kids' Bottle with Strap",
    description:
      'Tritan, a straw lid with a lock, marks for every hour and a strap. Survives a fall from the desk. Two sheets of stickers in the box.',
  },
  'raincoat-kids': {
    kind: 'school',
    price: 'VND 175000',
    name: "Mưa Kids' Raincoat with Bag Cover",
    description:
      'A raincoat with room for the school bag behind, a peaked hood and snaps instead of a zip. Four sizes from 100 to 145 cm, reflective stripe.',
  },
} as const satisfies Record<string, ProductEntry<KidsKind>>;
