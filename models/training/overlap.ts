import { normalized } from './normalized.ts';

const GRAM = 5;
/** Of the 5-grams that either text has, the share that both have, past which one is taken for a variant of the other. */
const TOO_ALIKE = 0.5;

export interface Overlap {
  readonly text: string;
  readonly known: string;
  /** Jaccard index of their character 5-grams. */
  readonly likeness: number;
}

/** Finds texts that stand, word for word or nearly, among the known ones. An index of 5-grams keeps it to seconds. */
export function findOverlaps(texts: readonly string[], known: readonly string[]): readonly Overlap[] {
  const knownGrams = known.map(grams);
  const holders = new Map<string, number[]>();
  for (const [index, own] of knownGrams.entries()) {
    for (const gram of own) {
      const list = holders.get(gram);
      if (list) list.push(index);
      else holders.set(gram, [index]);
    }
  }
  return texts.flatMap((text) => {
    const own = grams(text);
    const shared = new Uint32Array(known.length);
    for (const gram of own) {
      for (const index of holders.get(gram) ?? []) shared[index] = (shared[index] ?? 0) + 1;
    }
    return [...shared.entries()].flatMap(([index, count]) => {
      if (count === 0) return [];
      const likeness = count / (own.size + (knownGrams[index]?.size ?? 0) - count);
      return likeness > TOO_ALIKE ? [{ text, known: known[index] ?? '', likeness }] : [];
    });
  });
}

/** The character 5-grams of a text with a space at either end; a shorter text is one gram of its own. */
function grams(text: string): ReadonlySet<string> {
  const padded = ` ${normalized(text)} `;
  const found = new Set<string>([padded.slice(0, GRAM)]);
  for (let start = 1; start + GRAM <= padded.length; start++) found.add(padded.slice(start, start + GRAM));
  return found;
}
