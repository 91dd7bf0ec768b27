import type { ProductEntry } from '../productEntry.ts';

export type HomeKind = 'cooling' | 'bedding' | 'storage' | 'stowing' | 'cleaning' | 'lighting';

export const home = {
  'fan-tower': {
    kind: 'cooling',
    price: 'SGD 89.00',
    name: 'Angin 90 cm Tower Fan with Remote',
    description:
      'A slim bladeless-looking tower with 12 speeds, a sleep mode at 26 dB and a 9-hour timer. Turns through 80 degrees. The back grille comes off with one screw for dusting.',
  },
  'fan-clip-usb': {
    kind: 'cooling',
    price: 'PHP 549.00',
    name: 'Ihip Rechargeable Clip Fan, 8-Inch',
    description:
      'A fan for brownouts: 10,000 mAh, up to 18 hours on low, clips to a bed rail or stands on a table. Charges over USB-C and can give a phone a little of its charge.',
  },
  'dehumidifier-2l': {
    kind: 'cooling',
    price: 'MYR 329.00',
    name: 'Kering 2 L Dehumidifier for Wardrobes and Rooms',
    description:
      'Draws up to 750 ml a day out of a 15 m² room, shuts off when the tank is full and has a drain hose for those who forget. Quiet enough for a bedroom at 36 dB.',
  },
  'ceiling-fan-dc': {
    kind: 'cooling',
    price: 'THB 3490.00',
    name: 'Lom Yen 52-Inch DC Ceiling Fan with Light',
    description:
      'A DC motor that uses 32 W at full speed, three ABS blades in teak look and an LED ring in three colours of white. Runs forwards and backwards, six speeds, remote included.',
  },
  'bedsheet-bamboo': {
    kind: 'bedding',
    price: 'SGD 59.90',
    name: 'Sejuk Bamboo Lyocell Sheet Set, Queen',
    description:
      'A fitted sheet, two pillow cases and a bolster case in 100% bamboo lyocell, 300 threads. Cool to the touch, deep enough for a 35 cm mattress, elastic all round.',
  },
  'bolster-kapok': {
    kind: 'bedding',
    price: 'IDR 119000',
    name: 'Guling Kapuk Bolster, 100 cm',
    description:
      'A Dutch wife the old way: filled with Javanese kapok, firm, cool and 2 kg heavy. Cotton cover with a zip. Sun it once a month and it stays fresh.',
  },
  'mosquito-net-pop': {
    kind: 'bedding',
    price: 'VND 385000',
    name: 'Màn Pop-Up Mosquito Net, 1.8 × 2 m',
    description:
      'Opens by itself over a double bed and folds into a disc of 60 cm. 220 holes a square inch, zips on two sides and a floor so that nothing crawls in.',
  },
  'pillow-latex': {
    kind: 'bedding',
    price: 'THB 1150.00',
    name: 'Yang Phara Natural Latex Pillow',
    description:
      'From a plantation in Surat Thani: one piece of natural latex, 10 and 12 cm high on its two sides, with a washable knitted cover. It smells of rubber for the first days.',
  },
  'rack-bamboo-bathroom': {
    kind: 'storage',
    price: 'MYR 74.90',
    name: 'Buluh 4-Tier Bathroom Rack',
    description:
      'A narrow rack of sealed bamboo, 33 cm wide, that stands beside a washing machine or the toilet. Slatted shelves let water through. Screws and an Allen key come with it.',
  },
  'vacuum-bags-6': {
    kind: 'stowing',
    price: 'SGD 19.90',
    name: 'Kempis Vacuum Storage Bags, 6 Pieces with Hand Pump',
    description:
      'Two jumbo, two large, two medium bags for winter jackets and spare quilts. Double zip, a valve that fits any vacuum cleaner, and a hand pump for those without one.',
  },
  'shoe-cabinet-slim': {
    kind: 'storage',
    price: 'IDR 679000',
    name: 'Rak Sepatu Tipis Shoe Cabinet, 3 Flaps',
    description:
      'Only 17 cm deep, for twelve pairs in a narrow entrance. Powder-coated steel, holes in the back so that shoes dry, fixes to the wall with two screws (plugs included).',
  },
  'underbed-box-wheels': {
    kind: 'stowing',
    price: 'PHP 599.00',
    name: 'Ilalim 60 L Underbed Box with Wheels',
    description:
      'A clear box 17 cm high with six wheels and a lid in two halves, so that one end opens without pulling it out. Strong handles; stacks two high with wheels off.',
  },
  'spin-mop': {
    kind: 'cleaning',
    price: 'MYR 109.00',
    name: 'Pusing Spin Mop with Two Buckets',
    description:
      'A mop whose dirty and clean water stay apart: one chamber washes, one spins dry. Handle to 130 cm, two microfibre heads, a drain plug in the bucket.',
  },
  'laundry-pole-rack': {
    kind: 'storage',
    price: 'SGD 79.00',
    name: 'Jemur Standing Laundry Rack, Foldable',
    description:
      'Twenty-two metres of stainless bars in a frame that folds to 12 cm. Wings lift for dresses, a rail for hangers, wheels that lock. For flats without a pole holder.',
  },
  'vacuum-cordless': {
    kind: 'cleaning',
    price: 'THB 2790.00',
    name: 'Dut Cordless Stick Vacuum, 22 kPa',
    description:
      '2.3 kg with the long brush, 40 minutes on normal and 14 on boost. The bin empties from below, the filter can be washed and the battery comes out to charge.',
  },
  'walis-tambo-set': {
    kind: 'cleaning',
    price: 'PHP 289.00',
    name: 'Walis Tambo and Dustpan Set, Long Handle',
    description:
      'A soft tambo from Baguio, tied by hand, shaken out so that it sheds little, with a standing dustpan that catches in the hinge and stays open.',
  },
  'lamp-rattan': {
    kind: 'lighting',
    price: 'IDR 425000',
    name: 'Cirebon Rattan Pendant Lamp, 40 cm',
    description:
      'A dome of natural rattan from Cirebon that throws a soft pattern on the ceiling. E27 fitting with a metre and a half of fabric cable; the bulb is not included.',
  },
  'solar-garden-4': {
    kind: 'lighting',
    price: 'THB 620.00',
    name: 'Hing Hoi Solar Garden Lights, Set of 4',
    description:
      'Stake lights with a warm, slightly flickering LED. Eight hours of sun give about ten hours of light. IP65, and the battery is a plain AA that can be replaced.',
  },
  'night-light-sensor': {
    kind: 'lighting',
    price: 'SGD 18.50',
    name: 'Malam Motion Night Light, 2-Pack',
    description:
      'Two magnetic strips of warm light for corridors and wardrobes. They see you at three metres, switch off after 20 seconds and charge over USB-C about once in six weeks.',
  },
  'bulb-smart-e27': {
    kind: 'lighting',
    price: 'VND 189000',
    name: 'Sao Smart Bulb E27, 9 W',
    description:
      'White from candle to daylight and sixteen million colours, over 2.4 GHz Wi-Fi without a hub. Remembers its last setting after a power cut. 806 lm.',
  },
  'desk-fan-mist': {
    kind: 'cooling',
    price: 'IDR 215000',
    name: 'Embun Misting Desk Fan',
    description:
      'A quiet desk fan with a 200 ml tank that adds a fine mist. Three speeds, a USB-C battery for four hours with mist, seven without. Use clean water only.',
  },
} as const satisfies Record<string, ProductEntry<HomeKind>>;
