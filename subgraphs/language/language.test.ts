import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { ANONYMOUS } from '../../kit/context.ts';
import type { Database } from '../../kit/database/database.ts';
import { openTestDatabase } from '../../kit/database/testDatabase.ts';
import { ModelRuntime } from '../../kit/model/runtime.ts';
import type { BatchReport } from '../../kit/model/scheduling/batchReport.ts';
import { createRequestContext } from '../../kit/requestContext.ts';
import { startSubgraph } from '../../kit/start.ts';
import type { Subgraph } from '../../kit/subgraph.ts';
import { NO_RESOURCES } from '../../kit/testResources.ts';
import { CODES } from './codes.ts';
import definition from './index.ts';

const log = pino({ level: 'silent' });
const batches: BatchReport[] = [];
let runtime: ModelRuntime;
let database: Database;
let island: Subgraph;

beforeAll(async () => {
  [runtime, database] = await Promise.all([
    ModelRuntime.start({ log, workers: 1, observer: { onBatch: (report) => batches.push(report) } }),
    openTestDatabase(),
  ]);
  const resources = { ...NO_RESOURCES, models: async () => runtime, database: async () => database };
  island = await startSubgraph(definition, { resources, log });
}, 60_000);
afterAll(async () => {
  await runtime?.close();
  await database?.close();
});
beforeEach(() => {
  batches.length = 0;
});

const ask = (query: string, variables: Record<string, unknown> = {}, signal = new AbortController().signal) =>
  island.execute({ query, variables }, createRequestContext({ signal, identity: ANONYMOUS, log }));

const DETECT = `query ($texts: [String!]!) {
  detectLanguage(texts: $texts) { code confidence degraded model { name version } predictionId }
}`;
const INQUIRIES = `query ($of: [_Any!]!) {
  _entities(representations: $of) { ... on Inquiry { id language { code confidence degraded } } }
}`;

interface Language {
  readonly code: string;
  readonly confidence: number;
  readonly predictionId: string;
}

async function detect(texts: readonly string[]) {
  const { data, errors } = await ask(DETECT, { texts });
  return { languages: data?.detectLanguage as (Language | null)[] | null, errors };
}

/** One that is easy, of each code, in their order. */
const TEXTS = [
  'The teapot I bought from you has a crack in its handle',
  'Teko yang saya beli gagangnya retak, gimana nih kak',
  'Teko yang saya beli tu pemegang dia dah retak, macam mana ni',
  'กาน้ำชาที่ซื้อไปหูจับแตกค่ะ',
  'Ấm trà mình mua bị nứt tay cầm rồi shop ơi',
  'Yung tsarerang binili ko po may lamat ang hawakan',
  '我买的茶壶把手裂了',
  'La théière que je vous ai achetée a une anse fêlée',
];

test('tells the seven languages from each other and from others, with a confidence and the model that said it', async () => {
  const { languages, errors } = await detect(TEXTS);
  expect(errors).toBeUndefined();
  expect(languages?.map((language) => language?.code)).toEqual([...CODES]);
  for (const language of languages ?? []) {
    expect(language).toMatchObject({ degraded: false, model: { name: 'language-grams', version: '1.0.1' } });
    expect(language?.confidence).toBeGreaterThan(0.5);
    expect(language?.confidence).toBeLessThanOrEqual(1);
  }
});

test.each([
  '88213',
  '👍🏽👍🏽',
  'https://shop.example/p/1?x=2',
  'name@mail.example',
  '???',
  'LPN-88231-AX',
  'Где мой заказ?',
])('%s is unknown and no error', async (text) => {
  const { languages, errors } = await detect([text]);
  expect(errors).toBeUndefined();
  expect(languages).toMatchObject([{ code: 'unknown', confidence: 1 }]);
});

test('a message has the language that its text has', async () => {
  const messages = TEXTS.map((text) => `${text}!`);
  const of = messages.map((message, index) => ({ __typename: 'Inquiry', id: `inquiry-${index}`, message }));
  const { data, errors } = await ask(INQUIRIES, { of });
  expect(errors).toBeUndefined();
  expect(data?._entities).toMatchObject(
    CODES.map((code, index) => ({ id: `inquiry-${index}`, language: { code, degraded: false } })),
  );
  expect(batches.reduce((sum, { items }) => sum + items, 0)).toBe(8);
});

test('a message that did not come is an error of its own, an empty one is unknown', async () => {
  const { data, errors } = await ask(INQUIRIES, {
    of: [
      { __typename: 'Inquiry', id: 'inquiry-a' },
      { __typename: 'Inquiry', id: 'inquiry-b', message: '' },
    ],
  });
  expect(data?._entities).toMatchObject([{ language: null }, { language: { code: 'unknown' } }]);
  expect(errors).toMatchObject([
    {
      message: 'Inquiry.language needs Inquiry.message.',
      path: ['_entities', 0, 'language'],
      extensions: { code: 'INPUT_UNAVAILABLE' },
    },
  ]);
});

test('a text that cannot be judged fails alone, at its index', async () => {
  const { languages, errors } = await detect(['Where is it?', '   ', 'x'.repeat(10_001), 'half \ud800']);
  expect(languages).toMatchObject([{ code: 'en' }, null, null, null]);
  expect(errors?.map(({ message, path }) => ({ message, path }))).toEqual([
    { message: 'texts.1: expected 1 to 10,000 characters of text, got "   ".', path: ['detectLanguage', 1] },
    {
      message:
        'texts.2: expected 1 to 10,000 characters of text, got 10,001 characters that start with "xxxxxxxxxxxxxxxxxxxx".',
      path: ['detectLanguage', 2],
    },
    {
      message: 'texts.3: expected text without control characters or broken Unicode, got "half \\ud800".',
      path: ['detectLanguage', 3],
    },
  ]);
});

test.each([
  [0, 'a list of 0'],
  [101, 'a list of 101'],
])('%i texts are refused and predict nothing', async (length, came) => {
  const { languages, errors } = await detect(Array.from({ length }, () => 'Where is it?'));
  expect(languages).toBeNull();
  expect(errors).toMatchObject([
    { message: `texts: expected a list of 1 to 100 texts, got ${came}.`, extensions: { code: 'BAD_USER_INPUT' } },
  ]);
  expect(batches).toEqual([]);
});

test('a request whose client has left predicts nothing', async () => {
  const { data, errors } = await ask(DETECT, { texts: ['A text that nobody asked for before'] }, AbortSignal.abort());
  expect(data?.detectLanguage).toEqual([null]);
  expect(errors).toHaveLength(1);
  expect(batches).toEqual([]);
});

test('a message whose time is nearly up is judged by the cues, and the answer is marked', async () => {
  // So late that the model is not asked, because nobody would be left who could answer instead.
  const signal = new AbortController().signal;
  const soon = createRequestContext({ signal, identity: ANONYMOUS, log, budgetMs: 45 });
  const texts = ['Macam mana nak guna penapis air ni, saya tak faham'];
  const { data, errors } = await island.execute({ query: DETECT, variables: { texts } }, soon);
  expect(errors).toBeUndefined();
  expect(data?.detectLanguage).toMatchObject([{ code: 'ms', degraded: true, model: { name: 'language-cues' } }]);
});

const FEEDBACK = 'mutation ($id: ID!, $code: String!) { languageFeedback(predictionId: $id, code: $code) { counted } }';

test('a feedback counts once, and only with a code that there is', async () => {
  const { languages } = await detect(['Barang ini sudah saya periksa tadi pagi']);
  const id = languages?.[0]?.predictionId;
  expect(await ask(FEEDBACK, { id, code: 'id' })).toEqual({ data: { languageFeedback: { counted: true } } });
  expect(await ask(FEEDBACK, { id, code: 'id' })).toEqual({ data: { languageFeedback: { counted: false } } });
  expect(await ask(FEEDBACK, { id, code: 'fr' })).toMatchObject({
    errors: [
      {
        message: 'code: expected one of en, id, ms, th, vi, tl, zh, unknown, got "fr".',
        extensions: { code: 'BAD_USER_INPUT', argument: 'code' },
      },
    ],
  });
});

test('reports both models, with the figures of their manifests', async () => {
  const { data, errors } = await ask(
    '{ models { language { name fallback versions { version ready quality { metric n } } } } }',
  );
  expect(errors).toBeUndefined();
  expect(data?.models).toMatchObject({
    language: [
      { name: 'language-grams', fallback: false, versions: [{ version: '1.0.1', ready: true }] },
      { name: 'language-cues', fallback: true, versions: [{ version: '1.0.1', ready: true }] },
    ],
  });
});
