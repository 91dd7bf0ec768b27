import type { Random } from '../random.ts';
import type { Rating } from './tone.ts';
import type { Writer } from './writer.ts';

/** What a sentence of a review is for. */
export type Part = 'opening' | 'like' | 'niggle' | 'fault' | 'delivery' | 'ending';

type Lengths = Readonly<Record<Writer['length'], string>>;

const PARTS: Readonly<Record<string, Part>> = {
  o: 'opening',
  l: 'like',
  n: 'niggle',
  f: 'fault',
  d: 'delivery',
  e: 'ending',
};

/** Outlines by rating and by how much the writer writes. A letter is a part; the number tells how often it is taken. */
const OUTLINES: Readonly<Record<Rating, Lengths>> = {
  5: {
    terse: 'l6 le3 ll3 ol2 dl1 ld1',
    usual: 'oll4 lle4 ole3 lld2 dll2 olld2 lll3 lne1 olle3',
    long: 'ollle3 olldle2 llldl2 ollnle2 dlllle2 ollll2 lllle2',
    epic: 'olllldlle2 ollldlnle2 olllllnlde1 dllllllle1',
  },
  4: {
    terse: 'ln5 l2 on1 le2',
    usual: 'oln4 lln4 lne4 olne3 dln2 lle1 lnd1',
    long: 'ollne3 llnle3 olldne2 lldnne2 ollnde1',
    epic: 'olllnlne2 ollldnle2 olldlnnle1',
  },
  3: {
    terse: 'ln4 on3 ne2',
    usual: 'oln4 lnn3 lne3 olne3 nle2 old1 lfe1',
    long: 'ollnn3 olnne3 lndne2 ollnne2 olfle1',
    epic: 'ollndnle2 olnlnfe2 odllnne1',
  },
  2: {
    terse: 'f3 nf2 lf2',
    usual: 'ofn3 nfe3 lfe3 ofd2 olf2',
    long: 'olfne3 onfde3 lfnde2',
    epic: 'olnfdne2 olffdle1',
  },
  1: {
    terse: 'f5 fe3 of2',
    usual: 'ofe4 ffe3 ofd3 fde3 off2',
    long: 'offde3 ofdne2 ffdde2',
    epic: 'offddne2 ofndffe1',
  },
};

/** Which sentences a review of this rating has, in order. */
export function outline(rating: Rating, length: Writer['length'], random: Random): Part[] {
  const choices = OUTLINES[rating][length]
    .split(' ')
    .map((choice) => [choice.slice(0, -1), Number(choice.slice(-1))] as const);
  return [...random.weighted(choices)].flatMap((letter) => PARTS[letter] ?? []);
}
