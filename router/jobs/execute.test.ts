import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { ALICE } from '../../kit/jobs/testJobs.ts';
import { composeTestGraph } from '../testGraph.ts';
import { type AsyncRouter, asyncSdl, type SendOptions, startAsyncRouter } from './testAsyncRouter.ts';

let t: AsyncRouter;
beforeAll(async () => {
  t = await startAsyncRouter({ forwardHeaders: ['accept-language'] });
  t.work(t.jobs);
});
afterAll(() => t.close());

/** Sends an operation; its job, once that has ended, is answered at `location`. */
async function accepted(on: AsyncRouter, query: string, options?: SendOptions) {
  const location = (await on.send(query, options)).headers.get('location');
  return {
    location,
    id: location?.slice('/operations/'.length) ?? '',
    look: () => on.look(location, { prefer: 'wait=20' }),
  };
}
const withKey = (key: string, headers = {}) => ({ headers: { 'idempotency-key': key, ...headers } });

test.each([
  ['a query', '{ me echo(text: "hi") }', {}],
  [
    'one with variables',
    'query($toString: String, $b: Int = 3) { a: echo(text: $toString) large(bytes: $b) }',
    { toString: 'x' },
  ],
  ['one with errors', '{ me slow: large(bytes: -1) }', {}],
])('%s is answered later as it is answered now', async (_, query, variables) => {
  const now = await t.send(query, { variables, headers: { prefer: '' } });
  const later = await (await accepted(t, query, { variables })).look();
  expect(later.status).toBe(200);
  expect(await later.text()).toBe(await now.text());
  expect(later.headers.get('content-type')).toBe(now.headers.get('content-type'));
  expect(later.headers.get('cache-control')).toBe('no-store');
});

test('it is executed on behalf of who sent it, with the headers that subgraphs get to see', async () => {
  const { look } = await accepted(t, '{ me }', { headers: { 'accept-language': 'id-ID' } });
  expect(await (await look()).json()).toEqual({ data: { me: 'alice' } });
  expect(t.fetches.at(-1)).toMatchObject({ identity: ALICE, headers: [['accept-language', 'id-ID']] });
});

test('a client who would wait for it gets the answer, if it comes in time', async () => {
  const quick = await t.send('{ me }', { headers: { prefer: 'respond-async, wait=20' } });
  expect(quick.status).toBe(200);
  expect(quick.headers.get('preference-applied')).toBe('wait=20');
  expect(await quick.json()).toEqual({ data: { me: 'alice' } });

  const begun = t.begun();
  const slow = await t.send('{ slow }', { headers: { prefer: 'respond-async, wait=1' } });
  await begun;
  expect(slow.status).toBe(202);
  expect(slow.headers.get('preference-applied')).toBe('respond-async, wait=1');
  expect(await slow.json()).toMatchObject({ extensions: { job: { status: 'RUNNING' } } });
  t.release();
  const look = await t.look(slow.headers.get('location'), { prefer: 'wait=20' });
  expect(await look.json()).toEqual({ data: { slow: 'at last' } });
});

test('a query at its deadline is answered with what came until then', async () => {
  const { look } = await accepted(t, '{ me slow }', { headers: { 'x-deadline-ms': '300' } });
  const response = await look();
  expect(response.status).toBe(200);
  // Both fields share a fetch.
  expect(await response.json()).toMatchObject({
    errors: [{ path: ['me'], extensions: { code: 'DEADLINE_EXCEEDED' } }, { path: ['slow'] }],
    data: { me: null, slow: null },
  });
});

test('a mutation that was cut short by its deadline is not said to have succeeded, and is not done again', async () => {
  const { look, id } = await accepted(t, 'mutation { addSlowly(n: 7) }', withKey('late', { 'x-deadline-ms': '300' }));
  const response = await look();
  expect(response.status).toBe(500);
  expect(await response.json()).toMatchObject({
    errors: [{ message: expect.stringMatching(/nobody knows/), extensions: { code: 'DEADLINE_EXCEEDED' } }],
    extensions: { job: { id, status: 'OUTCOME_UNKNOWN' } },
  });
  await expect(t.jobs.directory.retry(id, ALICE)).rejects.toMatchObject({ code: 'CONFLICT' });
  expect(t.added.filter((n) => n === 7)).toEqual([7]);
});

test('one that is cancelled while it runs: of a query there is no answer, of a mutation nobody knows', async () => {
  for (const [query, status, state] of [
    ['{ slow }', 410, 'CANCELLED'],
    ['mutation { addSlowly(n: 8) }', 500, 'OUTCOME_UNKNOWN'],
  ] as const) {
    const begun = t.begun();
    const { look, id } = await accepted(t, query, withKey('cancelled'));
    await begun;
    await t.jobs.directory.cancel(id, ALICE);
    const response = await look();
    expect(response.status).toBe(status);
    expect(await response.json()).toMatchObject({
      errors: [{ extensions: { code: 'JOB_CANCELLED' } }],
      extensions: { job: { id, status: state } },
    });
  }
});

test('an answer that is too large to keep fails a query; a mutation was done all the same', async () => {
  const query = await (await accepted(t, '{ large(bytes: 1048576) }')).look();
  expect(query.status).toBe(422);
  expect(await query.json()).toMatchObject({ errors: [{ extensions: { code: 'RESULT_TOO_LARGE' } }] });

  const mutation = await (await accepted(t, 'mutation { addLargely(n: 9) }', withKey('large'))).look();
  expect(mutation.status).toBe(200);
  expect(await mutation.json()).toMatchObject({
    data: null,
    errors: [{ message: expect.stringContaining('The mutation was done.'), extensions: { code: 'RESULT_TOO_LARGE' } }],
  });
  expect(t.added.filter((n) => n === 9)).toEqual([9]);
});

test('it is authorised again when it is executed, and refused if the graph of then has no such field', async () => {
  const own = await startAsyncRouter();
  onTestFinished(() => own.close());
  const [secret, gone] = [await accepted(own, '{ me secret }'), await accepted(own, '{ slow }')];
  const guarded = asyncSdl('@requiresScopes(scopes: [["read:secrets"]])').replace('slow: String', '');
  await own.update(composeTestGraph({ all: guarded }));
  own.work(own.jobs);
  expect(await (await secret.look()).json()).toMatchObject({
    data: { me: 'alice', secret: null },
    errors: [{ path: ['secret'], extensions: { code: 'FORBIDDEN' } }],
  });
  const refused = await gone.look();
  expect(refused.status).toBe(422);
  expect(await refused.json()).toMatchObject({
    errors: [
      {
        message: expect.stringContaining('Cannot query field "slow"'),
        extensions: { code: 'GRAPHQL_VALIDATION_FAILED' },
      },
    ],
    extensions: { job: { status: 'FAILED' } },
  });
});

test('a router that is to close lets those who wait go', async () => {
  const own = await startAsyncRouter();
  onTestFinished(() => own.close());
  const waiting = own.send('{ slow }', { headers: { prefer: 'respond-async, wait=30' } });
  while ((await own.jobs.directory.newest({ of: 'jobs', first: 1, after: null }, {}, ALICE)).length === 0);
  const asked = Date.now();
  await own.stop();
  expect((await waiting).status).toBe(202);
  expect(Date.now() - asked).toBeLessThan(5_000);
});
