import type { ProductEntry } from '../productEntry.ts';

export type FoodKind = 'sauce' | 'drink' | 'snack' | 'sweet' | 'noodle';

export const food = {
  'sambal-bawang': {
    kind: 'sauce',
    price: 'IDR 38000',
    name: 'Sambal Bawang Bu Ratna, 180 g',
    description:
      "Bird's eye chilli and shallot fried slowly in coconut oil, level 4 of 5. No preservative; three weeks in the fridge after opening. Made in Surabaya in lots of two hundred jars.",
  },
  'chilli-crisp-penang': {
    kind: 'sauce',
    price: 'MYR 22.90',
    name: 'Penang Crispy Prawn Chilli, 200 g',
    description:
      'Dried prawns, garlic and chilli fried until they crackle. More crunch than heat. For porridge, fried rice or straight from the jar.',
  },
  'laksa-paste': {
    kind: 'sauce',
    price: 'SGD 9.80',
    name: 'Katong Laksa Paste, 2 × 200 g',
    description:
      'A rempah with candlenut, galangal and dried prawn: add coconut milk, stock and noodles. Each packet feeds four. Cook it until the oil rises.',
  },
  'nam-prik-noom': {
    kind: 'sauce',
    price: 'THB 95.00',
    name: 'Nam Prik Noom Green Chilli Dip, 150 g',
    description:
      'Roasted green chillies, garlic and shallots pounded as in Chiang Mai. Eat it with pork crackling and steamed pumpkin. Medium hot. Keep it cold once opened.',
  },
  'bagoong-spicy': {
    kind: 'sauce',
    price: 'PHP 165.00',
    name: 'Sautéed Bagoong Alamang, Spicy, 230 g',
    description:
      'Shrimp paste from Pangasinan sautéed with pork, garlic and labuyo. Ready for green mango and kare-kare. Salty, as it should be.',
  },
  'kopi-toraja': {
    kind: 'drink',
    price: 'IDR 115000',
    name: 'Toraja Sapan Coffee Beans, 250 g',
    description:
      'Arabica from 1,600 m in Sulawesi, wet-hulled, medium roast. Brown sugar, cedar and a little black pepper. The roast date is stamped on the bag.',
  },
  'teh-tarik-sachets': {
    kind: 'drink',
    price: 'MYR 17.90',
    name: 'Mamak Teh Tarik 3-in-1, 15 Sachets',
    description:
      'Strong Cameron Highlands tea with creamer, less sweet than most: 14 g of sugar a cup. Pour it between two cups for the froth.',
  },
  'ca-phe-robusta': {
    kind: 'drink',
    price: 'VND 135000',
    name: 'Buôn Ma Thuột Robusta, Ground for Phin, 500 g',
    description:
      'Dark-roasted robusta with a touch of butter in the roast, ground for the phin. Thick, chocolaty, wakes the whole house. Made for condensed milk and ice.',
  },
  'butterfly-pea-tea': {
    kind: 'drink',
    price: 'THB 120.00',
    name: 'Anchan Butterfly Pea Tea, 50 g',
    description:
      'Whole dried flowers, shade-dried in Nakhon Pathom. Blue in the cup, purple with lime. No caffeine and hardly any taste: it is for the colour and the calm.',
  },
  'salabat-ginger': {
    kind: 'drink',
    price: 'PHP 145.00',
    name: 'Salabat Instant Ginger Tea, 360 g',
    description:
      'Native ginger and muscovado cooked down to a powder. Two spoons a cup for throats and rainy evenings. Sharp; dilute it for children.',
  },
  'salted-egg-fish-skin': {
    kind: 'snack',
    price: 'SGD 8.50',
    name: 'Salted Egg Fish Skin, 105 g',
    description:
      'Crisp dory skin tossed with salted egg yolk, curry leaf and chilli padi. Contains fish, egg, milk. The bag closes again, in theory.',
  },
  'keropok-keping': {
    kind: 'snack',
    price: 'MYR 15.90',
    name: 'Terengganu Keropok Keping, 500 g, Raw',
    description:
      'Sun-dried fish crackers from Terengganu, 60% fish, ready to fry: ten seconds in hot oil. Makes a mountain. Chilli dip not included.',
  },
  'banana-chips-davao': {
    kind: 'snack',
    price: 'PHP 129.00',
    name: 'Davao Banana Chips, Thin Cut, 250 g',
    description:
      'Saba bananas cut thin, fried in coconut oil and glazed with a little muscovado. No artificial flavour. Vacuum bag with a clip.',
  },
  'tempeh-chips': {
    kind: 'snack',
    price: 'IDR 29000',
    name: 'Malang Tempeh Chips, Lime Leaf, 150 g',
    description:
      'Tempeh sliced paper-thin and fried with coriander and lime leaf. 18 g of protein a bag. Shatters, so it is packed in a box.',
  },
  'seaweed-crispy': {
    kind: 'snack',
    price: 'THB 89.00',
    name: 'Crispy Seaweed Tempura, Tom Yum, 3 × 40 g',
    description:
      'Seaweed in a light batter with a tom yum dusting that is properly sour. Three bags, because one is never enough.',
  },
  'kaya-pandan': {
    kind: 'sweet',
    price: 'SGD 7.90',
    name: 'Nonya Pandan Kaya, 300 g',
    description:
      'Egg, coconut milk and pandan stirred for four hours. Green from the leaf, not from a bottle. Refrigerate; eat within a month.',
  },
  'gula-melaka': {
    kind: 'sweet',
    price: 'MYR 19.90',
    name: 'Gula Melaka Cylinders, 500 g',
    description:
      'Nipah palm sugar from Melaka, boiled over wood and poured into bamboo. Smoky and soft enough to grate. Darkens with age: that is normal.',
  },
  'dried-mango-cebu': {
    kind: 'sweet',
    price: 'PHP 210.00',
    name: 'Cebu Dried Mangoes, Less Sugar, 3 × 100 g',
    description:
      'Carabao mangoes dried soft, with half the usual sugar. Chewy, sour at the edge. Contains sulphite to keep the colour.',
  },
  'coconut-candy': {
    kind: 'sweet',
    price: 'VND 68000',
    name: 'Bến Tre Coconut Candy with Durian, 400 g',
    description:
      'Soft coconut toffees with real durian, each wrapped in edible rice paper. You have been warned about the smell; the taste is gentler.',
  },
  'kolo-mee-dried': {
    kind: 'noodle',
    price: 'SGD 13.90',
    name: 'Air-Dried Kolo Mee, Box of 6',
    description:
      'Wavy Sarawak noodles, air-dried and not fried, with shallot oil, soya and chilli sachets. Four minutes. Toss in a dry bowl, without the water.',
  },
  'pho-instant': {
    kind: 'noodle',
    price: 'VND 125000',
    name: 'Hà Nội Beef Phở, Box of 8 Bowls',
    description:
      'Flat rice noodles, a bone-broth concentrate, dried herbs and a real lime chilli sauce. Needs three minutes of boiling water and, if you have it, a handful of fresh basil.',
  },
} as const satisfies Record<string, ProductEntry<FoodKind>>;
