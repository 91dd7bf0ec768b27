import type { Answer, Ask, BuyerAsk, Newcomer, ProductAsk, Recommended } from './ask.ts';
import { isDueAgain } from './learn/learnSupplies.ts';
import type { Taste } from './taste.ts';

/** Products that a recommendation is explained by, at most. */
const REASONS = 2;

/** Answers from what was learned. What is not among the candidates, or is the product itself, is never an answer. */
export function recommendByTaste(taste: Taste, ask: Ask): Answer {
  const best = picksOf(new Recommender(taste, ask.newcomers), ask)
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || (a.product < b.product ? -1 : 1));
  return { picks: best.slice(0, ask.first) };
}

function picksOf(recommender: Recommender, ask: Ask): Recommended[] {
  if (ask.kind === 'BUYER') return recommender.forBuyer(ask);
  return ask.kind === 'SIMILAR' ? recommender.similarTo(ask) : recommender.boughtWith(ask);
}

/** Weights of known products, by their places, that stand for a product. */
type Blend = readonly (readonly [place: number, weight: number])[];

class Recommender {
  readonly #taste: Taste;
  readonly #like: ReadonlyMap<string, Newcomer['like']>;

  constructor(taste: Taste, newcomers: readonly Newcomer[]) {
    this.#taste = taste;
    this.#like = new Map(newcomers.map(({ product, like }) => [product, like]));
  }

  /** The score is the probability that a line of the next order is the product, were all on sale known. */
  forBuyer({ bought, country, candidates }: BuyerAsk): Recommended[] {
    const { repeatShare, countries } = this.#taste;
    const weight = 1 / Math.sqrt(1 + bought.length);
    const told = bought.flatMap(({ product }) => {
      const tells = this.#mean(this.#taste.tells, this.#blendOf(product));
      return tells === null ? [] : [{ product, tells }];
    });
    const buyer = told.reduce<number[]>(
      (sum, { tells }) => tells.map((value, at) => (sum[at] ?? 0) + weight * value),
      [],
    );
    const own = new Set(bought.map(({ product }) => product));
    const place = country === null ? -1 : countries.indexOf(country);
    const free = candidates.flatMap((product) => {
      const blend = own.has(product) ? null : this.#blendOf(product);
      const wanted = this.#mean(this.#taste.wanted, blend);
      if (blend === null || wanted === null) return [];
      return [{ product, wanted, usual: this.#usual(blend, place), liking: dot(buyer, wanted) }];
    });
    const [usual, liking] = [meanOf(free.map((one) => one.usual)), meanOf(free.map((one) => one.liking))];
    const onSale = new Set(candidates);
    const due = bought.filter(
      ({ product, daysAgo }) => onSale.has(product) && isDueAgain(this.#supply(product), daysAgo),
    );
    const highest = Math.max(...free.map((one) => one.usual + one.liking));
    const weights = free.map((one) => Math.exp(one.usual + one.liking - highest));
    const all = weights.reduce((sum, value) => sum + value, 0);
    const share = due.length > 0 ? 1 - repeatShare : 1;
    const because = (wanted: readonly number[]): readonly string[] =>
      told
        .map(({ product, tells }) => ({ product, part: dot(tells, wanted) }))
        .filter(({ part }) => part > 0)
        .sort((a, b) => b.part - a.part || (a.product < b.product ? -1 : 1))
        .slice(0, REASONS)
        .map(({ product }) => product);
    const fresh = free.map((one, at): Recommended => {
      const score = (share * (weights[at] ?? 0)) / all;
      const telling = one.liking - liking > Math.max(0, one.usual - usual) ? because(one.wanted) : [];
      if (telling.length > 0) return { product: one.product, score, reason: 'LIKED_TOGETHER', because: telling };
      return { product: one.product, score, reason: place < 0 ? 'POPULAR' : 'POPULAR_IN_COUNTRY', because: [] };
    });
    const again = due.map(
      ({ product }): Recommended => ({
        product,
        score: repeatShare / due.length,
        reason: 'RUNS_OUT',
        because: [product],
      }),
    );
    return [...again, ...fresh];
  }

  /** The score is the likeness of the two, of who wants them and of their texts. */
  similarTo({ product, candidates, likeness }: ProductAsk): Recommended[] {
    const { likedShare } = this.#taste;
    const wanted = this.#known(product);
    return candidates.flatMap((candidate, at): Recommended[] => {
      if (candidate === product) return [];
      const other = this.#known(candidate);
      const liked = wanted && other ? cosine(wanted, other) : null;
      const text = likeness[at] ?? null;
      if (liked === null && text === null) return [];
      const byTaste = liked === null ? 0 : (text === null ? 1 : likedShare) * liked;
      const byText = text === null ? 0 : (liked === null ? 1 : 1 - likedShare) * text;
      const reason = byTaste > byText ? 'LIKED_TOGETHER' : 'READS_ALIKE';
      return [{ product: candidate, score: Math.min(1, byTaste + byText), reason, because: [product] }];
    });
  }

  /** The score is the share of the product's orders that had the other, too; of a newcomer, of those that it reads like. */
  boughtWith({ product, candidates }: ProductAsk): Recommended[] {
    const { companions, products } = this.#taste;
    const onSale = new Set(candidates);
    const blend = this.#blendOf(product) ?? [];
    const because = blend.map(([place]) => products[place] ?? '').slice(0, REASONS);
    const shares = new Map<string, number>();
    for (const [place, weight] of blend) {
      for (const [other, share] of companions[place] ?? []) {
        const name = products[other] ?? '';
        if (name !== product && onSale.has(name)) shares.set(name, (shares.get(name) ?? 0) + weight * share);
      }
    }
    return [...shares].map(
      ([other, score]): Recommended => ({ product: other, score, reason: 'BOUGHT_TOGETHER', because }),
    );
  }

  /** What stands for a product: itself where it is known, otherwise what it reads like; null where nothing does. */
  #blendOf(product: string): Blend | null {
    const { placeOf } = this.#taste;
    const place = placeOf.get(product);
    if (place !== undefined) return [[place, 1]];
    const blend = (this.#like.get(product) ?? []).flatMap(([other, weight]) => {
      const at = placeOf.get(other);
      return at === undefined ? [] : [[at, weight] as const];
    });
    return blend.length === 0 ? null : blend;
  }

  #known(product: string): readonly number[] | null {
    const place = this.#taste.placeOf.get(product);
    return place === undefined ? null : (this.#taste.wanted[place] ?? null);
  }

  #supply(product: string): readonly [number, number] | null {
    const place = this.#taste.placeOf.get(product);
    return place === undefined ? null : (this.#taste.supplies[place] ?? null);
  }

  #usual(blend: Blend, country: number): number {
    const { popularity, local } = this.#taste;
    const [all, sum] = [local[country] ?? [], weightOf(blend)];
    return blend.reduce((total, [at, weight]) => total + (weight * ((popularity[at] ?? 0) + (all[at] ?? 0))) / sum, 0);
  }

  #mean(rows: readonly (readonly number[])[], blend: Blend | null): readonly number[] | null {
    if (blend === null) return null;
    const [single] = blend;
    if (blend.length === 1 && single) return rows[single[0]] ?? null;
    const sum = weightOf(blend);
    const mean: number[] = [];
    for (const [at, weight] of blend) {
      for (const [factor, value] of (rows[at] ?? []).entries())
        mean[factor] = (mean[factor] ?? 0) + (weight * value) / sum;
    }
    return mean;
  }
}

function weightOf(blend: Blend): number {
  return blend.reduce((sum, [, weight]) => sum + weight, 0);
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}

function dot(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function cosine(a: readonly number[], b: readonly number[]): number {
  return dot(a, b) / (Math.sqrt(dot(a, a) * dot(b, b)) || 1);
}
