import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { readLines } from '../../../models/training/testSet.ts';
import { CLASSES, LANGUAGES, type Language, type Message, SUBTOPICS, type Subtopic, TOPIC_LABELS } from '../topics.ts';

/** A message of which is known what it is about; null is none of the topics. */
export interface Labelled extends Message {
  readonly subtopic: Subtopic | null;
}

/** What a manifest says of the messages to learn from. */
export const MESSAGES_SOURCE: Manifest['training']['data'][number] = {
  name: "Customers' messages to a shop in English and Indonesian, written by us",
  source: 'file:training/messages.{en,id}.jsonl',
  license: 'MIT',
};

export const FOLDS = 5;

const subtopic = z.enum(SUBTOPICS).nullable();
const message = z.strictObject({ text: z.string().min(1), subtopic });

/** A line of eval/test.en.jsonl or eval/test.id.jsonl. */
export const testItem = z.strictObject({
  id: z.string(),
  text: z.string().min(1),
  label: z.enum(TOPIC_LABELS).nullable(),
  subtopic,
});

/** The messages to learn from, English first. */
export async function readMessages(): Promise<readonly Labelled[]> {
  const byLanguage = LANGUAGES.map(async (language) => {
    const lines = await readFile(new URL(`training/messages.${language}.jsonl`, import.meta.url), 'utf8');
    return readLines(lines, message).map((each): Labelled => ({ ...each, language }));
  });
  return (await Promise.all(byLanguage)).flat();
}

export function testSetOf(language: Language): URL {
  return new URL(`eval/test.${language}.jsonl`, import.meta.url);
}

export function classOf({ subtopic: own }: Pick<Labelled, 'subtopic'>): number {
  return CLASSES.indexOf(own);
}

/**
 * The fold of each message: the messages of a sub-topic stand in the order in which they were written, and those written
 * together, which are most alike, are in one fold; so are their counterparts in the other language.
 */
export function foldsOf(messages: readonly Labelled[]): readonly number[] {
  const groups = new Map<string, number[]>();
  for (const [index, { language, subtopic: own }] of messages.entries()) {
    const key = `${language} ${own}`;
    const group = groups.get(key);
    if (group) group.push(index);
    else groups.set(key, [index]);
  }
  const folds = messages.map(() => 0);
  for (const group of groups.values()) {
    for (const [rank, index] of group.entries()) folds[index] = Math.floor((FOLDS * rank) / group.length);
  }
  return folds;
}
