import { EventEmitter, once } from 'node:events';
import { ANONYMOUS, type Identity, type RequestContext } from '../../kit/context.ts';
import { ALICE, BOB, OPERATOR, openTestJobs, type TestJobs } from '../../kit/jobs/testJobs.ts';
import type { RouterOptions } from '../start.ts';
import { composeTestGraph, createSubgraph, silent } from '../testGraph.ts';
import { startTestRouter, type TestRouter } from '../testRouter.ts';
import { createInProcessTransport } from '../transport/inProcess.ts';
import type { FetchContext } from '../transport/transport.ts';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@requiresScopes"])';

/** The one subgraph of these tests; `guard` stands behind a field that not everybody may always read. */
export function asyncSdl(guard = ''): string {
  return `${LINK}
    type Query { me: String echo(text: String): String large(bytes: Int!): String slow: String secret: String ${guard} }
    type Mutation { add(n: Int!): Int addLargely(n: Int!): String addSlowly(n: Int!): Int }
    type Subscription { ticks: Int }`;
}

const IDENTITIES: Readonly<Record<string, Identity>> = { alice: ALICE, bob: BOB, olga: OPERATOR };

export interface AsyncRouter extends TestRouter, TestJobs {
  /** What the mutations added so far. */
  readonly added: readonly number[];
  /** What its fetches were made with. */
  readonly fetches: readonly FetchContext[];
  /** Resolves with the next `slow` or `addSlowly` to begin; `release` lets it end. */
  begun(): Promise<unknown>;
  release(): void;
  /** POSTs an operation to be answered later, on behalf of alice unless told otherwise. */
  send(query: string, options?: SendOptions): Promise<Response>;
  /** Closes the router alone. */
  stop(): Promise<void>;
  /** GETs what became of it. */
  look(location: string | null, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

export interface SendOptions {
  readonly variables?: object;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A router over one subgraph in this process, and jobs on a database of their own. */
export async function startAsyncRouter(changes: Partial<RouterOptions> = {}): Promise<AsyncRouter> {
  const jobs = await openTestJobs('pglite');
  const added: number[] = [];
  const fetches: FetchContext[] = [];
  const events = new EventEmitter();
  const untilReleased = async (): Promise<void> => {
    const released = once(events, 'release');
    events.emit('begun');
    await released;
  };
  const add = (_: unknown, { n }: { n: number }) => added.push(n);
  const subgraph = createSubgraph('all', asyncSdl(), {
    Query: {
      me: (_: unknown, __: unknown, { identity }: RequestContext) => identity.subject,
      echo: (_: unknown, { text }: { text: string }) => text,
      large: (_: unknown, { bytes }: { bytes: number }) => 'x'.repeat(bytes),
      slow: () => untilReleased().then(() => 'at last'),
      secret: () => 'the recipe',
    },
    Mutation: {
      add,
      addLargely: (_: unknown, args: { n: number }) => 'x'.repeat(add(_, args) * 2 ** 20),
      addSlowly: async (_: unknown, args: { n: number }) => {
        const count = add(_, args);
        await untilReleased();
        return count;
      },
    },
  });
  const transport = createInProcessTransport(subgraph, silent);
  const router = await startTestRouter({
    supergraph: composeTestGraph({ all: asyncSdl() }),
    transportTo: () => ({
      ...transport,
      fetch: (request, context) => {
        fetches.push(context);
        return transport.fetch(request, context);
      },
    }),
    authenticate: async (authorization) => IDENTITIES[authorization ?? ''] ?? ANONYMOUS,
    jobs: async () => jobs.jobs,
    ...changes,
  });
  return {
    ...jobs,
    ...router,
    stop: router.close,
    close: async () => {
      events.emit('release');
      await jobs.close();
      await router.close();
    },
    added,
    fetches,
    begun: () => once(events, 'begun'),
    release: () => events.emit('release'),
    send: (query, { variables, headers } = {}) =>
      router.post({ query, variables }, { authorization: 'alice', prefer: 'respond-async', ...headers }),
    look: (location, headers = {}) =>
      fetch(`${router.url}${location}`, { headers: { authorization: 'alice', ...headers } }),
  };
}
