import type { ProductEntry } from '../productEntry.ts';

export type FashionKind = 'top' | 'bottom' | 'footwear' | 'bag' | 'rainwear';

export const fashion = {
  'batik-shirt-pekalongan': {
    kind: 'top',
    price: 'IDR 289000',
    name: 'Pekalongan Batik Shirt, Short Sleeve',
    description:
      'Hand-stamped cotton batik with the pattern matched across the pocket. Slim cut, coconut buttons, sizes S to XXL. Wash apart the first time: indigo runs.',
  },
  'linen-shirt-resort': {
    kind: 'top',
    price: 'THB 890.00',
    name: 'Hua Hin Linen Blend Shirt',
    description:
      '55% linen, 45% cotton, washed before sewing so that it hardly shrinks. Band collar, roll-up tabs, a cut loose enough for a beach wedding. Asian sizes.',
  },
  'baju-kurung-modern': {
    kind: 'top',
    price: 'MYR 139.00',
    name: 'Seri Modern Baju Kurung Set',
    description:
      'A baju and a kain of crease-free moss crepe with nursing zip and side pockets. Fully lined skirt. XS to 3XL; the size chart is measured on the garment.',
  },
  'polo-dri': {
    kind: 'top',
    price: 'SGD 29.90',
    name: 'Kering Cepat Polo Shirt',
    description:
      "A polo that dries within an hour on the line. Recycled polyester mesh with UPF 40, flat seams under a rucksack's straps, a collar that does not curl.",
  },
  'barong-tee': {
    kind: 'top',
    price: 'PHP 499.00',
    name: 'Barong Print Cotton Tee',
    description:
      'Heavy 220 gsm cotton with barong embroidery drawn as a print down the front. Pre-shrunk, ribbed collar, unisex fit. Printed in Marikina.',
  },
  'fisherman-pants': {
    kind: 'bottom',
    price: 'THB 350.00',
    name: 'Chiang Mai Fisherman Pants',
    description:
      'Wrap, fold, tie: one size from 60 to 110 cm waist. Soft cotton twill, two deep pockets, dyed in small lots. For yoga, markets and doing nothing.',
  },
  'sarong-pelikat': {
    kind: 'bottom',
    price: 'MYR 65.00',
    name: 'Kain Pelikat Sarong, Fine Cotton',
    description:
      'Sewn closed, 120 cm by 200 cm round, in fine combed cotton that softens with each wash. Checked in maroon, navy or moss green. Colours hold at 40 °C.',
  },
  'chino-stretch': {
    kind: 'bottom',
    price: 'SGD 45.00',
    name: 'Raffles Stretch Chinos',
    description:
      'Office trousers for 33 degrees: 97% cotton with some stretch, light as a shirt, with a hidden zip pocket for the phone. Length in three sizes, so no tailor.',
  },
  'skirt-midi-pleated': {
    kind: 'bottom',
    price: 'VND 320000',
    name: 'Hội An Pleated Midi Skirt',
    description:
      'Knife pleats that survive the washing machine, an elastic back, a lining to the knee. Falls to mid-calf at 160 cm. Sewn by a workshop of twelve in Hội An.',
  },
  'sandals-tsinelas': {
    kind: 'footwear',
    price: 'PHP 890.00',
    name: 'Liliw Abaca Slippers',
    description:
      'House slippers from Liliw, Laguna: abaca weave on top, cushioned cork inside, a rubber sole that does not squeak on tiles. Order one size up for broad feet.',
  },
  'sneakers-canvas': {
    kind: 'footwear',
    price: 'VND 449000',
    name: 'Bình Dương Canvas Sneakers',
    description:
      'Vulcanised rubber, 12 oz canvas and a removable insole. White, olive or black. Size chart in centimetres; half sizes exist from 36 to 42.',
  },
  'sandals-hiking': {
    kind: 'footwear',
    price: 'SGD 62.00',
    name: 'Rimba Trekking Sandals',
    description:
      'Three straps to adjust, a toe guard and lugs that hold on wet roots. Quick-drying webbing, 290 g a sandal in size 42. Fine in rivers, not for scree.',
  },
  'school-shoes-black': {
    kind: 'footwear',
    price: 'MYR 49.90',
    name: 'Cikgu Black School Shoes',
    description:
      'All-black canvas and rubber to the school rule, with a velcro strap for the young ones and laces from size 3. Insole can be washed, toe cap reinforced.',
  },
  'tote-mengkuang': {
    kind: 'bag',
    price: 'MYR 85.00',
    name: 'Mengkuang Woven Tote',
    description:
      'Pandanus leaf plaited in Terengganu, a cotton lining with a zip pocket, handles of vegetable-tanned leather. Carries 6 kg of market. Keep it dry.',
  },
  'backpack-commuter': {
    kind: 'bag',
    price: 'SGD 79.90',
    name: 'Laluan 22 L Commuter Backpack',
    description:
      'Opens flat like a suitcase, holds a 16-inch laptop away from the rain, and has an EZ-Link pocket in the strap. Water-repellent zips. 880 g.',
  },
  'sling-anti-theft': {
    kind: 'bag',
    price: 'VND 275000',
    name: 'Sài Gòn Anti-Theft Sling',
    description:
      'A slash-proof strap, a zip that faces your back and room for a phone, a passport and a small bottle. Made with motorbike thieves in mind.',
  },
  'bayong-mini': {
    kind: 'bag',
    price: 'PHP 650.00',
    name: 'Mini Bayong Bag with Inabel Lining',
    description:
      'A small buri palm bag lined with Ilocos inabel, with a drawstring top and a strap for the shoulder. Each is numbered by the weaver.',
  },
  'poncho-motor': {
    kind: 'rainwear',
    price: 'IDR 145000',
    name: 'Hujan Deras Motorbike Poncho, 2 Heads',
    description:
      'A poncho with two hoods for rider and pillion and a clear window for the headlight. Welded seams, 0.18 mm, reflective stripes, packs into its own pocket.',
  },
  'umbrella-uv': {
    kind: 'rainwear',
    price: 'SGD 24.90',
    name: 'Payung UV Folding Umbrella, Auto',
    description:
      'Opens and closes with one button, UPF 50+ black coating, ten fibreglass ribs that flip back when the wind turns them. 340 g, 97 cm across.',
  },
  'sun-hat-foldable': {
    kind: 'rainwear',
    price: 'VND 159000',
    name: 'Nắng Wide-Brim Sun Hat, Foldable',
    description:
      'A 12 cm brim with a wire that keeps its shape, a chin cord for the motorbike and a gap for a ponytail. UPF 50, rolls up for the bag.',
  },
  'jacket-sun': {
    kind: 'rainwear',
    price: 'VND 365000',
    name: 'Áo Chống Nắng Sun Jacket with Mask Hood',
    description:
      'The jacket every rider in Saigon wears: thin, hooded, with a face flap and sleeves that cover the hands. UPF 50+, vents in the armpits, pocket with zip.',
  },
} as const satisfies Record<string, ProductEntry<FashionKind>>;
