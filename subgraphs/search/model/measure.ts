import { z } from 'zod';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { wilsonInterval } from '../../../kit/model/quality/wilsonInterval.ts';
import { type MeasuredModel, openTestSet } from '../../../models/training/testSet.ts';

type Quality = Manifest['quality'][number];

const query = z.strictObject({ query: z.string(), products: z.array(z.string()).min(1) });
const message = z.strictObject({ message: z.string(), language: z.enum(['en', 'id']), products: z.array(z.string()) });

/** Ids of products, the best first. */
export type Ask = (text: string, of: 'query' | 'en' | 'id') => Promise<readonly string[]>;

const SETS = [
  ['en', 'English queries of low word overlap'],
  ['typos', 'misspelled English queries'],
  ['id', 'Indonesian queries'],
  ['ms', 'Malay queries'],
] as const;

/** Measures on the held-out sets what `ask` finds, and for comparison what it finds otherwise. */
export async function measure(
  model: MeasuredModel,
  ask: Ask,
  compared: readonly { readonly by: string; readonly ask: Ask }[],
): Promise<Quality[]> {
  const file = (set: string): URL => new URL(`eval/${set}.jsonl`, import.meta.url);
  const quality: Quality[] = [];
  for (const [set, name] of SETS) {
    const items = await openTestSet(file(set), query, model);
    const asked = items.map(({ query: text, products }) => ({ text, of: 'query' as const, products }));
    quality.push(...(await figures(asked, ask, name)));
    for (const other of compared) quality.push(...(await figures(asked, other.ask, `${name}, ${other.by}`)));
  }
  const messages = await openTestSet(file('inquiries'), message, model);
  for (const [language, name] of [
    ['en', 'English'],
    ['id', 'Indonesian'],
  ] as const) {
    const asked = messages
      .filter((one) => one.language === language)
      .map(({ message: text, products }) => ({ text, of: language, products }));
    quality.push(...(await figures(asked, ask, `${name} messages`)));
  }
  return quality;
}

interface Asked {
  readonly text: string;
  readonly of: 'query' | 'en' | 'id';
  readonly products: readonly string[];
}

async function figures(asked: readonly Asked[], ask: Ask, on: string): Promise<Quality[]> {
  const found: { first: boolean; five: boolean }[] = [];
  for (const { text, of, products } of asked) {
    const ids = await ask(text, of);
    const has = (count: number): boolean => ids.slice(0, count).some((id) => products.includes(id));
    found.push({ first: has(1), five: has(5) });
  }
  const figure = (metric: string, right: number): Quality => {
    const interval = wilsonInterval(right, asked.length).map((bound) => Number(bound.toFixed(4)));
    const [low = 0, high = 1] = interval;
    const value = Number((right / asked.length).toFixed(4));
    return { metric, on: `${on} that were held out`, value, n: asked.length, interval: [low, high] };
  };
  return [
    figure('R@1', found.filter(({ first }) => first).length),
    figure('R@5', found.filter(({ five }) => five).length),
  ];
}
