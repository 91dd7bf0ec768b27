import { ANONYMOUS } from '../kit/context.ts';
import type { Subgraph } from '../kit/subgraph.ts';
import { type RouterOptions, type RunningRouter, startRouter } from './start.ts';
import { composeTestGraph, createMood, createShop, silent, testSdl } from './testGraph.ts';
import { createInProcessTransport } from './transport/inProcess.ts';

export interface TestRouter extends RunningRouter {
  readonly graphqlUrl: string;
  /** POSTs a body as JSON; text as it is. */
  post(body: unknown, headers?: Readonly<Record<string, string>>): Promise<Response>;
}

/** A router on a free port over the two test subgraphs, in this process. */
export async function startTestRouter(changes: Partial<RouterOptions> = {}): Promise<TestRouter> {
  const subgraphs: Readonly<Record<string, Subgraph>> = { shop: createShop(), mood: createMood() };
  const router = await startRouter({
    supergraph: composeTestGraph(testSdl),
    transportTo: ({ name }) => {
      const subgraph = subgraphs[name];
      if (subgraph === undefined) throw new Error(`no subgraph ${name}`);
      return createInProcessTransport(subgraph, silent);
    },
    authenticate: async () => ANONYMOUS,
    forwardHeaders: [],
    firstQuery: '{ things { name mood } }',
    host: '127.0.0.1',
    port: 0,
    log: silent,
    ...changes,
  });
  const graphqlUrl = `${router.url}/graphql`;
  return {
    ...router,
    graphqlUrl,
    post: (body, headers = {}) =>
      fetch(graphqlUrl, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}
