import type { ProductEntry } from '../productEntry.ts';

export type PetsKind = 'petFood' | 'hygiene' | 'petBed' | 'walking' | 'tankOrCage';

export const pets = {
  'cat-food-mackerel': {
    kind: 'petFood',
    price: 'THB 420.00',
    name: 'Pla Thu Cat Pouches, 24 × 70 g',
    description:
      'Mackerel in jelly with taurine and no added colour, from a factory in Samut Sakhon. For grown cats. Open, squeeze, stand back.',
  },
  'kibble-lamb-rice': {
    kind: 'petFood',
    price: 'SGD 48.90',
    name: 'Setia Lamb and Rice Kibble, 6 kg',
    description:
      'For dogs that scratch on chicken: lamb, brown rice, fish oil. Small round kibble, 26% protein. The bag closes with a slider.',
  },
  'freeze-dried-chicken': {
    kind: 'petFood',
    price: 'MYR 35.90',
    name: 'Ayam Freeze-Dried Chicken Cubes, 90 g',
    description:
      'Chicken breast and nothing else, freeze-dried in Selangor. For cats and dogs, as treat or topper. Crumbles to powder for fussy ones.',
  },
  'dental-sticks': {
    kind: 'petFood',
    price: 'PHP 320.00',
    name: 'Ngiti Dental Sticks for Small Dogs, 28 Pieces',
    description:
      'Ridged sticks with malunggay for dogs from 3 to 10 kg, one a day. No sugar. Softened so that old teeth manage.',
  },
  'litter-tofu': {
    kind: 'hygiene',
    price: 'SGD 16.90',
    name: 'Tauhu Tofu Litter, Green Tea, 6 L × 2',
    description:
      'Pellets of soy fibre that clump fast and may be flushed in small lumps. Low dust, faint tea smell. One bag is two to three weeks for one cat.',
  },
  'litter-box-closed': {
    kind: 'hygiene',
    price: 'IDR 329000',
    name: 'Rumah Pasir Covered Litter Box, Top Exit',
    description:
      'A big box with a lid that a cat leaves over a grid, so that the sand stays inside. 52 cm long, for cats up to 8 kg. Scoop and carbon filter included.',
  },
  'grooming-vacuum': {
    kind: 'hygiene',
    price: 'THB 1690.00',
    name: 'Khon Grooming Vacuum Kit',
    description:
      'A quiet vacuum with brush, undercoat comb and clipper that draws the fur into a one-litre cup as you groom. 55 dB on low. Hose 1.5 m.',
  },
  'shampoo-neem': {
    kind: 'hygiene',
    price: 'MYR 29.90',
    name: 'Semambu Neem Dog Shampoo, 400 ml',
    description:
      'Neem and oatmeal against ticks and itching, pH 7, mild foam. Leave for five minutes. Smells of neem: rinse well.',
  },
  'pee-pads': {
    kind: 'hygiene',
    price: 'PHP 449.00',
    name: 'Tuyo Training Pads, 60 × 60 cm, 50 Pieces',
    description:
      'Five layers, gel core, sticky corners. Takes four cups of water. With a light attractant for puppies who still think the doormat is it.',
  },
  'bed-cooling': {
    kind: 'petBed',
    price: 'SGD 35.90',
    name: 'Adem Cooling Mat, 90 × 60 cm',
    description:
      'A gel mat that cools by lying on it, without water or power, for about three hours at a time. Folds; wipe clean. For dogs up to 30 kg that do not chew.',
  },
  'cat-tree-banana': {
    kind: 'petBed',
    price: 'THB 1490.00',
    name: 'Kluai Cat Tree, 110 cm',
    description:
      'Sisal posts, a hammock, a banana-shaped bed on top. Base 50 × 40 cm, 9 kg; a strap holds it to the wall. Half an hour to put together.',
  },
  'hammock-window': {
    kind: 'petBed',
    price: 'VND 249000',
    name: 'Nắng Window Hammock for Cats',
    description:
      'Four suction cups of 8 cm and a steel frame carry up to 15 kg of cat in the sun. Washable cover. Clean the glass first.',
  },
  'dog-bed-raised': {
    kind: 'petBed',
    price: 'PHP 990.00',
    name: 'Papag Raised Dog Bed, Medium',
    description:
      'A mesh cot 20 cm off the floor, cool from below and easy to hose down. Steel legs, 75 × 60 cm, up to 25 kg. Spare mesh can be had.',
  },
  'harness-no-pull': {
    kind: 'walking',
    price: 'SGD 32.90',
    name: 'Jalan No-Pull Harness, XS to L',
    description:
      'Two rings, front and back, padded mesh, reflective seams. The front ring turns a puller round. Handle on the back for escalators.',
  },
  'leash-retract': {
    kind: 'walking',
    price: 'MYR 45.00',
    name: 'Tali 5 m Retractable Leash, 25 kg',
    description:
      'A five-metre tape, one-button brake and a holder for a roll of bags. The last half metre is red, as a warning.',
  },
  'carrier-backpack': {
    kind: 'walking',
    price: 'VND 520000',
    name: 'Phi Hành Cat Backpack with Window',
    description:
      'A backpack with a clear dome, air holes on three sides and a short leash inside. Up to 6 kg. For motorbike trips to the vet.',
  },
  'booties-paw': {
    kind: 'walking',
    price: 'THB 290.00',
    name: 'Thao Dog Booties for Hot Pavement, 4 Pieces',
    description:
      'Thin rubber soles and stretch mesh against midday asphalt. Five sizes: measure the standing paw. Dogs walk funny for ten minutes.',
  },
  'betta-tank': {
    kind: 'tankOrCage',
    price: 'THB 590.00',
    name: 'Pla Kat Betta Tank, 5 L with Divider',
    description:
      'Clear acrylic, a lid against jumpers, a divider for two rivals and an LED strip. Add a leaf and a plant; filter not needed with weekly changes.',
  },
  'filter-sponge': {
    kind: 'tankOrCage',
    price: 'IDR 55000',
    name: 'Busa Double Sponge Filter',
    description:
      'Two sponges on one pipe, driven by any air pump, for tanks up to 80 L. Gentle enough for shrimps and fry. Rinse in tank water.',
  },
  'bird-cage-murai': {
    kind: 'tankOrCage',
    price: 'IDR 489000',
    name: 'Murai Bamboo Bird Cage, No. 2',
    description:
      'A round cage of petung bamboo, turned rods, carved base, two cups and a brass hook. 58 cm high. Made in Solo.',
  },
  'fish-feeder-auto': {
    kind: 'tankOrCage',
    price: 'SGD 27.90',
    name: 'Makan Automatic Fish Feeder',
    description:
      'Up to four meals a day from a 200 ml drum, with a fan that keeps flakes dry in humid rooms. USB-C and two AA batteries as a reserve.',
  },
} as const satisfies Record<string, ProductEntry<PetsKind>>;
