import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { defineJob } from '../../kit/jobs/defineJob.ts';
import { ALICE, OPERATOR } from '../../kit/jobs/testJobs.ts';
import { type AsyncRouter, startAsyncRouter } from './testAsyncRouter.ts';

const QUERY = 'query Echo($text: String) { echo(text: $text) }';
const MUTATION = 'mutation($n: Int!) { add(n: $n) }';
const GRAPHQL = 'application/graphql-response+json';

let t: AsyncRouter;
beforeAll(async () => {
  const forwardHeaders = ['authorization', 'cookie', 'x-api-key', 'x-csrf-token', 'x-request-id', 'accept-language'];
  t = await startAsyncRouter({ forwardHeaders });
});
afterAll(() => t.close());

const refusal = z.object({
  errors: z.tuple([z.object({ message: z.string(), extensions: z.looseObject({ code: z.string() }) })]),
});
const errorOf = async (response: Response) => refusal.parse(await response.json()).errors[0];
const codeOf = async (response: Response) => (await errorOf(response)).extensions.code;

const newest = async () => {
  const [summary] = await t.jobs.directory.newest({ of: 'jobs', first: 1, after: null }, {}, OPERATOR);
  const [job] = await t.jobs.directory.find(summary ? [summary.id] : [], OPERATOR);
  return job ?? null;
};

describe('an operation that is to be answered later', () => {
  test('is accepted, and its client told where the answer will be', async () => {
    const response = await t.send(QUERY, { headers: { accept: GRAPHQL } });
    expect(response.status).toBe(202);
    const location = response.headers.get('location');
    expect(location).toMatch(/^\/operations\/job-[0-9a-f-]{36}$/);
    expect(response.headers.get('preference-applied')).toBe('respond-async');
    expect(response.headers.get('retry-after')).toBe('1');
    expect(response.headers.get('content-type')).toBe(`${GRAPHQL}; charset=utf-8`);
    const id = location?.slice('/operations/'.length);
    const body = {
      data: null,
      extensions: { job: { id, kind: 'router.query', status: 'QUEUED', location, progress: null } },
    };
    expect(await response.json()).toEqual(body);
    expect(t.fetches).toEqual([]);

    const look = await t.look(location);
    expect(look.status).toBe(202);
    expect(look.headers.get('retry-after')).toBe('1');
    expect(await look.json()).toEqual(body);
  });

  test.each([
    ['not valid', '{ nothing }', {}, 400, 'GRAPHQL_VALIDATION_FAILED'],
    ['no GraphQL', '{', {}, 400, 'GRAPHQL_PARSE_FAILED'],
    ['too deep', `${'{a'.repeat(60)}${'}'.repeat(60)}`, {}, 400, 'OPERATION_TOO_LARGE'],
    ['of variables that do not fit', QUERY, { text: {} }, 400, 'BAD_USER_INPUT'],
    ['of text that no job can keep', QUERY, { text: '\0' }, 400, 'BAD_USER_INPUT'],
    ['a subscription', 'subscription { ticks }', {}, 400, 'OPERATION_NOT_PLANNED'],
    ['a subscription to nothing', 'subscription { ticks @skip(if: true) }', {}, 400, 'BAD_USER_INPUT'],
    ['a mutation without a key', MUTATION, { n: 1 }, 400, 'BAD_USER_INPUT'],
  ])('is refused at once when it is %s, and never becomes a job', async (_, query, variables, status, code) => {
    const before = await newest();
    const response = await t.send(query, { variables, headers: { accept: GRAPHQL } });
    expect(response.status).toBe(status);
    expect(response.headers.get('location')).toBeNull();
    expect(await codeOf(response)).toBe(code);
    expect(await newest()).toEqual(before);
  });

  test('may come by GET if it is a query, and not if it is a mutation', async () => {
    const headers = {
      authorization: 'alice',
      prefer: 'respond-async',
      'apollo-require-preflight': '1',
      'idempotency-key': 'k',
    };
    const get = (query: string) => fetch(`${t.graphqlUrl}?${new URLSearchParams({ query })}`, { headers });
    expect((await get('{ me }')).status).toBe(202);
    expect((await get('mutation { add(n: 1) }')).status).toBe(405);
  });

  test('may be an automatic persisted query: the job has the whole document', async () => {
    const persistedQuery = { version: 1, sha256Hash: createHash('sha256').update(QUERY).digest('hex') };
    const post = (body: object) =>
      t.post({ ...body, extensions: { persistedQuery } }, { authorization: 'alice', prefer: 'respond-async' });
    expect(await codeOf(await post({}))).toBe('PERSISTED_QUERY_NOT_FOUND');
    expect((await post({ query: QUERY })).status).toBe(202);
    expect((await post({ variables: { text: 'by its hash' } })).status).toBe(202);
    expect((await newest())?.input).toMatchObject({ query: QUERY, variables: { text: 'by its hash' } });
  });

  test('keeps who sent it and what it was, and no credentials', async () => {
    const headers = {
      cookie: 'a=secret',
      'x-api-key': 'secret',
      'x-csrf-token': 'secret',
      'x-request-id': '1',
      'accept-language': 'id-ID',
    };
    await t.send(QUERY, { variables: { text: 'hi' }, headers });
    const job = await newest();
    expect(job).toMatchObject({ kind: 'router.query', identity: ALICE, restartable: true, timeoutMs: 600_000 });
    expect(job?.input).toEqual({ query: QUERY, variables: { text: 'hi' }, headers: [['accept-language', 'id-ID']] });
  });

  test('has the time that its client gives it, though that is more than a direct one gets', async () => {
    await t.send(QUERY, { headers: { 'x-deadline-ms': '3600000' } });
    expect(await newest()).toMatchObject({ timeoutMs: 3_600_000 });
    for (const ms of ['0', '86400001', 'soon']) {
      const refused = await t.send(QUERY, { headers: { 'x-deadline-ms': ms } });
      expect(refused.status, ms).toBe(400);
      expect((await errorOf(refused)).message).toContain('x-deadline-ms');
    }
  });

  test('needs somebody to belong to', async () => {
    const response = await t.send('{ me }', { headers: { authorization: 'nobody' } });
    expect(response.status).toBe(401);
    expect(await codeOf(response)).toBe('UNAUTHENTICATED');
  });
});

test('a repeated operation is the same job by its key, and the key is of no use for another', async () => {
  const headers = { 'idempotency-key': '"once"' };
  const first = await t.send(MUTATION, { variables: { n: 1 }, headers });
  const again = await t.send(MUTATION, { variables: { n: 1 }, headers: { ...headers, 'x-request-id': 'another' } });
  expect([first.status, again.status]).toEqual([202, 202]);
  expect(await again.json()).toEqual(await first.json());
  expect(await newest()).toMatchObject({ kind: 'router.mutation', restartable: false });

  const other = await t.send(MUTATION, { variables: { n: 2 }, headers });
  expect(other.status).toBe(422);
  expect(await codeOf(other)).toBe('IDEMPOTENCY_KEY_REUSED');
  const bob = await t.send(MUTATION, { variables: { n: 2 }, headers: { ...headers, authorization: 'bob' } });
  expect(bob.headers.get('location')).not.toBe(first.headers.get('location'));
});

test('an accepted operation is known to who sent it and to operators', async () => {
  const location = (await t.send('{ me }')).headers.get('location');
  for (const authorization of ['alice', 'olga']) expect((await t.look(location, { authorization })).status).toBe(202);
  const other = defineJob({ kind: 'test.work', input: z.null(), handler: async () => null });
  const { id } = await t.jobs.submit(other, null, { identity: ALICE });
  const unknown = [
    t.look(location, { authorization: 'bob' }),
    t.look(location, { authorization: 'nobody' }),
    t.look('/operations/job-0'),
    t.look("/operations/'%20or%20true"),
    t.look(`/operations/${id}`),
  ];
  for (const response of await Promise.all(unknown)) {
    expect(response.status).toBe(404);
    expect(await codeOf(response)).toBe('NOT_FOUND');
  }
});

test('scripts of other sites may read what tells them where to look', async () => {
  const response = await t.send('{ me }', { headers: { origin: 'https://shop.test' } });
  expect(response.headers.get('access-control-expose-headers')).toBe('location, preference-applied, retry-after');
  const look = await t.look(response.headers.get('location'), { origin: 'https://shop.test' });
  expect(look.headers.get('access-control-allow-origin')).toBe('*');
});

test.each(['return=minimal', 'respond-async=never', 'x="respond-async"'])(
  'an operation whose client would not be answered later is answered now: %s',
  async (prefer) => {
    const response = await t.send('{ me }', { headers: { prefer } });
    expect(response.status).toBe(200);
    expect(response.headers.get('preference-applied')).toBeNull();
    expect(await response.json()).toEqual({ data: { me: 'alice' } });
  },
);
