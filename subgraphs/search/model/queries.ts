import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { toMinorUnits } from '../../../kit/money.ts';
import { readLines } from '../../../models/training/testSet.ts';
import { createInquiries } from '../../../world/inquiries.ts';
import { products as worldProducts } from '../../../world/products.ts';
import { Random } from '../../../world/random.ts';
import type { IndexedProduct } from '../retrieval/product.ts';
import { wordsOf } from '../text/wordsOf.ts';

/** A query of which is known what it is for. */
export interface DevQuery {
  readonly text: string;
  /** Ids of products that are right, the best first. */
  readonly products: readonly string[];
}

/** A message of the demo world; null where it names no product. */
export interface DevMessage {
  readonly text: string;
  readonly language: 'en' | 'id';
  readonly product: string | null;
}

const line = z.strictObject({ text: z.string().min(1), products: z.array(z.string()).min(1) });

export const products: readonly IndexedProduct[] = worldProducts.map(({ id, name, description, category, price }) => ({
  ...{ id, name, description, categoryId: category, currency: price.currency },
  priceMinor: Number(toMinorUnits(price.amount, price.currency)),
}));

export function readQueries(language: 'en' | 'id' | 'ms'): readonly DevQuery[] {
  return readLines(readFileSync(new URL(`training/queries.${language}.jsonl`, import.meta.url), 'utf8'), line);
}

/** For each product two words of its name, one of them misspelled. */
export function misspelledQueries(): readonly DevQuery[] {
  const random = new Random('misspelled queries');
  return products.map(({ id, name }) => {
    const words = wordsOf(name.split(',', 1)[0] ?? name).filter((word) => /^[a-z]{4,}$/.test(word));
    const chosen = random.shuffled(words).slice(0, 2);
    const [first = name, ...rest] = chosen;
    return { text: [slip(first, random), ...rest].join(' '), products: [id] };
  });
}

/** A letter left out, doubled, changed, or swapped with the next; not the first. */
function slip(word: string, random: Random): string {
  const at = random.integer(1, word.length - 2);
  const [before, letter = '', next = '', after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  const slips = [
    `${before}${next}${after}`,
    `${before}${letter}${letter}${next}${after}`,
    `${before}${next}${letter}${after}`,
  ];
  return random.pick(slips);
}

/** The English and Indonesian messages of the demo world. */
export function readMessages(): readonly DevMessage[] {
  const names = products.map(({ id, name }) => ({ id, name: (name.split(',', 1)[0] ?? name).toLowerCase() }));
  return createInquiries().flatMap(({ message, truth: { language } }) => {
    if (language !== 'en' && language !== 'id') return [];
    const named = names.filter(({ name }) => message.toLowerCase().includes(name));
    return named.length > 1 ? [] : [{ text: message, language, product: named[0]?.id ?? null }];
  });
}
