import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { BatchReport } from '../../kit/model/batchReport.ts';
import { ModelRuntime } from '../../kit/model/runtime.ts';
import { createRequestContext } from '../../kit/requestContext.ts';
import { startSubgraph } from '../../kit/start.ts';
import type { Subgraph } from '../../kit/subgraph.ts';
import { ensureModels } from '../../models/ensureModels.ts';
import definition from './index.ts';
import type { Prediction } from './model/head.ts';

const log = pino({ level: 'silent' });
const batches: BatchReport[] = [];
let runtime: ModelRuntime;
let island: Subgraph;

beforeAll(async () => {
  await ensureModels();
  runtime = await ModelRuntime.start({ log, workers: 1, observer: { onBatch: (report) => batches.push(report) } });
  const noDatabase = () => Promise.reject(new Error('sentiment has no database'));
  const resources = { database: noDatabase, models: async () => runtime, close: () => runtime.close() };
  island = await startSubgraph(definition, { resources, log });
});
afterAll(() => runtime?.close());
beforeEach(() => {
  batches.length = 0;
});

const ask = (query: string, variables: Record<string, unknown>, signal = new AbortController().signal) =>
  island.execute({ query, variables }, createRequestContext({ signal, log }));

const ANALYZE = `query ($texts: [String!]!) {
  analyzeSentiment(texts: $texts) { label score confidence model { name version } }
}`;

async function analyze(texts: readonly string[]) {
  const { data, errors } = await ask(ANALYZE, { texts });
  return { results: data?.analyzeSentiment as (Prediction | null)[] | null, errors };
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
    expect(result).toMatchObject({ model: { name: 'sentiment-minilm', version: '1.0.0' } });
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
  const of = TEXTS.map((body, index) => ({ __typename: 'Review', id: `review-${index}`, body }));
  const { data, errors } = await ask(REVIEWS, { of });
  expect(errors).toBeUndefined();
  const { results } = await analyze(TEXTS);
  expect(data?._entities).toMatchObject(
    TEXTS.map((_, index) => ({ id: `review-${index}`, sentiment: { score: results?.[index]?.score } })),
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
  const { data, errors } = await ask(ANALYZE, { texts: TEXTS }, AbortSignal.abort());
  expect(data?.analyzeSentiment).toEqual([null, null, null, null]);
  expect(errors).toHaveLength(4);
  expect(batches).toEqual([]);
});

test('answers for emoji, markup, a single letter and other scripts, however little it knows of them', async () => {
  const { results, errors } = await analyze(['👍🏽👍🏽', '<b>great</b> & cheap', 'a', 'Отлично', '很好', '0']);
  expect(errors).toBeUndefined();
  for (const result of results ?? []) expect(result?.confidence).toBeGreaterThanOrEqual(0.5);
});
