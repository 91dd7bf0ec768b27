import type { Term } from '../retrieval/wordIndex.ts';
import { Dictionary } from './dictionary.ts';
import { type Lexicon, meaningOf } from './lexicon.ts';
import { SERVICE_TERMS } from './serviceWords.ts';
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

/** How a text is to be read. */
export interface Asking {
  /** Of a message to the shop only the words are read that may be of a product. */
  readonly as: 'query' | 'message';
  /** Where it is known; otherwise it is told by the words. */
  readonly language: 'en' | 'id' | null;
}

/** A word of a query, or words in a row, and what they mean in English where they are Indonesian or Malay. */
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
  readonly #english: ReadonlySet<string>;
  readonly #foreign: Dictionary;

  /** @param english the words that are English, whatever else they may be */
  constructor(lexicon: Lexicon, english: ReadonlySet<string>) {
    this.#lexicon = lexicon;
    this.#longest = Math.max(...Array.from(lexicon.keys(), (words) => words.split(' ').length));
    this.#english = english;
    this.#foreign = new Dictionary(Array.from(lexicon.keys()).flatMap((words) => words.split(' ')));
  }

  /** @param catalogue the words of the products */
  read(text: string, catalogue: Dictionary, { as, language }: Asking): Reading {
    const given = wordsOf(text);
    const spelled = this.#spelled(given, catalogue);
    const misspelled = spelled.some((word, place) => word !== given[place]);
    const words = spelled.flatMap((word) => word.split(' '));
    const read = this.#inEnglish(words, language);
    const terms = read.map(termsOf);
    if (as === 'message') {
      const said = read.filter((_, place) => !isService(terms[place] ?? []));
      return { english: english(said), terms: terms.filter((term) => !isService(term)), corrected: null };
    }
    const glossed = read.some(({ meaning }) => meaning !== null);
    return {
      english: glossed || misspelled ? english(read) : text,
      terms: terms.filter(({ length }) => length > 0),
      corrected: misspelled ? words.join(' ') : null,
    };
  }

  #spelled(given: readonly string[], catalogue: Dictionary): readonly string[] {
    // Among words of another language a misspelled one is likely of it, too.
    const among = given.some((word) => this.#isForeign(word)) ? [catalogue, this.#foreign] : [catalogue];
    return given.map((word) => {
      if (word.length < SHORTEST_TO_CORRECT || !/^[a-z]+$/.test(word) || this.#isKnown(word, catalogue)) return word;
      const apart = catalogue.apart(word);
      if (apart !== undefined) return apart;
      // Of equally near words one that a product has is likelier meant.
      const [best] = among
        .flatMap((dictionary) => dictionary.nearest(word) ?? [])
        .sort((one, other) => one.mistakes - other.mistakes);
      return best?.word ?? word;
    });
  }

  #isForeign(word: string): boolean {
    return !this.#english.has(word) && meaningOf(word, this.#lexicon) !== undefined;
  }

  #isKnown(word: string, catalogue: Dictionary): boolean {
    if (catalogue.has(word) || this.#english.has(word) || this.#foreign.has(word)) return true;
    if (meaningOf(word, this.#lexicon) !== undefined) return true;
    const root = stem(word);
    const forms = [root, `${root}e`, `${root}y`, `${root}s`, `${word}s`, word.replace(/(?:er|ly|est|r|d|y)$/, '')];
    if (forms.some((form) => this.#english.has(form) || catalogue.has(form))) return true;
    return catalogue.apart(word) === undefined && isCompound(word, this.#english);
  }

  #inEnglish(words: readonly string[], language: Asking['language']): readonly Read[] {
    if (language === 'en') return words.map((word) => ({ words: [word], meaning: null }));
    const foreign = words.filter((word) => this.#isForeign(word)).length;
    const own = words.filter((word) => this.#english.has(word) && !this.#lexicon.has(word)).length;
    // "air" is water, and "jam" a clock, only among words of their language.
    const among = language === 'id' || foreign > own;
    const read: Read[] = [];
    for (let place = 0; place < words.length; ) {
      const length = among || foreign > 0 ? this.#phraseLength(words, place) : 1;
      const together = words.slice(place, place + length);
      read.push({ words: together, meaning: this.#meaning(together, among) });
      place += length;
    }
    return read;
  }

  #phraseLength(words: readonly string[], place: number): number {
    for (let length = Math.min(this.#longest, words.length - place); length > 1; length--) {
      if (this.#lexicon.has(words.slice(place, place + length).join(' '))) return length;
    }
    return 1;
  }

  #meaning(words: readonly string[], among: boolean): string | null {
    const [word = ''] = words;
    if (words.length > 1) return this.#lexicon.get(words.join(' ')) ?? null;
    if (this.#english.has(word)) return among ? (this.#lexicon.get(word) ?? null) : null;
    return meaningOf(word, this.#lexicon) ?? null;
  }
}

/** "sunburnt", "lampshade". */
function isCompound(word: string, english: ReadonlySet<string>): boolean {
  for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at++) {
    if (english.has(word.slice(0, at)) && english.has(word.slice(at))) return true;
  }
  return false;
}

function english(read: readonly Read[]): string {
  return read.map(({ words, meaning }) => meaning ?? words.join(' ')).join(' ');
}

/** The words themselves too: products have Indonesian and Malay names. */
function termsOf({ words, meaning }: Read): Term {
  const meanings = meaning === null ? null : wordsOf(meaning).flatMap((word) => termOf(word) ?? []);
  // What means nothing by itself, such as "untuk", is no word to search for.
  if (meanings?.length === 0) return [];
  return [...new Set([...words.flatMap((word) => termOf(word) ?? []), ...(meanings ?? [])])];
}

/** Also what says nothing at all. */
function isService(term: Term): boolean {
  return term.length === 0 || term.some((one) => SERVICE_TERMS.has(one) || /^\d+$/.test(one));
}
