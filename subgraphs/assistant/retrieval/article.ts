import type { Language } from '../text/language.ts';

/** What the island keeps of an article. */
export interface Article {
  readonly id: string;
  readonly language: Language;
  readonly title: string;
  readonly body: string;
  /** One of the eight topics; null for an article of none. */
  readonly topic: string | null;
}
