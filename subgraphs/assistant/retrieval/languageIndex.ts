import { englishTerms } from '../text/englishTerms.ts';
import { inEnglish } from '../text/inEnglish.ts';
import type { Language } from '../text/language.ts';
import type { Article } from './article.ts';
import { GramIndex, type GramVector, likeness } from './gramIndex.ts';
import { sentencesOf } from './sentencesOf.ts';
import { WordIndex } from './wordIndex.ts';

/** BM25 of a good match is about so much. */
const BM25_SCALE = 10;
/** Passages of an article whose mean likeness is a feature, beside that of the best one and of all. */
const BEST = 3;

export interface Question {
  readonly text: string;
  readonly topic: string | null;
}

/** What is noticed of each article in view of a question; `words` and `meaning` have the order of their weights. */
export interface Match {
  readonly article: Article;
  readonly words: readonly number[];
  /** Null without embeddings. */
  readonly meaning: readonly number[] | null;
  /** The sentences of the body, in their order, and how well each fits the question. */
  readonly sentences: readonly { readonly text: string; readonly fit: number }[];
}

interface Entry {
  readonly article: Article;
  readonly title: { readonly terms: ReadonlySet<string>; readonly grams: GramVector };
  readonly terms: ReadonlySet<string>;
  readonly sentences: readonly {
    readonly text: string;
    readonly terms: ReadonlySet<string>;
    readonly grams: GramVector;
  }[];
  readonly vectors: readonly Float32Array[] | null;
}

/** The articles of one language, in memory, and what a question has in common with each. */
export class LanguageIndex {
  readonly #language: Language;
  readonly #entries: readonly Entry[];
  readonly #words: WordIndex;
  readonly #grams: GramIndex;

  /**
   * @param articles all of them of the language
   * @param vectors of an article's passages, in the order of `passagesOf`, or null where nothing is embedded
   */
  constructor(
    language: Language,
    articles: readonly Article[],
    vectors: (article: Article) => readonly Float32Array[] | null,
  ) {
    this.#language = language;
    const terms = (text: string): readonly string[] => englishTerms(inEnglish(text, language));
    this.#words = new WordIndex(articles.map(({ title, body }) => terms(`${title} ${body}`)));
    this.#grams = new GramIndex(articles.map(({ title, body }) => `${title} ${body}`));
    const read = (text: string) => ({ text, terms: new Set(terms(text)), grams: this.#grams.vectorOf(text) });
    this.#entries = articles.map((article) => ({
      article,
      title: read(article.title),
      terms: new Set(terms(`${article.title} ${article.body}`)),
      sentences: sentencesOf(article.body).map(read),
      vectors: vectors(article),
    }));
  }

  get size(): number {
    return this.#entries.length;
  }

  /** Whether every article can be compared by its meaning. */
  get embedded(): boolean {
    return this.#entries.every(({ vectors }) => vectors !== null);
  }

  /** @param vector the question's embedding; null where there is none */
  match({ text, topic }: Question, vector: Float32Array | null): readonly Match[] {
    const terms = new Set(englishTerms(inEnglish(text, this.#language)));
    const grams = this.#grams.vectorOf(text);
    return this.#entries.map((entry, place) => {
      const { article, title, sentences, vectors } = entry;
      const covered = sentences.map((sentence) => this.#words.coverage(terms, sentence.terms));
      const alike = sentences.map((sentence) => likeness(grams, sentence.grams));
      const cosines = vector === null || vectors === null ? null : vectors.map((one) => cosine(vector, one));
      return {
        article,
        words: [
          this.#words.score(terms, place) / BM25_SCALE,
          this.#words.coverage(terms, entry.terms),
          this.#words.coverage(terms, title.terms),
          Math.max(0, ...covered),
          likeness(grams, title.grams),
          Math.max(0, ...alike),
          topic !== null && topic === article.topic ? 1 : 0,
        ],
        meaning: cosines && meaningOf(cosines),
        sentences: sentences.map((sentence, at) => ({
          text: sentence.text,
          fit: (covered[at] ?? 0) + (alike[at] ?? 0) + 2 * (cosines?.[at + 1] ?? 0),
        })),
      };
    });
  }
}

function meaningOf([title = 0, ...sentences]: readonly number[]): readonly number[] {
  const best = sentences.toSorted((a, b) => b - a);
  return [title, best[0] ?? title, mean(best.slice(0, BEST), title), mean(best, title)];
}

function mean(values: readonly number[], otherwise: number): number {
  return values.length === 0 ? otherwise : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Of vectors of length 1. */
function cosine(one: Float32Array, other: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < one.length; i++) sum += (one[i] ?? 0) * (other[i] ?? 0);
  return sum;
}
