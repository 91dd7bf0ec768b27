import { expect, test } from 'vitest';
import { CodedError } from '../../kit/errors.ts';
import { loadTestSnapshot, type TestFetch, testCaller } from '../testSnapshot.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires"])';

const sdls = {
  support: `${LINK} type Query { inquiry: Inquiry } type Inquiry @key(fields: "id") { id: ID! message: String! }`,
  language: `${LINK}
    type Inquiry @key(fields: "id") { id: ID! code: String strictCode: String! region: Region! }
    type Region { name: String }`,
  topics: `${LINK}
    type Inquiry @key(fields: "id") {
      id: ID! message: String! @external code: String @external strictCode: String! @external region: Region! @external
      topic: String @requires(fields: "message code")
      strictTopic: String @requires(fields: "strictCode")
      regional: String @requires(fields: "region { name }")
    }
    type Region { name: String @external }`,
};

const support: TestFetch = async () => ({ data: { inquiry: { __typename: 'Inquiry', id: '7', message: 'broken' } } });
const down: TestFetch = async () => {
  throw new CodedError('SUBGRAPH_UNAVAILABLE', 'The subgraph "language" could not be reached.');
};

/** Says what it was sent. */
const topics: TestFetch = async ({ variables }) => {
  const { representations } = JSON.parse(variables);
  return {
    data: {
      _entities: representations.map((sent: Record<string, unknown>) => ({ topic: `${sent.message} in ${sent.code}` })),
    },
  };
};

test('a nullable input whose fetch failed is sent as null, and the dependant answers, degraded', async () => {
  const snapshot = await loadTestSnapshot(sdls, { support, language: down, topics });
  const { json } = await snapshot.execute({ query: '{ inquiry { code topic } }' }, testCaller());
  expect(JSON.parse(json)).toEqual({
    errors: [
      {
        message: 'The subgraph "language" could not be reached.',
        path: ['inquiry', 'code'],
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'language' },
      },
    ],
    data: {
      inquiry: { code: null, topic: 'broken in null' },
    },
  });
});

test('a client that asks for the dependant alone is told near it why the answer is degraded', async () => {
  const snapshot = await loadTestSnapshot(sdls, { support, language: down, topics });
  const { json } = await snapshot.execute({ query: '{ inquiry { topic } }' }, testCaller());
  expect(JSON.parse(json)).toEqual({
    errors: [
      {
        message: 'The subgraph "language" could not be reached.',
        path: ['inquiry'],
        extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'language' },
      },
    ],
    data: { inquiry: { topic: 'broken in null' } },
  });
});

test('without a non-null input the dependant is not asked, and says so itself', async () => {
  const snapshot = await loadTestSnapshot(sdls, { support, language: down, topics });
  const { json } = await snapshot.execute({ query: '{ inquiry { message strictTopic } }' }, testCaller());
  expect(JSON.parse(json)).toEqual({
    errors: [
      {
        message: 'The subgraph "topics" was not asked: it needs "strictCode", which failed.',
        path: ['inquiry', 'strictTopic'],
        extensions: { code: 'INPUT_UNAVAILABLE', service: 'topics' },
      },
    ],
    data: { inquiry: { message: 'broken', strictTopic: null } },
  });
});

test('an input that its subgraph answered with null and an error is sent as null', async () => {
  const language: TestFetch = async () => ({
    data: { _entities: [{ code: null }] },
    errors: [{ message: 'no model', path: ['_entities', 0, 'code'], extensions: { code: 'MODEL_FAILED' } }],
  });
  const snapshot = await loadTestSnapshot(sdls, { support, language, topics });
  const { json } = await snapshot.execute({ query: '{ inquiry { topic } }' }, testCaller());
  expect(JSON.parse(json)).toEqual({
    errors: [{ message: 'no model', path: ['inquiry'], extensions: { code: 'MODEL_FAILED', service: 'language' } }],
    data: { inquiry: { topic: 'broken in null' } },
  });
});

test('a late input fails its dependant as late', async () => {
  const snapshot = await loadTestSnapshot(sdls, {
    support,
    language: () =>
      Promise.reject(new CodedError('DEADLINE_EXCEEDED', 'The subgraph "language" did not answer in time.')),
    topics,
  });
  const { json } = await snapshot.execute({ query: '{ inquiry { regional } }' }, testCaller());
  expect(JSON.parse(json).errors).toEqual([
    {
      message: 'The subgraph "topics" was not asked: it needs "region", which failed.',
      path: ['inquiry', 'regional'],
      extensions: { code: 'DEADLINE_EXCEEDED', service: 'topics' },
    },
  ]);
});
