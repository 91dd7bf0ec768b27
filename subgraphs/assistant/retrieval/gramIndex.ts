import { characterGrams, type TextVector } from '../../../kit/model/text/characterGrams.ts';

const OPTIONS = { from: 3, to: 5, places: 65_536, maxCharacters: 2_000 };

/** Of length 1: the weight of each place. */
export type GramVector = ReadonlyMap<number, number>;

/** Weighs a text's character n-grams by how few articles have them. */
export class GramIndex {
  readonly #rarity = new Map<number, number>();
  readonly #unknown: number;

  constructor(texts: readonly string[]) {
    for (const text of texts) {
      for (const place of gramsOf(text).indices) this.#rarity.set(place, (this.#rarity.get(place) ?? 0) + 1);
    }
    for (const [place, count] of this.#rarity) this.#rarity.set(place, Math.log(1 + texts.length / count));
    this.#unknown = Math.log(1 + texts.length);
  }

  vectorOf(text: string): GramVector {
    const { indices, values } = gramsOf(text);
    const weights = Array.from(values, (value, i) => value * (this.#rarity.get(indices[i] ?? 0) ?? this.#unknown));
    const norm = Math.hypot(...weights) || 1;
    return new Map(weights.map((weight, i) => [indices[i] ?? 0, weight / norm]));
  }
}

/** The cosine of the two. */
export function likeness(one: GramVector, other: GramVector): number {
  const [few, many] = one.size < other.size ? [one, other] : [other, one];
  let sum = 0;
  for (const [place, weight] of few) sum += weight * (many.get(place) ?? 0);
  return sum;
}

function gramsOf(text: string): TextVector {
  return characterGrams(text, OPTIONS);
}
