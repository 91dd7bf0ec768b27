import { readdir, readFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Identity } from '../../kit/context.ts';
import { readTraffic, writeTraffic } from '../../kit/model/versions/traffic.ts';
import { defineRebuildHead } from '../../subgraphs/sentiment/jobs/rebuildHead.ts';
import { createPoorHead, FEW_SENTENCES, GOOD_VERSION, type TestHead } from '../../subgraphs/sentiment/testHead.ts';
import { startWholeGraph, type WholeGraph } from '../wholeGraph.ts';

const ALICE: Identity = { subject: 'alice', tenant: 'shop', scopes: [] };
const TRAINER: Identity = { subject: 'tara', tenant: 'shop', scopes: ['models:train'] };
/** Of another tenant: it is told nothing that was predicted for the others. */
const STRANGER: Identity = { subject: 'alice', tenant: 'another', scopes: [] };
/** Until a version is noticed and loaded, on a machine with other work. */
const WITHIN = { timeout: 60_000, interval: 100 };

const JOB = `id kind status progress { done total note } error { code message } startedAt finishedAt
  reviewAnalysis {
    positive negative skipped degraded meanScore model { name version } productCount
    products { product { id name } positive negative sharePositive }
    mostPositive { id body } mostNegative { id body }
  }
  headRebuild { model { name version } previous quality { metric on value n low high } trainedOn servedSince }`;

interface Analysis {
  readonly positive: number;
  readonly negative: number;
  readonly meanScore: number;
  readonly products: readonly unknown[];
  readonly mostPositive: readonly Review[];
  readonly mostNegative: readonly Review[];
}

interface Rebuild {
  readonly model: { readonly version: string };
  readonly previous: readonly string[];
  readonly quality: readonly { readonly value: number; readonly n: number }[];
  readonly trainedOn: number;
  readonly servedSince: string;
}

interface Job {
  readonly id: string;
  readonly status: string;
  readonly progress: { readonly done: number; readonly total: number | null } | null;
  readonly finishedAt: string | null;
  readonly reviewAnalysis: Analysis | null;
  readonly headRebuild: Rebuild | null;
}

interface Review {
  readonly id: string;
  readonly body: string;
}

interface Judgement {
  readonly label: string;
  readonly score: number;
  readonly degraded: boolean;
  readonly model: { readonly version: string };
}

/** The last two own what sentiment needs of inquiries; nothing asks them here. */
const ISLANDS = ['catalog', 'reviews', 'sentiment', 'jobs', 'support', 'language'];
const ONE_WORKER = { MODEL_WORKERS: '1' };

let head: TestHead;
let graph: WholeGraph;
beforeAll(async () => {
  head = await createPoorHead();
  const { folder } = head;
  graph = await startWholeGraph(
    ISLANDS,
    (definition) => {
      const { sentiment, ...others } = definition.models ?? {};
      if (sentiment === undefined) return definition;
      // The versions of the checkout are those of every process that runs from it.
      const rebuild = defineRebuildHead({ folder, sentencesOfEachDomain: FEW_SENTENCES });
      const jobs = definition.jobs?.map((job) => (job.kind === rebuild.kind ? rebuild : job)) ?? [];
      return { ...definition, models: { ...others, sentiment: { ...sentiment, folder } }, jobs };
      // Each worker has to load each version.
    },
    ONE_WORKER,
  );
}, 120_000);
afterAll(async () => {
  await graph?.close();
  await head?.remove();
});

async function ask<Data>(query: string, variables: Record<string, unknown> = {}, identity = ALICE): Promise<Data> {
  const { data, errors } = await graph.ask(query, variables, identity);
  if (errors?.length) throw new Error(JSON.stringify(errors));
  return data as Data;
}

async function submit(mutation: string, identity = ALICE): Promise<string> {
  const { job } = await ask<{ job: Job }>(`mutation { job: ${mutation} { id status } }`, {}, identity);
  return job.id;
}

async function find(id: string, identity = ALICE): Promise<Job | null> {
  return (await ask<{ job: Job | null }>(`query ($id: ID!) { job(id: $id) { ${JOB} } }`, { id }, identity)).job;
}

/** Asks until the job is as wanted; keeps how far it was each time. */
async function until(id: string, wanted: (job: Job) => boolean, identity = ALICE) {
  const progress: Job['progress'][] = [];
  for (;;) {
    const job = await find(id, identity);
    if (job === null) throw new Error(`no job ${id}`);
    progress.push(job.progress);
    if (wanted(job)) return { job, progress };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const hasEnded = ({ finishedAt }: Job): boolean => finishedAt !== null;

/** What the model says of the texts to whoever asks it directly. */
async function judge(texts: readonly string[], identity = STRANGER): Promise<readonly Judgement[]> {
  const judged: Judgement[] = [];
  for (let start = 0; start < texts.length; start += 20) {
    const query = `query ($texts: [String!]!) { judged: analyzeSentiment(texts: $texts) { label score degraded model { version } } }`;
    judged.push(
      ...(await ask<{ judged: Judgement[] }>(query, { texts: texts.slice(start, start + 20) }, identity)).judged,
    );
  }
  return judged;
}

/** What an analysis of these reviews has to say, by asking for each of them. */
async function expected(reviews: readonly Review[]) {
  const judged = await judge(reviews.map(({ body }) => body));
  expect(judged.some(({ degraded }) => degraded)).toBe(false);
  const scored = reviews.map((review, index) => ({ review, score: judged[index]?.score ?? Number.NaN }));
  const best = scored.toSorted((a, b) => b.score - a.score);
  const positive = best.filter(({ score }) => score >= 0);
  const negative = best.filter(({ score }) => score < 0).reverse();
  const ofReview = ({ review: { id, body } }: (typeof best)[number]) => ({ id, body });
  return {
    positive: positive.length,
    negative: negative.length,
    skipped: 0,
    degraded: 0,
    meanScore: expect.closeTo(best.reduce((sum, { score }) => sum + score, 0) / best.length, 3),
    model: { name: 'sentiment-minilm', version: GOOD_VERSION },
    mostPositive: positive.slice(0, 5).map(ofReview),
    mostNegative: negative.slice(0, 5).map(ofReview),
  };
}

interface ShelvedProduct {
  readonly id: string;
  readonly name: string;
  readonly reviews: { readonly nodes: readonly Review[]; readonly pageInfo: { readonly hasNextPage: boolean } };
}

async function shelf(category: string): Promise<readonly ShelvedProduct[]> {
  const { products } = await ask<{ products: { nodes: ShelvedProduct[] } }>(
    `query ($category: ID!) { products(category: $category, first: 100) {
       nodes { id name reviews(first: 50) { nodes { id body } pageInfo { hasNextPage } } } } }`,
    { category },
  );
  expect(products.nodes.some(({ reviews }) => reviews.pageInfo.hasNextPage)).toBe(false);
  return products.nodes;
}

test('all reviews of a category and of a product are judged as whoever asks for each of them is told', async () => {
  const id = await submit('analyzeReviews(categoryId: "desk", idempotencyKey: "desk")');
  const products = await shelf('desk');
  const reviews = products.flatMap((product) => product.reviews.nodes);
  const { job, progress } = await until(id, hasEnded);
  expect(job).toMatchObject({ kind: 'sentiment.analyzeReviews', status: 'SUCCEEDED', error: null, headRebuild: null });
  expect(progress).toContainEqual(
    expect.objectContaining({ total: reviews.length, note: expect.stringMatching(/^product-/) }),
  );
  expect(job.progress).toMatchObject({ done: reviews.length, total: reviews.length });
  expect(job.reviewAnalysis).toMatchObject({ ...(await expected(reviews)), productCount: products.length });
  const names = products.map(({ id, name }) => ({ id, name })).sort((a, b) => (a.id < b.id ? -1 : 1));
  expect(job.reviewAnalysis?.products).toMatchObject(names.map((product) => ({ product })));

  const [product] = products;
  if (product === undefined) throw new TypeError('an empty shelf');
  const one = await until(await submit(`analyzeReviews(productId: "${product.id}")`), hasEnded);
  const own = await expected(product.reviews.nodes);
  expect(one.job.reviewAnalysis).toMatchObject({ ...own, productCount: 1 });
  expect(one.job.reviewAnalysis?.products).toEqual([
    {
      product: { id: product.id, name: product.name },
      positive: own.positive,
      negative: own.negative,
      sharePositive: own.positive / (own.positive + own.negative),
    },
  ]);
  // The same key is the same job; nobody else sees it.
  expect(await submit('analyzeReviews(categoryId: "desk", idempotencyKey: "desk")')).toBe(id);
  expect(await find(id, STRANGER)).toBeNull();
}, 60_000);

test('an analysis that is cancelled while it runs ends within a second', async () => {
  const id = await submit('analyzeReviews(categoryId: "kitchen")');
  const { job } = await until(id, ({ progress }) => (progress?.done ?? 0) > 0);
  expect(job).toMatchObject({ status: 'RUNNING', reviewAnalysis: null });
  await ask('mutation ($id: ID!) { cancelJob(id: $id) { id } }', { id });
  const at = Date.now();
  const ended = (await until(id, hasEnded)).job;
  expect(ended).toMatchObject({ status: 'CANCELLED', reviewAnalysis: null });
  expect(Date.parse(ended.finishedAt ?? '') - at).toBeLessThan(1_000);
}, 60_000);

test('a category that there is not, and a head that nobody may train, say so', async () => {
  const { job } = await until(await submit('analyzeReviews(categoryId: "nonesuch")'), hasEnded);
  expect(job).toMatchObject({
    status: 'FAILED',
    error: {
      code: 'NOT_FOUND',
      message: 'category: expected the id of a category, as Query.categories lists them, got "nonesuch".',
    },
    reviewAnalysis: null,
  });
  const rebuild = (identity: Identity) => graph.ask('mutation { rebuildSentimentHead { id } }', {}, identity);
  expect(await rebuild(ALICE)).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN', service: 'sentiment' } }] });
  expect(await rebuild({ subject: null, tenant: null, scopes: ['models:train'] })).toMatchObject({
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  });
});

interface Served {
  readonly version: string;
  readonly traffic: number;
  readonly quality: readonly { readonly n: number }[];
}

async function served(): Promise<readonly Served[]> {
  const { models } = await ask<{ models: { sentiment: { name: string; versions: Served[] }[] } }>(
    '{ models { sentiment { name versions { version traffic quality { value n } } } } }',
  );
  return models.sentiment.find(({ name }) => name === 'sentiment-minilm')?.versions ?? [];
}

test('a rebuilt head is served without a restart, says what the released one says, and can be taken back', async () => {
  await writeTraffic(head.folder, { weights: { '1.1.0': 1 } });
  await expect.poll(served, WITHIN).toMatchObject([{ version: '1.1.0', traffic: 1 }]);
  const texts = ['It is wonderful.', 'It broke at once, what a waste.', 'It arrived on Monday.', 'Nice, but dear.'];
  const before = await judge(texts);
  expect(before.map(({ model }) => model.version)).toEqual(texts.map(() => '1.1.0'));

  const id = await submit('rebuildSentimentHead', TRAINER);
  const { job, progress } = await until(id, hasEnded, TRAINER);
  expect(job).toMatchObject({ kind: 'sentiment.rebuildHead', status: 'SUCCEEDED', error: null, reviewAnalysis: null });
  expect(progress).toContainEqual(expect.objectContaining({ done: expect.any(Number), total: expect.any(Number) }));
  const [{ quality = [] } = {}] = await served();
  expect(job.headRebuild).toMatchObject({
    model: { name: 'sentiment-minilm', version: '1.1.1' },
    previous: ['1.1.0'],
    quality,
    trainedOn: 5 * FEW_SENTENCES,
  });
  await expect.poll(served, WITHIN).toMatchObject([{ version: '1.1.1', traffic: 1 }]);
  expect(await judge(texts)).toEqual(before.map((answer) => ({ ...answer, model: { version: '1.1.1' } })));
  const text = (path: string) => readFile(new URL(path, head.folder), 'utf8');
  expect(await text('versions/1.1.1/head.json')).toBe(await text('head.json'));
  expect((await readdir(new URL('versions/', head.folder))).sort()).toEqual(['1.1.1', GOOD_VERSION, 'traffic.json']);

  // As `npm run traffic -- sentiment back` does.
  const { weights, previous } = (await readTraffic(head.folder)) ?? {};
  if (!weights || !previous) throw new TypeError('nothing to go back to');
  await writeTraffic(head.folder, { weights: previous, previous: weights });
  await expect.poll(served, WITHIN).toMatchObject([{ version: '1.1.0', traffic: 1 }]);
  expect(await judge(texts)).toEqual(before);
}, 180_000);
