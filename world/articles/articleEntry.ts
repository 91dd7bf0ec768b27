import type { Subtopic } from '../topics.ts';

export interface ArticleText {
  readonly title: string;
  /** 80 to 200 words. */
  readonly body: string;
}

/** An article as it is written down, in each language it exists in: the same policy, told to those who read it. */
export interface ArticleEntry {
  /** Its ids are `article-`, this name, and the language's code. */
  readonly name: string;
  readonly subtopic: Subtopic;
  readonly en: ArticleText;
  readonly id: ArticleText;
}
