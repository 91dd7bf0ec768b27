import { afterAll, beforeAll, expect, test } from 'vitest';
import { CodedError } from '../../../kit/errors.ts';
import type { Graph } from '../../../kit/graph.ts';
import type { Job } from '../../../kit/jobs/job.ts';
import { ALICE, openTestJobs, type TestJobs } from '../../../kit/jobs/testJobs.ts';
import type { ModelHandle, Predicted, PredictOptions } from '../../../kit/model/handle.ts';
import { type Judgement, judgementOf } from '../judgement.ts';
import { analyzeReviews, readSubject } from './analyzeReviews.ts';
import type { Subject } from './reviewPages.ts';
import { type ReviewAnalysis, reviewAnalysis } from './reviewTally.ts';

/** By product, the texts of its reviews, newest first. Each text is the log odds that it is praise. */
type Shop = Readonly<Record<string, readonly string[]>>;

const SHOP: Shop = {
  // More than two pages of 50.
  'product-mug': Array.from({ length: 120 }, (_, index) => String((index % 12) - 4)),
  'product-cup': ['2.5', '1', '-9'],
  'product-new': [],
};

/** A graph with one category, as far as the job asks it; products come in pages of two. */
function graphOf(shop: Shop): Graph {
  const page = <Node>(nodes: readonly Node[], after: unknown, size: number) => {
    const end = Number(after ?? 0) + size;
    return {
      nodes: nodes.slice(end - size, end),
      pageInfo: { hasNextPage: end < nodes.length, endCursor: String(end) },
    };
  };
  return {
    execute: async ({ query, variables: { id, after } = {} }) => {
      if (query.includes('products(')) {
        const products = Object.entries(shop).map(([id, texts]) => ({ id, reviewCount: texts.length }));
        return { data: { products: page(products, after, 2) } };
      }
      const texts = shop[String(id)];
      if (texts === undefined) return { data: { product: null } };
      const reviews = texts.map((body, index) => ({ id: `${id}-${String(index).padStart(3, '0')}`, body }));
      return { data: { product: { id, reviewCount: texts.length, reviews: page(reviews, after, 50) } } };
    },
  };
}

function predicted(text: string, { version = '1.0.0', degraded = false } = {}): Predicted<Judgement> {
  const output = judgementOf(Number(text));
  const model = { name: degraded ? 'sentiment-words' : 'sentiment-minilm', version };
  return { output, model, degraded, confidence: output.confidence, predictionId: () => 'unused' };
}

type Predict = ModelHandle<string, Judgement>['predict'];

interface Surroundings {
  readonly shop?: Shop;
  readonly predict?: Predict;
}

let t: TestJobs;
/** What the jobs of a test see. */
let shop: Shop = SHOP;
let predict: Predict;
beforeAll(async () => {
  t = await openTestJobs('pglite');
  t.jobs.work([analyzeReviews], {
    services: {
      models: { sentiment: { predict: (text: string, options?: PredictOptions) => predict(text, options) } },
    },
    graph: { execute: (request, caller) => graphOf(shop).execute(request, caller) },
  });
});
afterAll(() => t.close());

async function submit(subject: Subject, surroundings: Surroundings = {}): Promise<string> {
  shop = surroundings.shop ?? SHOP;
  predict = surroundings.predict ?? (async (text) => predicted(text));
  return (await t.jobs.submit(analyzeReviews, subject, { identity: ALICE })).id;
}

async function analyze(subject: Subject, surroundings?: Surroundings): Promise<ReviewAnalysis> {
  const { result } = await t.until(await submit(subject, surroundings), 'SUCCEEDED');
  return reviewAnalysis.parse(result);
}

const failed = async (subject: Subject, surroundings?: Surroundings): Promise<Job> =>
  t.until(await submit(subject, surroundings), 'FAILED', 'RETRYING');

const SHELF = { categoryId: 'shelf' };

test('every page of every product is judged once, and told product by product in the order of the ids', async () => {
  const analysis = await analyze(SHELF);
  expect(analysis).toMatchObject({ positive: 82, negative: 41, skipped: 0, degraded: 0, productCount: 3 });
  expect(analysis.model).toEqual({ name: 'sentiment-minilm', version: '1.0.0' });
  expect(analysis.products).toEqual([
    { id: 'product-cup', positive: 2, negative: 1 },
    { id: 'product-mug', positive: 80, negative: 40 },
    { id: 'product-new', positive: 0, negative: 0 },
  ]);
  const scores = Object.values(SHOP).flatMap((texts) => texts.map((text) => predicted(text).output.score));
  const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
  expect(analysis.meanScore).toBeCloseTo(mean, 3);
  // Of equal ones those with the lower ids.
  const every12th = (first: number) =>
    [0, 1, 2, 3, 4].map((n) => `product-mug-${String(first + 12 * n).padStart(3, '0')}`);
  expect(analysis.mostPositive).toEqual(every12th(11));
  expect(analysis.mostNegative).toEqual(['product-cup-002', ...every12th(0).slice(0, 4)]);
});

test('a product is analysed alone, and one without reviews is no failure', async () => {
  expect(await analyze({ productId: 'product-cup' })).toMatchObject({
    positive: 2,
    negative: 1,
    productCount: 1,
    mostPositive: ['product-cup-000', 'product-cup-001'],
    mostNegative: ['product-cup-002'],
  });
  expect(await analyze({ productId: 'product-new' })).toEqual({
    positive: 0,
    negative: 0,
    skipped: 0,
    meanScore: null,
    degraded: 0,
    model: null,
    productCount: 1,
    products: [{ id: 'product-new', positive: 0, negative: 0 }],
    mostPositive: [],
    mostNegative: [],
  });
});

test('in whatever order the predictions come, the analysis is the same', async () => {
  let asked = 0;
  const later: Predict = async (text) => {
    for (let turns = asked++ % 7; turns > 0; turns--) await new Promise(setImmediate);
    return predicted(text);
  };
  expect(await analyze(SHELF, { predict: later })).toEqual(await analyze(SHELF));
});

test('the model is asked to take its time, on behalf of whoever submitted the job, for no more than 10,000 characters', async () => {
  const asked: (readonly [number, PredictOptions | undefined])[] = [];
  await analyze(
    { productId: 'product-long' },
    {
      shop: { 'product-long': [' '.repeat(20_000)] },
      predict: async (text, options) => {
        asked.push([text.length, options]);
        return predicted(text);
      },
    },
  );
  expect(asked).toMatchObject([[10_000, { priority: 'batch', identity: ALICE, signal: { aborted: false } }]]);
});

test('what the model cannot judge is skipped, what a cheaper one judged is counted and told', async () => {
  const odd: Predict = async (text) => {
    if (text === '2.5') return predicted(text, { degraded: true });
    if (text === '1') throw new CodedError('BAD_USER_INPUT', 'Expected a text with something in it.');
    throw new CodedError('MODEL_FAILED', 'The model broke.');
  };
  expect(await analyze({ productId: 'product-cup' }, { predict: odd })).toMatchObject({
    positive: 1,
    negative: 0,
    skipped: 2,
    degraded: 1,
    model: null,
  });
});

test('with a thousand products more than are told one by one, all are counted', async () => {
  const many = Object.fromEntries(Array.from({ length: 1_001 }, (_, index) => [`product-${index + 10_000}`, ['1']]));
  const analysis = await analyze(SHELF, { shop: many });
  expect(analysis).toMatchObject({ positive: 1_001, productCount: 1_001 });
  expect(analysis.products).toHaveLength(1_000);
  expect(analysis.products.at(-1)?.id).toBe('product-10999');
});

test('a product that there is not has failed', async () => {
  expect(await failed({ productId: 'product-none' })).toMatchObject({
    state: 'FAILED',
    error: { code: 'NOT_FOUND', message: 'productId: expected the id of a product, got "product-none".' },
  });
});

test('a model without room, or another version halfway, is a reason to try again', async () => {
  const full: Predict = () =>
    Promise.reject(new CodedError('OVERLOADED', 'busy', { details: { retryAfterMs: 60_000 } }));
  expect(await failed(SHELF, { predict: full })).toMatchObject({ state: 'RETRYING', error: { code: 'OVERLOADED' } });
  const changing: Predict = async (text) => predicted(text, { version: text === '-9' ? '1.0.1' : '1.0.0' });
  expect(await failed({ productId: 'product-cup' }, { predict: changing })).toMatchObject({
    state: 'RETRYING',
    error: {
      code: 'MODEL_UNAVAILABLE',
      message: expect.stringMatching(/^sentiment-minilm 1\.0\.0 judged some .* 1\.0\.1/),
    },
  });
});

test('it tells how many of all reviews are judged, and stops when it is cancelled', async () => {
  let asked = 0;
  const stalls: Predict = (text, { signal } = {}) => {
    if (asked++ < 60) return Promise.resolve(predicted(text));
    return new Promise((_resolve, reject) => signal?.addEventListener('abort', () => reject(signal.reason)));
  };
  const id = await submit({ productId: 'product-mug' }, { predict: stalls });
  const progress = async () => (await t.jobs.directory.summaries([id], ALICE))[0]?.progress;
  await expect.poll(progress).toEqual({ done: 60, total: 120, note: 'product-mug' });
  await t.jobs.directory.cancel(id, ALICE);
  const { finishedAt } = await t.until(id, 'CANCELLED');
  expect(Date.now() - (finishedAt?.getTime() ?? Number.NaN)).toBeLessThan(1_000);
  // The page that was under way, and nothing after it.
  expect(asked).toBe(100);
});

test.each([
  ['neither id', {}, 'productId: expected either productId or categoryId, got neither.'],
  [
    'both',
    { productId: 'product-cup', categoryId: 'kitchen' },
    'productId: expected either productId or categoryId, got both.',
  ],
  ['an id of something else', { productId: 'review-1' }, 'productId: expected an id that starts with "product-"'],
  ['a category that cannot be one', { categoryId: 'Kitchen & Co' }, 'categoryId: expected the id of a category'],
])('%s is refused', (_, given, message) => {
  expect(() => readSubject(given)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' }));
  expect(() => readSubject(given)).toThrow(message);
});
