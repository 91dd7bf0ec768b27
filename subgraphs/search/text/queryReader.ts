import type { Term } from '../retrieval/wordIndex.ts';
import { Dictionary } from './dictionary.ts';
import { type Lexicon, meaningOf } from './lexicon.ts';
import { stem, termOf } from './termOf.ts';
import { wordsOf } from './wordsOf.ts';

/** A query as it is searched for. */
export interface Reading {
  /** For an encoder that knows English only: Indonesian and Malay word by word. */
  readonly english: string;
  readonly terms: readonly Term[];
  /** The query as it was meant, where a word was misspelled. */
  readonly corrected: string | null;
}

/** A word of a query, and what it means in English where it is Indonesian or Malay. */
interface Read {
  readonly words: readonly string[];
  readonly meaning: string | null;
}

const SHORTEST_TO_CORRECT = 4;
const SHORTEST_PART = 3;

/** Reads queries: corrects their spelling, and puts what is Indonesian or Malay into English. */
export class QueryReader {
  readonly #lexicon: Lexicon;
  readonly #longest: number;
  readonly #english: Dictionary;
  readonly #foreign: Dictionary;

  /** @param english the commonest first */
  constructor(lexicon: Lexicon, english: readonly string[]) {
    this.#lexicon = lexicon;
    this.#longest = Math.max(...Array.from(lexicon.keys(), (words) => words.split(' ').length));
    this.#english = new Dictionary(english);
    this.#foreign = new Dictionary(Array.from(lexicon.keys()).filter((words) => !words.includes(' ')));
  }

  /** @param catalogue the words of the products */
  read(text: string, catalogue: Dictionary): Reading {
    const given = wordsOf(text);
    const words = given.map((word) => this.#corrected(word, catalogue));
    const misspelled = words.some((word, place) => word !== given[place]);
    const read = this.#inEnglish(words);
    const english = read.map(({ words: own, meaning }) => meaning ?? own.join(' ')).join(' ');
    const glossed = read.some(({ meaning }) => meaning !== null);
    return {
      english: glossed || misspelled ? english : text,
      terms: read.flatMap((one) => {
        const terms = termsOf(one);
        return terms.length > 0 ? [terms] : [];
      }),
      corrected: misspelled ? words.join(' ') : null,
    };
  }

  #corrected(word: string, catalogue: Dictionary): string {
    if (word.length < SHORTEST_TO_CORRECT || !/^[a-z]+$/.test(word) || this.#isKnown(word, catalogue)) return word;
    // Of equally near words one that a product has is likelier meant.
    const [best] = [catalogue, this.#foreign, this.#english]
      .flatMap((dictionary) => dictionary.nearest(word) ?? [])
      .sort((one, other) => one.mistakes - other.mistakes);
    return best?.word ?? word;
  }

  #isKnown(word: string, catalogue: Dictionary): boolean {
    if (catalogue.has(word) || this.#english.has(word) || meaningOf(word, this.#lexicon) !== undefined) return true;
    const forms = [stem(word), `${stem(word)}e`, `${stem(word)}y`, word.replace(/(?:er|ly|est|r|d)$/, '')];
    return forms.some((form) => form !== word && (this.#english.has(form) || catalogue.has(form))) || this.#isCompound(word);
  }

  /** "sunburnt", "foodcourt". */
  #isCompound(word: string): boolean {
    for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
      if (this.#english.has(word.slice(0, at)) && this.#english.has(word.slice(at))) return true;
    }
    return false;
  }

  #inEnglish(words: readonly string[]): readonly Read[] {
    const foreign = words.filter((word) => !this.#english.has(word) && meaningOf(word, this.#lexicon) !== undefined);
    const english = words.filter((word) => this.#english.has(word) && !this.#lexicon.has(word));
    // "air" is water, and "jam" a clock, only among words of their language.
    const amongForeign = foreign.length > english.length;
    const read: Read[] = [];
    for (let place = 0; place < words.length; ) {
      const length = amongForeign || foreign.length > 0 ? this.#phraseLength(words, place) : 1;
      const own = words.slice(place, place + Math.max(length, 1));
      read.push({ words: own, meaning: this.#meaning(own, amongForeign) });
      place += own.length;
    }
    return read;
  }

  #phraseLength(words: readonly string[], place: number): number {
    for (let length = Math.min(this.#longest, words.length - place); length > 1; length--) {
      if (this.#lexicon.has(words.slice(place, place + length).join(' '))) return length;
    }
    return 1;
  }

  #meaning(words: readonly string[], amongForeign: boolean): string | null {
    const [word = ''] = words;
    if (words.length > 1) return this.#lexicon.get(words.join(' ')) ?? null;
    if (this.#english.has(word)) return amongForeign ? (this.#lexicon.get(word) ?? null) : null;
    return meaningOf(word, this.#lexicon) ?? null;
  }
}

/** The word itself too: products have Indonesian and Malay names. */
function termsOf({ words, meaning }: Read): Term {
  const meanings = meaning === null ? [] : wordsOf(meaning).map(termOf);
  // What means nothing by itself, such as "untuk", is no word to search for.
  if (meaning !== null && meanings.every((term) => term === null)) return [];
  return [...new Set([...words.map(termOf), ...meanings].filter((term) => term !== null))];
}
