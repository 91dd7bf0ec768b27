import type { Random } from '../random.ts';
import type { Rating } from './tone.ts';
import type { Writer } from './writer.ts';

/** What a sentence of a review is for. */
export type Part = 'opening' | 'like' | 'niggle' | 'fault' | 'delivery' | 'ending';

type Outlines = readonly (readonly [parts: string, weight: number])[];

const PARTS: Readonly<Record<string, Part>> = {
  o: 'opening',
  l: 'like',
  n: 'niggle',
  f: 'fault',
  d: 'delivery',
  e: 'ending',
};

/** By rating and by how much the writer writes; a letter is a part. */
const OUTLINES: Readonly<Record<Rating, Readonly<Record<Writer['length'], Outlines>>>> = {
  5: {
    terse: [
      ['l', 6],
      ['le', 3],
      ['ll', 3],
      ['ol', 2],
      ['dl', 1],
      ['ld', 1],
    ],
    usual: [
      ['oll', 4],
      ['lle', 4],
      ['ole', 3],
      ['lld', 2],
      ['dll', 2],
      ['olld', 2],
      ['lll', 3],
      ['lne', 1],
      ['olle', 3],
    ],
    long: [
      ['ollle', 3],
      ['olldle', 2],
      ['llldl', 2],
      ['ollnle', 2],
      ['dlllle', 2],
      ['ollll', 2],
      ['lllle', 2],
    ],
  },
  4: {
    terse: [
      ['ln', 5],
      ['l', 2],
      ['on', 1],
      ['le', 2],
    ],
    usual: [
      ['oln', 4],
      ['lln', 4],
      ['lne', 4],
      ['olne', 3],
      ['dln', 2],
      ['lle', 1],
      ['lnd', 1],
    ],
    long: [
      ['ollne', 3],
      ['llnle', 3],
      ['olldne', 2],
      ['lldnne', 2],
      ['ollnde', 1],
    ],
  },
  3: {
    terse: [
      ['ln', 4],
      ['on', 3],
      ['ne', 2],
    ],
    usual: [
      ['oln', 4],
      ['lnn', 3],
      ['lne', 3],
      ['olne', 3],
      ['nle', 2],
      ['old', 1],
      ['lfe', 1],
    ],
    long: [
      ['ollnn', 3],
      ['olnne', 3],
      ['lndne', 2],
      ['ollnne', 2],
      ['olfle', 1],
    ],
  },
  2: {
    terse: [
      ['f', 3],
      ['nf', 2],
      ['lf', 2],
    ],
    usual: [
      ['ofn', 3],
      ['nfe', 3],
      ['lfe', 3],
      ['ofd', 2],
      ['olf', 2],
    ],
    long: [
      ['olfne', 3],
      ['onfde', 3],
      ['lfnde', 2],
    ],
  },
  1: {
    terse: [
      ['f', 5],
      ['fe', 3],
      ['of', 2],
    ],
    usual: [
      ['ofe', 4],
      ['ffe', 3],
      ['ofd', 3],
      ['fde', 3],
      ['off', 2],
    ],
    long: [
      ['offde', 3],
      ['ofdne', 2],
      ['ffdde', 2],
      ['oflde', 1],
    ],
  },
};

/** Which sentences a review of this rating has, in order. */
export function outline(rating: Rating, length: Writer['length'], random: Random): Part[] {
  return [...random.weighted(OUTLINES[rating][length])].flatMap((letter) => PARTS[letter] ?? []);
}
