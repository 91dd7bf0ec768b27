import type { ProductEntry } from '../productEntry.ts';

export type BeautyKind = 'sunscreen' | 'skincare' | 'haircare' | 'groomingTool' | 'bodycare' | 'makeup';

export const beauty = {
  'sunscreen-gel': {
    kind: 'sunscreen',
    price: 'SGD 22.90',
    name: 'Terik Watery Sun Gel SPF 50+ PA++++, 50 ml',
    description:
      'A gel that sinks in within a minute and leaves no white face on brown skin. No fragrance, no alcohol, holds two hours of sweat. Fine under make-up.',
  },
  'sunscreen-stick': {
    kind: 'sunscreen',
    price: 'PHP 449.00',
    name: 'Araw Sun Stick SPF 50, 20 g',
    description:
      'A clear stick for topping up on the jeepney: face, ears, tattoos. Does not run into the eyes. Allowed in cabin bags as a solid.',
  },
  'sunscreen-kids-lotion': {
    kind: 'sunscreen',
    price: 'THB 390.00',
    name: 'Thale Kids Sun Lotion SPF 50, 120 ml',
    description:
      'A mineral lotion for children from three years, tinted lightly blue until it is rubbed in. Water-resistant for 80 minutes and free of oxybenzone, as marine parks require.',
  },
  'sunscreen-tinted': {
    kind: 'sunscreen',
    price: 'MYR 59.90',
    name: 'Senja Tinted Sunscreen SPF 45, 40 ml',
    description:
      'Sunscreen and a light tint in one, in three shades mixed for South-East Asian skin: Langsat, Sawo and Kelapa. Semi-matte, halal certified.',
  },
  'toner-rice': {
    kind: 'skincare',
    price: 'THB 320.00',
    name: 'Khao Hom Rice Toner, 200 ml',
    description:
      'Fermented jasmine rice water with 2% niacinamide, milky and light. For dull skin and old spots; patience of six weeks advised. No added scent.',
  },
  'serum-niacinamide': {
    kind: 'skincare',
    price: 'IDR 99000',
    name: 'Cerah 10% Niacinamide Serum, 30 ml',
    description:
      'Ten per cent niacinamide with zinc for oily skin and marks. Water-thin, dropper bottle in brown glass. Start every second evening.',
  },
  'sheet-mask-centella': {
    kind: 'skincare',
    price: 'VND 229000',
    name: 'Rau Má Centella Sheet Masks, Box of 10',
    description:
      'Thin cellulose masks soaked with centella from Huế. For a face that came back from the beach too red. 25 ml of essence in each: the rest is for the neck.',
  },
  'moisturiser-gel-aloe': {
    kind: 'skincare',
    price: 'PHP 285.00',
    name: 'Sabila Aloe Gel Cream, 100 ml',
    description:
      'Aloe from Batangas in a gel cream that dries without stickiness, for humid days and sunburn alike. Pump bottle, no colourant.',
  },
  'hair-oil-kemiri': {
    kind: 'haircare',
    price: 'IDR 75000',
    name: 'Minyak Kemiri Candlenut Hair Oil, 60 ml',
    description:
      'Cold-pressed candlenut oil for dry ends and thinning temples. Warm a few drops, massage, leave overnight. Smells faintly of roasted nuts.',
  },
  'shampoo-makrut': {
    kind: 'haircare',
    price: 'THB 260.00',
    name: 'Makrut Lime Scalp Shampoo, 300 ml',
    description:
      'Makrut lime and butterfly pea for oily scalps and the itch that comes under a helmet. No sulphates, so it foams modestly.',
  },
  'hair-mask-coconut': {
    kind: 'haircare',
    price: 'MYR 34.90',
    name: 'Kelapa Dara Hair Mask, 250 ml',
    description:
      'Virgin coconut oil and hydrolysed silk for coloured or rebonded hair. Ten minutes once a week. Works under a tudung day too, rinsing out without grease.',
  },
  'clipper-cordless': {
    kind: 'groomingTool',
    price: 'SGD 49.00',
    name: 'Gunting Cordless Hair Clipper',
    description:
      'Titanium blades, eight combs from 1.5 to 25 mm, 120 minutes a charge over USB-C. The blade head rinses under the tap. 58 dB, so children sit still.',
  },
  'balm-nutmeg': {
    kind: 'bodycare',
    price: 'SGD 8.90',
    name: 'Nutmeg and Clove Warming Balm, 40 g',
    description:
      'A warming balm with Penang nutmeg oil, clove and menthol for stiff necks, mosquito bites and bus sickness. Glass jar, no petroleum jelly.',
  },
  'soap-papaya': {
    kind: 'bodycare',
    price: 'PHP 180.00',
    name: 'Papaya Kojic Soap, 3 Bars of 135 g',
    description:
      'Papaya enzyme and kojic acid in a hard, long-lasting bar. It tingles: no more than a minute at first, and sunscreen by day.',
  },
  'scrub-lulur': {
    kind: 'bodycare',
    price: 'IDR 65000',
    name: 'Lulur Royal Body Scrub, 250 g',
    description:
      'The bridal scrub of Yogyakarta: rice powder, turmeric and jasmine in a paste that rolls off as it dries. Turmeric may tint light towels.',
  },
  'deodorant-alum': {
    kind: 'bodycare',
    price: 'THB 145.00',
    name: 'Sarn Som Alum Deodorant Stone, 120 g',
    description:
      'A polished alum stone: wet it, rub it on, done. No scent, no stain on shirts, lasts a year. It stops odour, not sweat.',
  },
  'mosquito-lotion': {
    kind: 'bodycare',
    price: 'MYR 18.90',
    name: 'Serai Citronella Mosquito Lotion, 100 ml',
    description:
      'Citronella and lemongrass with 15% IR3535, for skin from one year on. Keeps Aedes off for about four hours. Not oily.',
  },
  'lip-tint-guava': {
    kind: 'makeup',
    price: 'IDR 79000',
    name: 'Jambu Water Lip Tint, 4 g',
    description:
      'A water tint that survives bakso and a mask. Four reds from guava to rosella, blurred finish. Remove with oil.',
  },
  'cushion-foundation': {
    kind: 'makeup',
    price: 'VND 399000',
    name: 'Sương Cushion Foundation SPF 35',
    description:
      'A dewy cushion in eight shades with undertones for warm skin. Medium cover, holds through a Saigon afternoon. A refill comes in the box.',
  },
  'brow-pencil': {
    kind: 'makeup',
    price: 'PHP 199.00',
    name: 'Kilay Micro Brow Pencil',
    description:
      'A 1.5 mm retractable pencil with a spoolie. Waterproof, four browns and a soft black. Enough for four months of daily brows.',
  },
  'eyeliner-felt': {
    kind: 'makeup',
    price: 'SGD 16.90',
    name: 'Tajam Felt Tip Eyeliner',
    description:
      'A 0.1 mm felt tip in true black that does not smudge in 90% humidity and comes off with warm water. Vegan, tested by eye doctors.',
  },
} as const satisfies Record<string, ProductEntry<BeautyKind>>;
