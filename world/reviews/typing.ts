import type { Random } from '../random.ts';
import type { Tone } from './tone.ts';
import type { Writer } from './writer.ts';

const EMOJI: Readonly<Record<Tone, readonly string[]>> = {
  warm: ['😍', '👍', '❤️', '🥰', '👍👍', '😊', '🙏', '💯'],
  good: ['👍', '🙂', '😊', '👌'],
  mixed: ['😐', '🤷', '😅'],
  cold: ['😡', '😞', '👎', '🙄', '😤'],
};

const SHORT: Readonly<Record<string, string>> = {
  because: 'cos',
  you: 'u',
  your: 'ur',
  and: '&',
  with: 'w/',
  without: 'w/o',
  really: 'rly',
  please: 'pls',
  before: 'b4',
  people: 'ppl',
  though: 'tho',
  about: 'abt',
};

/** The text as this writer's thumbs would have it. */
export function typeAs(writer: Writer, text: string, tone: Tone, random: Random): string {
  let typed = text;
  if (writer.texting)
    typed = typed.replaceAll(/\b[a-z]+\b/g, (word) => (Object.hasOwn(SHORT, word) ? `${SHORT[word]}` : word));
  if (writer.casing === 'lower') typed = typed.toLowerCase();
  if (writer.exclaims && tone === 'warm') typed = typed.replace(/\.$/, random.chance(0.25) ? '!!' : '!');
  if (!writer.finalStop) typed = typed.replace(/\.$/, '');
  if (writer.emoji && random.chance(0.7)) typed = `${typed} ${random.pick(EMOJI[tone])}`;
  return typed;
}
