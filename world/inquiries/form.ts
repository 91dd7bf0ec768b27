import type { Subtopic } from '../topics.ts';

export const LANGUAGES = ['en', 'id', 'ms', 'th', 'vi', 'tl', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

/** When in the life of an order a message is written. */
export type Moment =
  /** After a payment for it failed. */
  | 'UNPAID'
  /** Before it is packed. */
  | 'PLACED'
  /** While it travels, before it was promised. */
  | 'ON_THE_WAY'
  /** After it was promised, before it came. */
  | 'LATE'
  /** Within a week after it came. */
  | 'DELIVERED'
  /** Two to eleven months after it came. */
  | 'OWNED'
  /** After it went back. */
  | 'RETURNED';

/** What a message can be about; goods.ts says which kinds of products each is. */
export type Goods = 'any' | 'electric' | 'audio' | 'breakable' | 'worn' | 'food' | 'skin' | 'assembled' | 'cookware';

/** A message as people write it; `{product}` and `{order}` are filled in. */
export type Form = readonly [subtopic: Subtopic | null, moment: Moment, goods: Goods, text: string];
