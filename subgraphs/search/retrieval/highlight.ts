import { termOf } from '../text/termOf.ts';
import { folded, WORD } from '../text/wordsOf.ts';
import type { IndexedProduct } from './product.ts';
import type { Term } from './wordIndex.ts';

/** What of a product's own text meets the words of a query. */
export interface Highlight {
  readonly field: 'NAME' | 'DESCRIPTION';
  /** The name, or a sentence of the description. */
  readonly text: string;
  /** Where the words stand, in UTF-16 units: the first, and the one after the last. */
  readonly matches: readonly { readonly start: number; readonly end: number }[];
}

const SENTENCE = /(?<=[.!?…])\s+(?=[\p{Lu}\p{N}])/u;

/** The name, and the sentence that meets most of the words, where they meet any. */
export function highlightsOf({ name, description }: IndexedProduct, query: readonly Term[]): readonly Highlight[] {
  const wanted = new Set(query.flat());
  const sentences = description.split(SENTENCE).map((text) => ({ text, matches: matchesIn(text, wanted) }));
  const best = sentences.reduce<(typeof sentences)[number] | undefined>(
    (most, one) => (one.matches.length > (most?.matches.length ?? 0) ? one : most),
    undefined,
  );
  const inName = matchesIn(name, wanted);
  return [
    ...(inName.length > 0 ? [{ field: 'NAME', text: name, matches: inName } as const] : []),
    ...(best ? [{ field: 'DESCRIPTION', ...best } as const] : []),
  ];
}

function matchesIn(text: string, wanted: ReadonlySet<string>): Highlight['matches'] {
  return Array.from(text.matchAll(MARKED_WORD)).flatMap(({ 0: word, index }) => {
    const terms = (folded(word).match(WORD) ?? []).map(termOf);
    return terms.some((term) => term !== null && wanted.has(term)) ? [{ start: index, end: index + word.length }] : [];
  });
}

/** A word as it is written, tone marks included. */
const MARKED_WORD = /[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu;
