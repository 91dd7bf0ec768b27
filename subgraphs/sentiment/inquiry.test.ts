import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANONYMOUS } from '../../kit/context.ts';
import { ModelRuntime } from '../../kit/model/runtime.ts';
import { createRequestContext } from '../../kit/requestContext.ts';
import { startSubgraph } from '../../kit/start.ts';
import type { Subgraph } from '../../kit/subgraph.ts';
import { NO_RESOURCES } from '../../kit/testResources.ts';
import { ensureModels } from '../../models/ensureModels.ts';
import definition from './index.ts';

const log = pino({ level: 'silent' });
let runtime: ModelRuntime;
let island: Subgraph;

beforeAll(async () => {
  await ensureModels();
  runtime = await ModelRuntime.start({ log, workers: 1 });
  island = await startSubgraph(definition, { resources: { ...NO_RESOURCES, models: async () => runtime }, log });
});
afterAll(() => runtime?.close());

const ask = (query: string, variables: Record<string, unknown>) => {
  const { signal } = new AbortController();
  return island.execute({ query, variables }, createRequestContext({ signal, identity: ANONYMOUS, log }));
};

const SENTIMENT = `label confidence degraded model { name } aspects { aspect label confidence } predictionId`;
const INQUIRIES = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Inquiry { id sentiment { ${SENTIMENT} } } } }`;

interface Answer {
  readonly label: string;
  readonly degraded: boolean;
  readonly model: { readonly name: string };
  readonly aspects: readonly { readonly aspect: string; readonly label: string; readonly confidence: number }[];
  readonly predictionId: string;
}

async function inquiries(...given: readonly { message?: string; language?: { code: string } | null }[]) {
  const of = given.map((one, index) => ({ __typename: 'Inquiry', id: `inquiry-${index}`, ...one }));
  const { data, errors } = await ask(INQUIRIES, { of });
  const found = (data as { _entities: { sentiment: Answer | null }[] })._entities;
  return { answers: found.map(({ sentiment }) => sentiment), errors };
}

const LATE = 'Paketnya telat dua minggu dan kurirnya tidak bisa dihubungi, kecewa sekali.';
const GLAD = 'Thank you, the replacement came the next day and works perfectly.';

test('an inquiry is judged by the model of its language', async () => {
  const { answers, errors } = await inquiries(
    { message: LATE, language: { code: 'id' } },
    { message: GLAD, language: { code: 'en' } },
  );
  expect(errors).toBeUndefined();
  expect(answers).toMatchObject([
    { label: 'NEGATIVE', degraded: false, model: { name: 'sentiment-id' } },
    { label: 'POSITIVE', degraded: false, model: { name: 'sentiment-minilm' } },
  ]);
});

test('where the language is not known it is guessed, and the answer is marked', async () => {
  const { answers, errors } = await inquiries({ message: LATE, language: null }, { message: GLAD });
  expect(errors).toBeUndefined();
  expect(answers).toMatchObject([
    { label: 'NEGATIVE', degraded: true, model: { name: 'sentiment-id' } },
    { label: 'POSITIVE', degraded: true, model: { name: 'sentiment-minilm' } },
  ]);
});

test('languages without figures, and texts that speak for none, are not judged; the others are', async () => {
  const { answers, errors } = await inquiries(
    { message: 'สินค้าเสียหาย', language: { code: 'th' } },
    { message: GLAD, language: { code: 'en' } },
    { message: 'asdf', language: { code: 'unknown' } },
    { message: 'ของพัง', language: null },
  );
  expect(answers.map((answer) => answer?.label)).toEqual([undefined, 'POSITIVE', undefined, undefined]);
  expect(errors?.map(({ message, path, extensions }) => ({ message, path, code: extensions.code }))).toEqual([
    {
      message: 'Expected a text in en or id; got one in "th".',
      path: ['_entities', 0, 'sentiment'],
      code: 'UNSUPPORTED_LANGUAGE',
    },
    {
      message: 'Expected a text in en or id; got one in "unknown".',
      path: ['_entities', 2, 'sentiment'],
      code: 'UNSUPPORTED_LANGUAGE',
    },
    {
      message: 'Expected a text in en or id; nobody told its language, and its words do not tell.',
      path: ['_entities', 3, 'sentiment'],
      code: 'UNSUPPORTED_LANGUAGE',
    },
  ]);
});

test('without its message an inquiry cannot be judged, and the error says what is missing', async () => {
  const { answers, errors } = await inquiries({ language: { code: 'en' } });
  expect(answers).toEqual([null]);
  expect(errors).toMatchObject([
    { message: 'Inquiry.sentiment needs Inquiry.message.', extensions: { code: 'INPUT_UNAVAILABLE' } },
  ]);
});

const ANALYZE = `query ($texts: [String!]!, $language: String) {
  analyzeSentiment(texts: $texts, language: $language) { ${SENTIMENT} } }`;

test('texts of one language are judged in it, and each is null in a language without figures', async () => {
  const { data } = await ask(ANALYZE, { texts: [LATE], language: 'id' });
  expect(data?.analyzeSentiment).toMatchObject([{ label: 'NEGATIVE', model: { name: 'sentiment-id' } }]);
  const thai = await ask(ANALYZE, { texts: ['ดี', 'ไม่ดี'], language: 'th' });
  expect(thai.data?.analyzeSentiment).toEqual([null, null]);
  expect(thai.errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
    [['analyzeSentiment', 0], 'UNSUPPORTED_LANGUAGE'],
    [['analyzeSentiment', 1], 'UNSUPPORTED_LANGUAGE'],
  ]);
  const odd = await ask(ANALYZE, { texts: [GLAD], language: 'English please' });
  expect(odd.errors).toMatchObject([
    {
      message: 'language: expected the code of a language, such as "en" or "id", got "English please".',
      extensions: { code: 'BAD_USER_INPUT', argument: 'language' },
    },
  ]);
});

test('aspects of a mixed text have labels of their own, and a plain question has none', async () => {
  const { answers, errors } = await inquiries(
    {
      message: 'Barangnya bagus sekali dan awet. Tapi pelayanan adminnya buruk, chat tidak pernah dibalas.',
      language: { code: 'id' },
    },
    { message: 'Apakah masih ada?', language: { code: 'id' } },
  );
  expect(errors).toBeUndefined();
  expect(answers[0]?.aspects).toContainEqual({
    aspect: 'SERVICE',
    label: 'NEGATIVE',
    confidence: expect.any(Number),
  });
  for (const { confidence } of answers[0]?.aspects ?? []) {
    expect(confidence).toBeGreaterThan(0);
    expect(confidence).toBeLessThanOrEqual(1);
  }
  expect(answers[1]?.aspects).toEqual([]);
});

test('an id that the Indonesian model gave is not refused as one of another model', async () => {
  const { answers } = await inquiries({ message: LATE, language: { code: 'id' } });
  const { errors } = await ask(
    'mutation ($id: ID!) { sentimentFeedback(predictionId: $id, label: NEGATIVE) { counted } }',
    { id: answers[0]?.predictionId },
  );
  // This runtime has no database to count it in.
  expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
  const { errors: forged } = await ask(
    'mutation { sentimentFeedback(predictionId: "v1.a.b", label: NEGATIVE) { counted } }',
    {},
  );
  expect(forged).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
});
