import { readFile } from 'node:fs/promises';
import { CodedError } from '../../../kit/errors.ts';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { ASPECTS, type Aspect } from '../aspects.ts';
import type { Judgement } from '../judgement.ts';
import type { Language } from '../languages.ts';

/** What a part of a message judges. */
export interface JudgedAspect {
  readonly aspect: Aspect;
  readonly label: Judgement['label'];
}

/** A customer's message to learn from. */
export interface Message {
  readonly text: string;
  /** Null for a plain question, which has no mood. */
  readonly label: Judgement['label'] | null;
  /** The text in parts, with what each judges. */
  readonly parts: readonly { readonly text: string; readonly aspects: readonly JudgedAspect[] }[];
}

const LABELS: ReadonlyMap<string, Message['label']> = new Map([
  ['+', 'POSITIVE'],
  ['-', 'NEGATIVE'],
  ['0', null],
]);
const INITIALS: ReadonlyMap<string, Aspect> = new Map(ASPECTS.map((aspect) => [aspect.slice(0, 1), aspect]));

/** What a manifest says of these messages. */
export function messagesSource(language: Language): Manifest['training']['data'][number] {
  return {
    name: `Messages and short reviews to a web shop in ${language === 'en' ? 'English' : 'Indonesian'}, written by us`,
    source: `subgraphs/sentiment/messages/messages.${language}.txt`,
    license: 'MIT',
  };
}

/**
 * Reads `messages.<language>.txt`: a message a line, as `- Hello, [D-]it came late [Q+]but it is good`. The first character
 * is the mood of the whole (`0` for none); `[D-]` begins a part that judges DELIVERY ill, `[.]` one that judges no aspect.
 * @throws CodedError `CONFIG_INVALID` for a line of another form.
 */
export async function readMessages(language: Language): Promise<readonly Message[]> {
  const text = await readFile(new URL(`messages.${language}.txt`, import.meta.url), 'utf8');
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map(readMessage);
}

export function readMessage(line: string): Message {
  const label = LABELS.get(line.slice(0, 1));
  if (label === undefined || line[1] !== ' ') throw malformed(line, 'a line that begins with "+ ", "- " or "0 "');
  const parts = line
    .slice(2)
    .split(/(?=\[(?:\.|[A-Z][+-])\])/)
    .map((part) => {
      const tag = /^\[(.)(.?)\]/.exec(part);
      const [, initial = '.', sign = ''] = tag ?? [];
      const words = part.slice(tag?.[0].length ?? 0).trim();
      if (initial === '.') return { text: words, aspects: [] };
      const [aspect, own] = [INITIALS.get(initial), LABELS.get(sign)];
      if (!aspect || !own) throw malformed(line, `one of ${[...INITIALS.keys()].join(', ')} with + or - in brackets`);
      return { text: words, aspects: [{ aspect, label: own }] };
    })
    .filter(({ text }) => text !== '');
  return { text: parts.map(({ text }) => text).join(' '), label, parts };
}

function malformed(line: string, expected: string): CodedError {
  return new CodedError(
    'CONFIG_INVALID',
    `A message to learn from: expected ${expected}, got ${JSON.stringify(line)}.`,
  );
}
