import type { TextVector } from '../../../kit/model/text/characterGrams.ts';

/** FNV-1a, 32 bits (Fowler, Noll, Vo; draft-eastlake-fnv). */
const FNV_OFFSET = 2_166_136_261;
const FNV_PRIME = 16_777_619;

/** The words of a text and the pairs that they stand in, hashed to places, as a vector of length 1. Any number is the same. */
export function wordFeatures(text: string, places: number): TextVector {
  const words = (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/\p{L}+|\p{N}+/gu) ?? []
  ).map((word) => (/^\p{N}/u.test(word) ? '#' : word));
  const counts = new Map<number, number>();
  const count = (feature: string): void => {
    const place = hash(feature) & (places - 1);
    counts.set(place, (counts.get(place) ?? 0) + 1);
  };
  for (const [index, word] of words.entries()) {
    const next = words[index + 1];
    if (word !== '#') count(word);
    if (next !== undefined && !(word === '#' && next === '#')) count(`${word} ${next}`);
  }
  const weights = [...counts.values()].map((each) => 1 + Math.log(each));
  const norm = Math.hypot(...weights);
  return {
    indices: Uint32Array.from(counts.keys()),
    values: Float32Array.from(weights, (weight) => weight / norm),
  };
}

function hash(text: string): number {
  let value = FNV_OFFSET;
  for (let index = 0; index < text.length; index++) value = Math.imul(value ^ text.charCodeAt(index), FNV_PRIME) >>> 0;
  return value ^ (value >>> 15);
}
