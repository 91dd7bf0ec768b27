import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANONYMOUS, type Identity } from '../../kit/context.ts';
import type { Database } from '../../kit/database/database.ts';
import { openTestDatabase } from '../../kit/database/testDatabase.ts';
import { ModelRuntime } from '../../kit/model/runtime.ts';
import { createRequestContext } from '../../kit/requestContext.ts';
import { startSubgraph } from '../../kit/start.ts';
import type { Subgraph } from '../../kit/subgraph.ts';
import { NO_RESOURCES } from '../../kit/testResources.ts';
import { ensureModels } from '../../models/ensureModels.ts';
import definition from './index.ts';

const log = pino({ level: 'silent' });
let runtime: ModelRuntime;
let database: Database;
let island: Subgraph;

beforeAll(async () => {
  await ensureModels();
  [runtime, database] = await Promise.all([ModelRuntime.start({ log, workers: 1 }), openTestDatabase()]);
  const resources = { ...NO_RESOURCES, models: async () => runtime, database: async () => database };
  island = await startSubgraph(definition, { resources, log });
}, 60_000);
afterAll(async () => {
  await runtime?.close();
  await database?.close();
});

const context = (identity: Identity = ANONYMOUS) =>
  createRequestContext({ signal: new AbortController().signal, identity, log });
const ask = (query: string, variables: Record<string, unknown> = {}) => island.execute({ query, variables }, context());

const CLASSIFY = `query ($texts: [String!]!, $language: String = "en") {
  classifyTopics(texts: $texts, language: $language) { label subtopic confidence degraded model { name version } predictionId }
}`;
const INQUIRIES = `query ($of: [_Any!]!) {
  _entities(representations: $of) { ... on Inquiry { id topic { label subtopic degraded } } }
}`;

const inquiry = (message: string, code: string | null) => ({
  __typename: 'Inquiry',
  id: 'inquiry-1',
  message,
  language: code === null ? null : { __typename: 'Language', code },
});

test('tells topic and sub-topic of messages in English, with a confidence and the model that said it', async () => {
  const { data, errors } = await ask(CLASSIFY, {
    texts: ['The ceramic tiffin arrived in pieces, the box was crushed.', 'I forgot my password and cannot log in'],
  });
  expect(errors).toBeUndefined();
  expect(data?.classifyTopics).toMatchObject([
    { label: 'PRODUCT_PROBLEM', subtopic: 'DAMAGED', degraded: false, model: { name: 'topics-minilm' } },
    { label: 'ACCOUNT', subtopic: 'LOGIN', degraded: false },
  ]);
});

test('tells those of Indonesian messages', async () => {
  const { data, errors } = await ask(CLASSIFY, {
    texts: ['Piring keramiknya pecah waktu sampai di rumah', 'uang refund saya kok belum masuk rekening'],
    language: 'id',
  });
  expect(errors).toBeUndefined();
  expect(data?.classifyTopics).toMatchObject([
    { label: 'PRODUCT_PROBLEM', subtopic: 'DAMAGED', degraded: false },
    { label: 'RETURN_REFUND', subtopic: 'REFUND_STATUS', degraded: false },
  ]);
});

test('abstains on what is about none of the topics, and says how sure it is of that', async () => {
  const { data } = await ask(CLASSIFY, { texts: ['Good morning and happy new year to all of you!'] });
  expect(data?.classifyTopics).toMatchObject([{ label: null, subtopic: null }]);
});

test('a message has the topic that its text has, by its own language', async () => {
  const { data, errors } = await ask(INQUIRIES, {
    of: [inquiry('When will my parcel finally come? It is a week late.', 'en'), inquiry('Bisa COD gak kak?', 'id')],
  });
  expect(errors).toBeUndefined();
  expect(data?._entities).toMatchObject([
    { topic: { label: 'DELIVERY', subtopic: 'LATE_DELIVERY', degraded: false } },
    { topic: { label: 'PAYMENT', subtopic: 'PAYMENT_METHOD', degraded: false } },
  ]);
});

test('where nobody can tell the language it is guessed, and the answer is marked', async () => {
  const { data, errors } = await ask(INQUIRIES, {
    of: [
      inquiry('Where is my refund for the fan that I returned?', null),
      inquiry('kok refund saya belum masuk ya', null),
    ],
  });
  expect(errors).toBeUndefined();
  expect(data?._entities).toMatchObject([
    { topic: { label: 'RETURN_REFUND', degraded: true } },
    { topic: { label: 'RETURN_REFUND', degraded: true } },
  ]);
});

test('a language without a figure, or none that can be guessed, is refused for that message alone', async () => {
  const { data, errors } = await ask(INQUIRIES, {
    of: [
      inquiry('Barang saya rosak masa sampai', 'ms'),
      inquiry('12345', 'unknown'),
      inquiry('สินค้าชำรุด', null),
      inquiry('Please cancel my order', 'en'),
    ],
  });
  expect(data?._entities).toMatchObject([
    { topic: null },
    { topic: null },
    { topic: null },
    { topic: { label: 'ORDER_CHANGE' } },
  ]);
  expect(errors?.map(({ message, extensions }) => ({ message, code: extensions.code }))).toEqual([
    { message: 'Topics are told in the languages en, id; this message is in "ms".', code: 'UNSUPPORTED_LANGUAGE' },
    { message: 'Topics are told in the languages en, id; this message is in "unknown".', code: 'UNSUPPORTED_LANGUAGE' },
    {
      message: 'Topics are told in the languages en, id; this message is in another script.',
      code: 'UNSUPPORTED_LANGUAGE',
    },
  ]);
});

test('a text that cannot be judged fails alone, at its index', async () => {
  const { data, errors } = await ask(CLASSIFY, { texts: ['Where is my order?', '  ', 'x'.repeat(10_001)] });
  expect(data?.classifyTopics).toMatchObject([{ label: 'DELIVERY' }, null, null]);
  expect(errors).toMatchObject([
    { message: 'texts.1: expected 1 to 10,000 characters of text, got "  ".', extensions: { code: 'BAD_USER_INPUT' } },
    { extensions: { code: 'BAD_USER_INPUT', argument: 'texts.2' } },
  ]);
});

test('101 texts are refused', async () => {
  const { errors } = await ask(CLASSIFY, { texts: Array.from({ length: 101 }, () => 'Hi') });
  expect(errors).toMatchObject([{ message: 'texts: expected a list of 1 to 100 texts, got a list of 101.' }]);
});

test('a feedback counts once, also that a message is about none of the topics', async () => {
  const { data } = await ask(CLASSIFY, { texts: ['Do you price match? The other shop is cheaper.'] });
  const [answer] = (data?.classifyTopics ?? []) as { predictionId: string }[];
  const tell = (label: string | null) =>
    ask('mutation ($id: ID!, $label: TopicLabel) { topicFeedback(predictionId: $id, label: $label) { counted } }', {
      id: answer?.predictionId,
      label,
    });
  expect((await tell(null)).data?.topicFeedback).toEqual({ counted: true });
  expect((await tell('PROMOTION')).data?.topicFeedback).toEqual({ counted: false });
});

test('when the model breaks, the grams answer, and the answer is marked', async () => {
  const code = new URL('fixtures/brokenModel.ts', import.meta.url);
  const models = Object.fromEntries(
    Object.entries(definition.models ?? {}).map(([name, model]) => [name, { ...model, code }]),
  );
  const resources = { ...NO_RESOURCES, models: async () => runtime, database: async () => database };
  const broken = await startSubgraph({ ...definition, models }, { resources, log });
  const { data, errors } = await broken.execute(
    { query: CLASSIFY, variables: { texts: ['Please send me a tax invoice with the name of my company'] } },
    context(),
  );
  expect(errors).toBeUndefined();
  expect(data?.classifyTopics).toMatchObject([{ label: 'PAYMENT', degraded: true, model: { name: 'topics-words' } }]);
});

test('tells how both of its models do, with figures for each language', async () => {
  const { data, errors } = await ask(
    '{ models { topics { name fallback versions { version quality { metric on value n low high } } } } }',
  );
  expect(errors).toBeUndefined();
  const headline = (on: string) => expect.objectContaining({ metric: 'macro-F1 of topics', on });
  const quality = expect.arrayContaining([headline('held-out messages, en'), headline('held-out messages, id')]);
  expect(data?.models).toMatchObject({
    topics: [
      { name: 'topics-minilm', fallback: false, versions: [{ quality }] },
      { name: 'topics-words', fallback: true, versions: [{ quality }] },
    ],
  });
});
