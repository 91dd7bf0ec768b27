import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readLines } from '../../../models/training/testSet.ts';
import type { Language } from '../text/language.ts';

/** A question to learn from, or to choose by. */
export interface DevQuestion {
  readonly text: string;
  /** The one that answers it; null when none does. */
  readonly article: string | null;
  /** What it is about, where that is written down. */
  readonly topic: string | null;
}

const answerable = z.strictObject({ text: z.string(), article: z.string() });
const unanswerable = z.strictObject({ text: z.string(), topic: z.string().nullable() });

/** Those that we wrote for the demo world's articles, and those that none of them answers. */
export async function readQuestions(language: Language): Promise<readonly DevQuestion[]> {
  const read = (name: string): Promise<string> =>
    readFile(new URL(`training/${name}.${language}.jsonl`, import.meta.url), 'utf8');
  return [
    ...readLines(await read('questions'), answerable).map((one) => ({ ...one, topic: null })),
    ...readLines(await read('unanswerable'), unanswerable).map((one) => ({ ...one, article: null })),
  ];
}

export const QUESTIONS_SOURCE = {
  name: 'Questions to the knowledge base of the demo world, each with the article that answers it, or none; written by us',
  source: 'file:training/{questions,unanswerable}.{en,id}.jsonl',
  license: 'MIT',
};
