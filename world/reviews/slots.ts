import type { Random } from '../random.ts';
import { relatives } from './phrases/voices.ts';
import type { Writer } from './writer.ts';

const DAY = 86_400_000;

const SPANS: readonly (readonly [days: number, words: string])[] = [
  [21, 'three weeks'],
  [31, 'a month'],
  [45, 'six weeks'],
  [62, 'two months'],
  [93, 'three months'],
  [124, 'four months'],
  [186, 'half a year'],
  [280, 'nine months'],
  [370, 'a year'],
];

const SOON = [
  'two days',
  'three days',
  'five days',
  'a week',
  'nine days',
  'two weeks',
  'three weeks',
  'less than a month',
];

export type Slots = Readonly<Record<'thing' | 'who' | 'town' | 'time' | 'days' | 'soon', string>>;

/** What the slots of one review's sentences stand for: the same person and the same time in all of them. */
export function chooseSlots(writer: Writer, thing: string, owned: { readonly ms: number }, random: Random): Slots {
  const possible = SPANS.filter(([days]) => days * DAY <= owned.ms);
  return {
    thing,
    who: random.pick(relatives[writer.user.country]),
    town: writer.user.town,
    time: (possible.length > 0 ? random.pick(possible) : SPANS[0])?.[1] ?? 'three weeks',
    days: random.pick(['two', 'three', 'four', 'five', '2', '3', '4', '6']),
    soon: random.pick(SOON),
  };
}

/** For how many days a review's text says that its writer has had the thing, the longest time it names; 0 if none. */
export function statedOwnership(text: string): number {
  const low = text.toLowerCase();
  return SPANS.reduce((most, [days, words]) => (low.includes(words) ? Math.max(most, days) : most), 0);
}

/** Puts the slots' words in and begins each sentence with a capital. */
export function fillSlots(sentence: string, slots: Slots): string {
  const filled = sentence.replaceAll(/\{(\w+)\}/g, (slot, name: string) =>
    Object.hasOwn(slots, name) ? slots[name as keyof Slots] : slot,
  );
  return filled.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase());
}
