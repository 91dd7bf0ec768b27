import { z } from 'zod';
import { defineModel } from '../../kit/model/defineModel.ts';
import type { Answer, Ask, Recommended } from './ask.ts';
import { askFault } from './askFault.ts';

const schema = z.strictObject({
  products: z.array(z.string()),
  /** By country, and of all countries; then by product: how often it was bought lately. */
  countries: z.record(z.string(), z.array(z.number())),
  everywhere: z.array(z.number()),
});
export type Popularity = z.infer<typeof schema>;

/** Recommends what sells best, or what reads alike: for when the model that knows tastes cannot answer. */
export default defineModel<Ask, Answer>({
  warmUp: [{ kind: 'BUYER', bought: [], country: null, candidates: [], newcomers: [], first: 1 }],
  async load(folder) {
    const popularity = schema.parse(JSON.parse(String(await folder.read('popularity.json'))));
    return {
      async predict(asks) {
        return asks.map((ask) => askFault(ask) ?? { output: recommendPopular(popularity, ask), signals: {} });
      },
    };
  },
});

/** What was bought before is left out, and so is the product that it is for. */
export function recommendPopular({ products, countries, everywhere }: Popularity, ask: Ask): Answer {
  if (ask.kind === 'SIMILAR' && ask.likeness.length > 0) return { picks: alike(ask) };
  const own = new Set(ask.kind === 'BUYER' ? ask.bought.map(({ product }) => product) : [ask.product]);
  const local = ask.kind === 'BUYER' && ask.country !== null ? countries[ask.country] : undefined;
  const placeOf = new Map(products.map((product, place) => [product, place]));
  const total = (local ?? everywhere).reduce((sum, count) => sum + count, 0) || 1;
  const picks = ask.candidates
    .filter((product) => !own.has(product))
    .map((product): Recommended => {
      const count = (local ?? everywhere)[placeOf.get(product) ?? -1] ?? 0;
      return { product, score: count / total, reason: local ? 'POPULAR_IN_COUNTRY' : 'POPULAR', because: [] };
    });
  return { picks: bestOf(picks, ask.first) };
}

function alike({
  product,
  candidates,
  likeness,
  first,
}: Extract<Ask, { kind: 'SIMILAR' | 'BOUGHT_TOGETHER' }>): Recommended[] {
  const picks = candidates.map((other, place): Recommended => {
    return { product: other, score: Math.min(1, likeness[place] ?? 0), reason: 'READS_ALIKE', because: [product] };
  });
  return bestOf(
    picks.filter(({ product: other }) => other !== product),
    first,
  );
}

function bestOf(picks: readonly Recommended[], first: number): Recommended[] {
  return picks
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score || (a.product < b.product ? -1 : 1))
    .slice(0, first);
}
