import type { Random } from '../random.ts';

/** Hands out sentences so that all of a kind are used about equally often. */
export class Phrasebook {
  readonly #uses = new Map<string, number>();

  /** One of the least used; undefined where there is none. */
  take(sentences: readonly string[], random: Random): string | undefined {
    const least = Math.min(...sentences.map((sentence) => this.#usesOf(sentence)));
    const freshest = sentences.filter((sentence) => this.#usesOf(sentence) === least);
    if (freshest.length === 0) return undefined;
    const sentence = random.pick(freshest);
    this.#uses.set(sentence, least + 1);
    return sentence;
  }

  #usesOf(sentence: string): number {
    return this.#uses.get(sentence) ?? 0;
  }
}
