import type { Random } from '../../../world/random.ts';

/** What scanned letters are taken for. */
const ALIKE: readonly (readonly [string, string])[] = [
  ['rn', 'm'],
  ['l', '1'],
  ['I', 'l'],
  ['O', '0'],
  ['0', 'o'],
  ['e', 'c'],
  ['S', '5'],
  ['B', '8'],
  ['cl', 'd'],
  ['a', 'o'],
  ['h', 'b'],
  ['.', ','],
];

/** A text as it may be read from a bad scan: rows and spaces are missing, letters are taken for others. */
export function misread(text: string, random: Random): string {
  const badness = random.next() ** 2;
  return text
    .split('\n')
    .filter(() => !random.chance(0.15 * badness))
    .map((row) => {
      let read = row.replace(/ +/g, () => (random.chance(0.4 * badness) ? '' : ' '));
      for (const [written, taken] of ALIKE) {
        read = read.replaceAll(written, (same) => (random.chance(0.15 * badness) ? taken : same));
      }
      return [...read].filter(() => !random.chance(0.04 * badness)).join('');
    })
    .join('\n');
}
