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
    terse: 'l1 le6 oe1 ol2',
    usual: 'oll2 lle6 ole4 lde2 dle2 olde2 lne1 olle4',
    long: 'ollle4 olldle2 lldle2 ollnle2 dlllle2 lllle3',
    epic: 'olllldlle2 ollldlnle2 olllllnlde1 dllllllle1',
  },
  4: {
    terse: 'ln2 on2 le3 ne2',
    usual: 'oln2 lln1 lne5 olne4 dlne1 lle2',
    long: 'ollne4 llnle4 olldne2 lldne2 ollnde1',
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
