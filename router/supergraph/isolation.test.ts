import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import type { Identity, RequestContext } from '../../kit/context.ts';
import { composeTestGraph, createSubgraph, silent } from '../testGraph.ts';
import { testCaller } from '../testSnapshot.ts';
import { createInProcessTransport } from '../transport/inProcess.ts';
import { LiveGraph } from './liveGraph.ts';

const KEYS = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])';
const sdls = {
  doors: `${KEYS} type Query { rooms: [Room!]! asked: String } type Room @key(fields: "id") { id: ID! }`,
  eyes: `${KEYS} type Room @key(fields: "id") { id: ID! seenBy(greeting: String): String }`,
};

/** Few and alike, so that many are equal and the others nearly so. */
const identity: fc.Arbitrary<Identity> = fc.record({
  subject: fc.constantFrom('siti', 'siti","kedai', null),
  tenant: fc.constantFrom('kedai', null),
  scopes: fc.constantFrom([], ['read', 'write'], ['read,write'], ['write', 'read']),
});
const request = fc.record({
  identity,
  language: fc.constantFrom('id', undefined),
  greeting: fc.constantFrom('halo', null),
});

/** What the subgraphs say of who asked: everything that may tell two callers apart. */
const describe = ({ identity: { subject, tenant, scopes } }: Pick<RequestContext, 'identity'>): string =>
  JSON.stringify([subject, tenant, scopes]);

test('however equal their queries and however close in time, callers get the answers made for them', async () => {
  let fetches = 0;
  const doors = createSubgraph('doors', sdls.doors, {
    Query: {
      rooms: () => [{ id: '1' }, { id: '2' }],
      asked: (_: unknown, __: unknown, context: RequestContext) => describe(context),
    },
  });
  const eyes = createSubgraph('eyes', sdls.eyes, {
    Room: {
      seenBy: ({ id }: { id: string }, { greeting }: { greeting: string | null }, context: RequestContext) =>
        `${greeting} ${id} ${describe(context)}`,
      __resolveReference: (room: { id: string }) => room,
    },
  });
  const graph = new LiveGraph({
    supergraph: composeTestGraph(sdls),
    log: silent,
    transportTo: ({ name }) => {
      const transport = createInProcessTransport(name === 'doors' ? doors : eyes, silent);
      return {
        ...transport,
        fetch: (fetch, context) => {
          fetches += 1;
          return transport.fetch(fetch, context);
        },
      };
    },
  });
  await graph.start();
  onTestFinished(() => graph.stop());

  let requests = 0;
  const query = 'query($g: String) { asked rooms { id seenBy(greeting: $g) } }';
  await fc.assert(
    fc.asyncProperty(fc.array(request, { minLength: 2, maxLength: 30 }), async (callers) => {
      requests += callers.length;
      const answers = await Promise.all(
        callers.map(async ({ identity, language, greeting }) => {
          const caller = testCaller({
            identity,
            deadline: Number.POSITIVE_INFINITY,
            headers: language === undefined ? [] : [['accept-language', language]],
          });
          const { json } = await graph.current.execute({ query, variables: { g: greeting } }, caller);
          return JSON.parse(json);
        }),
      );
      for (const [index, { identity, greeting }] of callers.entries()) {
        const own = describe({ identity });
        const rooms = ['1', '2'].map((id) => ({ id, seenBy: `${greeting} ${id} ${own}` }));
        expect(answers[index]).toEqual({ data: { asked: own, rooms } });
      }
    }),
    { numRuns: 200 },
  );
  // Equal callers did share; if they did not, this would prove nothing.
  expect(fetches).toBeLessThan(requests * 2);
});
