import { expect, test } from 'vitest';
import { ANONYMOUS, type RequestContext } from '../../kit/context.ts';
import type { Subgraph, SubgraphRequest } from '../../kit/subgraph.ts';
import { createShop, silent } from '../testGraph.ts';
import { createInProcessTransport } from './inProcess.ts';
import type { FetchContext, SubgraphFetch } from './transport.ts';

const forever = { identity: ANONYMOUS, deadline: Number.POSITIVE_INFINITY, headers: [] };
const context = (changes: Partial<FetchContext> = {}): FetchContext => ({
  ...forever,
  signal: new AbortController().signal,
  ...changes,
});
const fetchOf = (query: string, variables = '{}'): SubgraphFetch => ({
  query,
  variables,
  operationName: undefined,
  kind: 'query',
});

/** An island whose `execute` is under the test's control. */
const island = (execute: Subgraph['execute']): Subgraph => ({ ...createShop(), name: 'island', execute });
const never = () => new Promise<never>(() => {});

test('a fetch is answered as over HTTP, errors as plain objects', async () => {
  const transport = createInProcessTransport(createShop(), silent);
  expect(await transport.fetch(fetchOf('query($n: Int) { things(first: $n) { name } }', '{"n":1}'), context())).toEqual(
    {
      data: { things: [{ name: 'lamp' }] },
      errors: undefined,
    },
  );
  const { errors } = await transport.fetch(fetchOf('{ nothing }'), context());
  expect(errors).toMatchObject([{ message: 'Cannot query field "nothing" on type "Query". Did you mean "things"?' }]);
});

test('the island gets the identity, the deadline and objects that nobody else holds', async () => {
  const seen: { request: SubgraphRequest; context: RequestContext }[] = [];
  const transport = createInProcessTransport(
    island(async (request, requestContext) => {
      seen.push({ request, context: requestContext });
      return { data: null };
    }),
    silent,
  );
  const identity = { subject: 'u1', tenant: 't1', scopes: ['read'] };
  const deadline = Date.now() + 5_000;
  await transport.fetch(fetchOf('{ a }', '{"list":[1]}'), context({ identity, deadline }));
  await transport.fetch(fetchOf('{ a }', '{"list":[1]}'), context({ identity, deadline }));
  const [first, second] = seen;
  expect(first?.context.identity).toEqual(identity);
  expect(Math.abs((first?.context.deadline ?? 0) - deadline)).toBeLessThan(100);
  expect(first?.request.variables).toEqual({ list: [1] });
  expect(first?.request.variables?.list).not.toBe(second?.request.variables?.list);
});

test('an island that does not listen holds nobody past the deadline', async () => {
  const transport = createInProcessTransport(island(never), silent);
  const started = Date.now();
  await expect(transport.fetch(fetchOf('{ a }'), context({ deadline: started + 50 }))).rejects.toMatchObject({
    code: 'DEADLINE_EXCEEDED',
  });
  expect(Date.now() - started).toBeLessThan(500);
});

test('a caller that leaves is let go, and one that has left is not asked for', async () => {
  let asked = 0;
  const transport = createInProcessTransport(
    island(() => {
      asked += 1;
      return never();
    }),
    silent,
  );
  const caller = new AbortController();
  const fetch = transport.fetch(fetchOf('{ a }'), context({ signal: caller.signal }));
  caller.abort();
  await expect(fetch).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
  await expect(transport.fetch(fetchOf('{ a }'), context({ signal: caller.signal }))).rejects.toThrow();
  expect(asked).toBe(1);
});

test('an island that breaks is unavailable, and its words stay in the log', async () => {
  const transport = createInProcessTransport(
    island(async () => {
      throw new Error('postgres://admin:secret@db');
    }),
    silent,
  );
  const failure = transport.fetch(fetchOf('{ a }'), context());
  await expect(failure).rejects.toMatchObject({ code: 'SUBGRAPH_UNAVAILABLE' });
  await expect(failure).rejects.not.toThrow('secret');
});
