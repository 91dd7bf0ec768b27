import type { ProductEntry } from '../productEntry.ts';

export type DeskKind = 'seating' | 'computerGear' | 'deskLight' | 'stationery' | 'organiser';

export const desk = {
  'chair-mesh': {
    kind: 'seating',
    price: 'SGD 189.00',
    name: 'Duduk Mesh Office Chair with Lumbar Support',
    description:
      'Full mesh for rooms without air-con, lumbar pad on a slide, arms that go up and turn. Up to 120 kg, seat from 45 to 53 cm. Assembly 20 minutes.',
  },
  'chair-cushion-gel': {
    kind: 'seating',
    price: 'MYR 69.90',
    name: 'Empuk Gel Seat Cushion',
    description:
      'A honeycomb gel cushion with a black cover that takes the edge off a wooden chair or a bus seat. 1.4 kg, non-slip underneath, machine-washable cover.',
  },
  'standing-converter': {
    kind: 'seating',
    price: 'THB 3990.00',
    name: 'Yuen Standing Desk Converter, 80 cm',
    description:
      'Puts a monitor and a keyboard 11 to 50 cm above the desk on a gas spring. Carries 15 kg. Comes in one piece: lift it out and begin.',
  },
  'footrest-foam': {
    kind: 'seating',
    price: 'PHP 690.00',
    name: 'Patong Foam Footrest',
    description:
      'A half-moon of firm foam for those whose chairs were built for taller nations. Flip it to rock. Velvet cover with zip.',
  },
  'laptop-stand-alu': {
    kind: 'organiser',
    price: 'VND 359000',
    name: 'Nâng Aluminium Laptop Stand',
    description:
      'Two hinges, six heights, rubber where it touches. For 11 to 16 inches and up to 8 kg. Folds flat for the bag, 920 g.',
  },
  'keyboard-mech-75': {
    kind: 'computerGear',
    price: 'SGD 99.00',
    name: 'Ketuk 75% Mechanical Keyboard',
    description:
      'Hot-swap brown switches, three Bluetooth devices and a cable, a knob for volume. 4,000 mAh: weeks without the lights. Mac and Windows caps.',
  },
  'mouse-vertical': {
    kind: 'computerGear',
    price: 'MYR 79.90',
    name: 'Tegak Vertical Mouse, Silent',
    description:
      'A 57° vertical mouse for sore wrists, with silent buttons, 2.4 GHz and Bluetooth, and a battery that charges over USB-C once a month. For hands of 17 to 20 cm.',
  },
  'webcam-2k': {
    kind: 'computerGear',
    price: 'PHP 1990.00',
    name: 'Silip 2K Webcam with Shutter',
    description:
      '2K at 30 frames, autofocus, two microphones and a slide that covers the lens. Works with a plain USB-A port, no driver. Thread for a tripod.',
  },
  'hub-usb-c-7': {
    kind: 'computerGear',
    price: 'IDR 385000',
    name: 'Cabang 7-in-1 USB-C Hub',
    description:
      'HDMI at 4K 60 Hz, two USB-A, one USB-C data, SD and microSD, and 100 W passed through to the laptop. Aluminium, 15 cm cable.',
  },
  'lamp-desk-clamp': {
    kind: 'deskLight',
    price: 'SGD 69.00',
    name: 'Terang Clamp Desk Lamp, 80 cm Arm',
    description:
      'A wide bar of light on a long arm that clamps to the desk. Five whites, stepless dimming, CRI 95, no flicker on video. Remembers the last setting.',
  },
  'monitor-light-bar': {
    kind: 'deskLight',
    price: 'THB 1190.00',
    name: 'Saeng Monitor Light Bar',
    description:
      'Hangs on a monitor from 0.7 to 3 cm thick and lights the desk, not the screen. Touch or dial, auto-dim, powered by USB.',
  },
  'lamp-study-kids': {
    kind: 'deskLight',
    price: 'IDR 275000',
    name: 'Belajar Study Lamp with Pen Holder',
    description:
      'A lamp with a gooseneck, a pen cup and a phone slot. Rechargeable, six hours at full light; for homework during a power cut.',
  },
  'ring-light-10': {
    kind: 'deskLight',
    price: 'PHP 899.00',
    name: 'Bilog 10-Inch Ring Light with Stand',
    description:
      'A ring light for live sellers: three whites, ten steps, a phone clip in the middle and a stand to 1.6 m. USB power.',
  },
  'notebook-lay-flat': {
    kind: 'stationery',
    price: 'THB 240.00',
    name: 'Samut A5 Dotted Notebook, 160 Pages',
    description:
      'Thread-bound, opens flat, 120 gsm cream paper that takes a fountain pen. Numbered pages and two ribbons. Cover of hand-made saa paper.',
  },
  'gel-pens-12': {
    kind: 'stationery',
    price: 'SGD 15.90',
    name: 'Lancar 0.5 Gel Pens, Box of 12',
    description:
      'Black, quick-drying gel ink for left-handers too. Clear barrel, rubber grip, refills sold apart. Legible on thermal receipts.',
  },
  'brush-pens-24': {
    kind: 'stationery',
    price: 'VND 195000',
    name: 'Mực Màu Brush Pens, 24 Colours',
    description:
      'Water-based brush markers with a fine tip at the other end. Blend with a wet brush. In a tin, lying flat. For journals and schoolbooks.',
  },
  'whiteboard-glass': {
    kind: 'stationery',
    price: 'MYR 119.00',
    name: 'Kaca Desktop Glass Whiteboard',
    description:
      'A glass board that lies before the keyboard and has a drawer for pens. 44 × 14 cm. Wipes clean even after a week. Two markers and a cloth.',
  },
  'planner-undated': {
    kind: 'stationery',
    price: 'PHP 550.00',
    name: 'Bukas Undated Planner, 52 Weeks',
    description:
      'A week on two pages with no dates, so that no page is wasted. Habit tracker, Philippine holidays on stickers, pocket at the back.',
  },
  'drawer-organiser': {
    kind: 'organiser',
    price: 'IDR 125000',
    name: 'Sekat Drawer Organiser, 8 Pieces',
    description:
      'Eight clear trays in four sizes on silicone feet, to be laid as the drawer allows. 5 cm high. Clips hold neighbours together.',
  },
  'cable-box': {
    kind: 'organiser',
    price: 'SGD 29.90',
    name: 'Sorok Cable Box, Large, Bamboo Lid',
    description:
      'Hides a six-way extension and its spaghetti. Slots on both ends, feet for air, flame-retardant ABS. 40 × 15 × 13 cm inside.',
  },
  'document-fire-bag': {
    kind: 'organiser',
    price: 'MYR 95.00',
    name: 'Simpan Fire-Resistant Document Bag',
    description:
      'Silicone-coated fibreglass for passports, deeds and the geran. Zip and flap, A4 with room, combination lock. Water-resistant, not for diving.',
  },
} as const satisfies Record<string, ProductEntry<DeskKind>>;
