import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { ANONYMOUS, type Identity } from '../../kit/context.ts';
import type { Graph } from '../../kit/graph.ts';
import { ALICE, BOB, OPERATOR, openTestJobs, type TestJobs } from '../../kit/jobs/testJobs.ts';
import { ModelRuntime } from '../../kit/model/runtime.ts';
import type { BatchReport } from '../../kit/model/scheduling/batchReport.ts';
import { createRequestContext } from '../../kit/requestContext.ts';
import { startSubgraph } from '../../kit/start.ts';
import type { Subgraph } from '../../kit/subgraph.ts';
import { NO_RESOURCES } from '../../kit/testResources.ts';
import { ensureModels } from '../../models/ensureModels.ts';
import definition from './index.ts';
import type { Judgement } from './judgement.ts';

const log = pino({ level: 'silent' });
const batches: BatchReport[] = [];
let runtime: ModelRuntime;
let t: TestJobs;
let island: Subgraph;

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** One product, with a review more for each character of its name. */
const graph: Graph = {
  execute: async ({ query, variables: { id } = {} }) => {
    const nodes = [...String(id)].map((_, index) => ({ id: `review-${LETTERS[index]}`, body: 'I love it.' }));
    const reviews = { nodes, pageInfo: { hasNextPage: false, endCursor: null } };
    return { data: { product: query.includes('reviews(') ? { reviews } : { id, reviewCount: nodes.length } } };
  },
};

beforeAll(async () => {
  await ensureModels();
  runtime = await ModelRuntime.start({ log, workers: 1, observer: { onBatch: (report) => batches.push(report) } });
  t = await openTestJobs('pglite');
  const resources = { ...NO_RESOURCES, models: async () => runtime, jobs: async () => t.jobs };
  const started = await startSubgraph(definition, { resources, log });
  await started.work(graph);
  island = started;
});
afterAll(async () => {
  await t?.close();
  await runtime?.close();
});
beforeEach(() => {
  batches.length = 0;
});

interface Asked {
  readonly signal?: AbortSignal;
  readonly identity?: Identity;
}

const ask = (
  query: string,
  variables: Record<string, unknown>,
  { signal = new AbortController().signal, identity = ANONYMOUS }: Asked = {},
) => island.execute({ query, variables }, createRequestContext({ signal, identity, log }));

const ANALYZE = `query ($texts: [String!]!) {
  analyzeSentiment(texts: $texts) { label score confidence model { name version } }
}`;

async function analyze(texts: readonly string[], identity: Identity = ANONYMOUS) {
  const { data, errors } = await ask(ANALYZE, { texts }, { identity });
  return { results: data?.analyzeSentiment as (Judgement | null)[] | null, errors };
}

const REVIEWS = `query ($of: [_Any!]!) {
  _entities(representations: $of) { ... on Review { id sentiment { label score confidence } } }
}`;

const TEXTS = [
  'I love this kettle: it boils quickly and looks lovely on the table.',
  'It broke after a day. A waste of money, and nobody answered my mails.',
  'Comfortable.',
  'The strap is too short and the colour is nothing like the picture, so I sent it back the next morning.',
];

test('tells a praise from a complaint, with a score, a calibrated confidence and the model that said it', async () => {
  const { results, errors } = await analyze(TEXTS);
  expect(errors).toBeUndefined();
  expect(results?.map((result) => result?.label)).toEqual(['POSITIVE', 'NEGATIVE', 'POSITIVE', 'NEGATIVE']);
  for (const result of results ?? []) {
    expect(result).toMatchObject({ model: { name: 'sentiment-minilm', version: '1.1.0' } });
    const { label, score = Number.NaN, confidence = Number.NaN } = result ?? {};
    expect(Math.sign(score)).toBe(label === 'POSITIVE' ? 1 : -1);
    expect(confidence).toBeCloseTo((1 + Math.abs(score)) / 2, 10);
    expect(confidence).toBeLessThanOrEqual(1);
  }
});

test('the same text scores the same alone and among others', async () => {
  const { results: together } = await analyze([...TEXTS, 'word '.repeat(1_500)]);
  for (const [index, text] of TEXTS.entries()) {
    const { results: alone } = await analyze([text]);
    expect(Math.abs((alone?.[0]?.score ?? Number.NaN) - (together?.[index]?.score ?? Number.NaN))).toBeLessThan(1e-5);
  }
});

test('the reviews of one fetch are judged as the same texts are, each once', async () => {
  const bodies = TEXTS.map((text) => `${text} So much for that.`);
  const of = bodies.map((body, index) => ({ __typename: 'Review', id: `review-${index}`, body }));
  const { data, errors } = await ask(REVIEWS, { of });
  expect(errors).toBeUndefined();
  // As another tenant: it is not told what is known of the reviews.
  const { results } = await analyze(bodies, { tenant: 'another', subject: null, scopes: [] });
  expect(data?._entities).toMatchObject(
    bodies.map((_, index) => ({
      id: `review-${index}`,
      sentiment: { score: expect.closeTo(results?.[index]?.score ?? Number.NaN, 5) },
    })),
  );
  expect(batches.reduce((sum, { items }) => sum + items, 0)).toBe(8);
});

test('a text that cannot be judged fails alone, at its index', async () => {
  const { results, errors } = await analyze(['Lovely.', '   ', 'x'.repeat(1_000_000), 'Awful.', 'half \ud800']);
  expect(results?.map((result) => result?.label)).toEqual(['POSITIVE', undefined, undefined, 'NEGATIVE', undefined]);
  expect(errors?.map(({ message, path, extensions }) => ({ message, path, extensions }))).toEqual([
    {
      message: 'texts.1: expected 1 to 10,000 characters of text, got "   ".',
      path: ['analyzeSentiment', 1],
      extensions: { code: 'BAD_USER_INPUT', argument: 'texts.1' },
    },
    {
      message:
        'texts.2: expected 1 to 10,000 characters of text, got 1,000,000 characters that start with "xxxxxxxxxxxxxxxxxxxx".',
      path: ['analyzeSentiment', 2],
      extensions: { code: 'BAD_USER_INPUT', argument: 'texts.2' },
    },
    {
      message: 'texts.4: expected text without control characters or broken Unicode, got "half \\ud800".',
      path: ['analyzeSentiment', 4],
      extensions: { code: 'BAD_USER_INPUT', argument: 'texts.4' },
    },
  ]);
});

test.each([
  ['an empty list', 0, 'a list of 0'],
  ['10,000 texts', 10_000, 'a list of 10,000'],
])('%s is refused and predicts nothing', async (_, length, came) => {
  const { results, errors } = await analyze(Array.from({ length }, () => 'Lovely.'));
  expect(results).toBeNull();
  expect(errors).toMatchObject([
    {
      message: `texts: expected a list of 1 to 100 texts, got ${came}.`,
      path: ['analyzeSentiment'],
      extensions: { code: 'BAD_USER_INPUT', argument: 'texts' },
    },
  ]);
  expect(batches).toEqual([]);
});

test('reads the beginning of a text that is longer than the model takes', async () => {
  const praise = 'I love it, it works beautifully and I recommend it to everyone. '.repeat(30);
  const { results } = await analyze([praise, `${praise} Terrible, broken, never again.`]);
  expect(results?.[1]?.score).toBeCloseTo(results?.[0]?.score ?? Number.NaN, 5);
});

test('a request whose client has left predicts nothing', async () => {
  const { data, errors } = await ask(ANALYZE, { texts: TEXTS }, { signal: AbortSignal.abort() });
  expect(data?.analyzeSentiment).toEqual([null, null, null, null]);
  expect(errors).toHaveLength(4);
  expect(batches).toEqual([]);
});

test('answers for emoji, markup, a single letter and other scripts, however little it knows of them', async () => {
  const { results, errors } = await analyze(['👍🏽👍🏽', '<b>great</b> & cheap', 'a', 'Отлично', '很好', '0']);
  expect(errors).toBeUndefined();
  for (const result of results ?? []) expect(result?.confidence).toBeGreaterThanOrEqual(0.5);
});

const ANALYZE_REVIEWS = 'mutation ($id: ID, $key: ID) { analyzeReviews(productId: $id, idempotencyKey: $key) { id } }';

async function submit(id: string, identity: Identity, key?: string) {
  const { data, errors } = await ask(ANALYZE_REVIEWS, { id, key }, { identity });
  return { id: (data?.analyzeReviews as { id: string } | undefined)?.id ?? '', errors };
}

const JOBS = `query ($of: [_Any!]!) {
  _entities(representations: $of) {
    ... on Job { id reviewAnalysis { positive products { product { id } sharePositive } mostPositive { id } } headRebuild { trainedOn } }
  }
}`;

async function jobs(ids: readonly string[], identity: Identity) {
  const of = ids.map((id) => ({ __typename: 'Job', id }));
  const { data, errors } = await ask(JOBS, { of }, { identity });
  expect(errors).toBeUndefined();
  return data?._entities;
}

test('what an analysis found is told to its submitter and to operators; to others there is no such job', async () => {
  const products = ['product-a', 'product-bcd'];
  const ids = await Promise.all(products.map(async (product) => (await submit(product, ALICE)).id));
  for (const id of ids) await t.until(id, 'SUCCEEDED');
  const found = products.map((id, index) => ({
    id: ids[index],
    reviewAnalysis: {
      positive: id.length,
      products: [{ product: { id }, sharePositive: 1 }],
      mostPositive: [...'abcde'].map((letter) => ({ id: `review-${letter}` })),
    },
    headRebuild: null,
  }));
  const reads = [vi.spyOn(t.jobs.directory, 'summaries'), vi.spyOn(t.jobs.directory, 'find')];
  expect(await jobs(ids, ALICE)).toEqual(found);
  // Each once, of however many jobs.
  expect(reads.map((read) => read.mock.calls.length)).toEqual([1, 1]);
  for (const read of reads) read.mockRestore();
  expect(await jobs(ids, OPERATOR)).toEqual(found);
  for (const stranger of [BOB, { ...ALICE, tenant: 'another' }, ANONYMOUS]) {
    expect(await jobs(ids, stranger)).toEqual([null, null]);
  }
});

test('one key is one job, and whoever asks must be known', async () => {
  const first = await submit('product-a', ALICE, 'once');
  expect(await submit('product-a', ALICE, 'once')).toEqual(first);
  expect(await submit('product-b', ALICE, 'once')).toMatchObject({
    errors: [{ path: ['analyzeReviews'], extensions: { code: 'IDEMPOTENCY_KEY_REUSED', jobId: first.id } }],
  });
  expect(await submit('product-a', ANONYMOUS)).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
});

test('a head is trained only for those with the scope for it', async () => {
  const rebuild = (identity: Identity) => ask('mutation { rebuildSentimentHead { id } }', {}, { identity });
  expect(await rebuild(ALICE)).toMatchObject({
    errors: [
      {
        message: 'Expected an identity with the scope models:train; ask whoever grants scopes for it.',
        extensions: { code: 'FORBIDDEN' },
      },
    ],
  });
  expect(await rebuild({ ...ANONYMOUS, scopes: ['models:train'] })).toMatchObject({
    errors: [{ extensions: { code: 'UNAUTHENTICATED' } }],
  });
});
