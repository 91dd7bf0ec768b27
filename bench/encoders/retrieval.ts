import { wilsonInterval } from '../../kit/model/quality/wilsonInterval.ts';
import { minilm } from '../../models/minilm/minilm.ts';
import { minilmInt8 } from '../../models/minilm/minilmInt8.ts';
import { products } from '../../world/products.ts';
import { createBm25 } from './bm25.ts';
import { cosine, embed, nearest } from './nearest.ts';
import { type Query, readQueries, type Split } from './queries.ts';
import { bootstrapMean, type Estimate, quantile } from './statistics.ts';

const METRICS = ['R@1', 'R@5', 'MRR@10'] as const;
type Metric = (typeof METRICS)[number];

type Figures = Readonly<Record<Metric, Estimate>>;

export interface Retrieval {
  readonly documents: number;
  readonly splits: Readonly<Record<string, SplitFigures>>;
  /** Cosine of the two forms' embeddings of the same text, products and the queries of the splits. */
  readonly fidelity: { readonly texts: number; readonly min: number; readonly p5: number; readonly median: number };
}

export interface SplitFigures {
  readonly queries: number;
  readonly bm25: Figures;
  readonly fp32: Figures;
  readonly int8: Figures;
  /** Per query, with the paired interval. */
  readonly int8MinusFp32: Figures;
  /** Queries whose first hit is relevant with the one and not with the other. */
  readonly firstHit: { readonly onlyFp32: number; readonly onlyInt8: number };
}

/** Finds the products that the queries ask for among all that are sold, by both forms of the encoder and by words. */
export async function measureRetrieval(splits: readonly Split[]): Promise<Retrieval> {
  const documents = products.map(({ name, description }) => `${name}. ${description}`);
  const queries = (await readQueries(new Set(products.map(({ id }) => id)))).filter(({ split }) =>
    splits.includes(split),
  );
  const texts = [...documents, ...queries.map(({ query }) => query)];
  const [fp32, int8] = [await embed(minilm, texts), await embed(minilmInt8, texts)];
  const likeness = fp32.map((vector, index) => cosine(vector, int8[index] ?? new Float32Array()));
  const byWords = createBm25(documents);
  const byMeaning = (vectors: readonly Float32Array[]) => (_: Query, index: number) =>
    nearest(vectors[documents.length + index] ?? new Float32Array(), vectors.slice(0, documents.length));
  const judged = {
    bm25: queries.map((query) => judge(query, byWords(query.query))),
    fp32: queries.map((query, index) => judge(query, byMeaning(fp32)(query, index))),
    int8: queries.map((query, index) => judge(query, byMeaning(int8)(query, index))),
  };
  const figuresOf = (split: Split): SplitFigures => {
    const own = (all: readonly Judgement[]) => all.filter((_, index) => queries[index]?.split === split);
    const [a, b] = [own(judged.fp32), own(judged.int8)];
    const gained = (better: readonly Judgement[], worse: readonly Judgement[]) =>
      better.filter((one, index) => one['R@1'] > (worse[index]?.['R@1'] ?? 1)).length;
    return {
      queries: a.length,
      bm25: summarize(own(judged.bm25)),
      fp32: summarize(a),
      int8: summarize(b),
      int8MinusFp32: figures((metric) => bootstrapMean(b.map((one, index) => one[metric] - (a[index]?.[metric] ?? 0)))),
      firstHit: { onlyFp32: gained(a, b), onlyInt8: gained(b, a) },
    };
  };
  return {
    documents: documents.length,
    splits: Object.fromEntries(splits.map((split) => [split, figuresOf(split)])),
    fidelity: {
      texts: texts.length,
      min: Math.min(...likeness),
      p5: quantile(likeness, 0.05),
      median: quantile(likeness, 0.5),
    },
  };
}

/** Of one query: whether the first hit, and any of the first five, is relevant; 1 over the rank of the first that is. */
type Judgement = Readonly<Record<Metric, number>>;

function judge({ relevant }: Query, ranking: readonly number[]): Judgement {
  const rank = ranking.slice(0, 10).findIndex((index) => relevant.includes(products[index]?.id ?? ''));
  return { 'R@1': rank === 0 ? 1 : 0, 'R@5': rank >= 0 && rank < 5 ? 1 : 0, 'MRR@10': rank < 0 ? 0 : 1 / (rank + 1) };
}

/** Shares with Wilson intervals, the reciprocal rank with a bootstrapped one. */
function summarize(judged: readonly Judgement[]): Figures {
  return figures((metric) => {
    const values = judged.map((one) => one[metric]);
    if (metric === 'MRR@10') return bootstrapMean(values);
    const hits = values.filter((value) => value === 1).length;
    return { value: hits / values.length, interval: wilsonInterval(hits, values.length) };
  });
}

function figures(of: (metric: Metric) => Estimate): Figures {
  return { 'R@1': of('R@1'), 'R@5': of('R@5'), 'MRR@10': of('MRR@10') };
}
