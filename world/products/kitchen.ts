import type { ProductEntry } from '../productEntry.ts';

export type KitchenKind = 'cooker' | 'pan' | 'brewer' | 'tableware' | 'blade' | 'prepTool';

export const kitchen = {
  'rice-cooker-mini': {
    kind: 'cooker',
    price: 'SGD 54.90',
    name: 'Nasi Kecil 0.6 L Rice Cooker',
    description:
      'A rice cooker for one or two: cooks one cup without burning it, keeps warm for eight hours and has a porridge setting. 300 W, with a three-pin Singapore plug and a non-stick pot that lifts out.',
  },
  'rice-cooker-family': {
    kind: 'cooker',
    price: 'MYR 189.00',
    name: 'Periuk Besar 1.8 L Rice Cooker with Steam Tray',
    description:
      'Ten cups, a steam tray big enough for a fish head and a glass lid to watch it through. The inner pot is 2 mm thick, so the bottom does not crust. One switch, no menus.',
  },
  'kukus-steamer': {
    kind: 'cooker',
    price: 'IDR 349000',
    name: 'Kukus Tiga Electric Steamer, 3 Tiers',
    description:
      'Three stacking tiers for siomay, pepes and vegetables, a 60-minute timer with a bell and a tank that fills from outside while it steams. Tiers nest into each other for the cupboard.',
  },
  'lugaw-slow-cooker': {
    kind: 'cooker',
    price: 'PHP 1890.00',
    name: "Lola's 3.5 L Slow Cooker",
    description:
      'A stoneware slow cooker for bulalo, adobo and overnight lugaw. Low, high and warm, 180 W on low. The crock goes from cooker to table and into the dishwasher.',
  },
  'carbon-steel-wok': {
    kind: 'pan',
    price: 'SGD 42.00',
    name: 'Wok Hei 34 cm Carbon Steel Wok, Round Bottom',
    description:
      'Hand-hammered 1.6 mm carbon steel with a wooden helper handle. Comes bare and must be seasoned once; afterwards eggs slide. Made for gas; needs a ring on flat hobs.',
  },
  'claypot-large': {
    kind: 'pan',
    price: 'MYR 46.50',
    name: 'Ipoh Claypot with Wire Guard, 2.5 L',
    description:
      'An unglazed outside, a glazed inside and a steel wire cage that takes the knocks. For claypot chicken rice and lou shu fun. Soak for an hour before first use.',
  },
  'kanom-krok-pan': {
    kind: 'pan',
    price: 'THB 690.00',
    name: 'Cast Iron Kanom Krok Pan, 16 Holes',
    description:
      'A cast iron pan with sixteen cups and a lid for coconut rice cakes, quail eggs or takoyaki. 3.1 kg, pre-seasoned with rice bran oil, works on gas and charcoal.',
  },
  'nonstick-pan-28': {
    kind: 'pan',
    price: 'VND 429000',
    name: 'Bếp Nhà 28 cm Non-Stick Pan',
    description:
      'A light everyday pan with a three-layer coating free of PFOA and a base that works on induction. The handle stays cool and has a hole to hang it by.',
  },
  'phin-filter': {
    kind: 'brewer',
    price: 'VND 95000',
    name: 'Sáng Phin Coffee Filter, Stainless, 180 ml',
    description:
      'The Vietnamese dripper in 304 stainless steel with a screw-down press. Makes one strong glass in about five minutes, straight onto condensed milk. No paper filters.',
  },
  'kopi-sock-set': {
    kind: 'brewer',
    price: 'SGD 28.90',
    name: 'Ah Seng Kopi Sock and Enamel Pot Set',
    description:
      'Two flannel socks, a long-spouted 1.2 L enamel pot and a ring to hold it all over the cup. Pull your kopi the coffee shop way; a leaflet tells how long for kopi-O gao.',
  },
  'cold-brew-jug': {
    kind: 'brewer',
    price: 'THB 459.00',
    name: 'Doi Cold Brew Jug, 1.3 L',
    description:
      'A glass jug with a fine steel mesh core for cold brew coffee or Thai tea overnight. Fits the door of a small fridge. The lid seals, so it may lie flat for an hour but not longer.',
  },
  'electric-kettle-gooseneck': {
    kind: 'cooker',
    price: 'MYR 159.00',
    name: 'Leher Angsa 0.8 L Gooseneck Kettle',
    description:
      'A kettle with a thin curved spout for slow pouring. Set the temperature from 60 to 100 °C; holds it for half an hour. 1,000 W, boils 0.8 L in under four minutes.',
  },
  'tiffin-enamel': {
    kind: 'tableware',
    price: 'SGD 36.50',
    name: 'Peranakan Enamel Tiffin Carrier, 3 Tiers',
    description:
      'Three enamelled steel bowls, hand-painted with peonies, in a frame with a folding handle. Keeps rice, curry and kueh apart. Goes on a stove to reheat, never in a microwave.',
  },
  'rooster-bowls': {
    kind: 'tableware',
    price: 'THB 540.00',
    name: 'Lampang Rooster Bowls, Set of 6',
    description:
      'Six noodle bowls of Lampang kaolin with the rooster painted by hand, so no two are the same. 15 cm across, thick at the foot, safe in microwave and dishwasher.',
  },
  'rattan-trivet-tray': {
    kind: 'tableware',
    price: 'IDR 128000',
    name: 'Lombok Ata Rattan Serving Tray, 38 cm',
    description:
      'Woven by hand from ata grass in Lombok and smoked over coconut husk, which gives it the colour and keeps insects away. Holds six glasses of es teh. Wipe, do not soak.',
  },
  'steel-tumbler-insulated': {
    kind: 'tableware',
    price: 'PHP 649.00',
    name: 'Malamig 900 ml Insulated Tumbler with Straw',
    description:
      'A double-walled steel tumbler that keeps ice through a working day, with a handle, a reusable straw and a base that fits most cup holders. The straw brush is in the box.',
  },
  'cleaver-thin': {
    kind: 'blade',
    price: 'SGD 58.00',
    name: 'Bukit 19 cm Vegetable Cleaver',
    description:
      'A thin Chinese cleaver in high-carbon stainless for vegetables and boneless meat, not for bones. 290 g, with a rosewood handle. It arrives sharp enough to shave with.',
  },
  'mortar-granite': {
    kind: 'prepTool',
    price: 'MYR 89.90',
    name: 'Batu Lesung Granite Mortar and Pestle, 18 cm',
    description:
      'Six kilos of solid granite for rempah and sambal belacan. The inside is left rough so that chillies do not slide. Grind raw rice twice before the first use to clear the dust.',
  },
  'mandoline-papaya': {
    kind: 'blade',
    price: 'THB 199.00',
    name: 'Som Tam Papaya Shredder, 2 Blades',
    description:
      'The zigzag hand shredder for green papaya, mango and carrot, with a second, finer blade. Swedish steel in a beechwood handle. Ten strokes make a bowl of som tam.',
  },
  'coconut-grater': {
    kind: 'blade',
    price: 'PHP 420.00',
    name: 'Kudkuran Table-Clamp Coconut Grater',
    description:
      'Clamps to a table up to 4 cm thick and grates half a coconut in two minutes by hand crank. Stainless rosette, rubber jaws, comes apart for washing.',
  },
  'kitchen-scale-flat': {
    kind: 'prepTool',
    price: 'IDR 165000',
    name: 'Timbang Flat Kitchen Scale, 5 kg',
    description:
      'A glass-topped scale 14 mm high, exact to a gram up to 5 kg, with tare and fluid ounces. Runs on two AAA batteries, which are in the box.',
  },
} as const satisfies Record<string, ProductEntry<KitchenKind>>;
