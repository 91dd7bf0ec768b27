import type { SupergraphManager } from '@apollo/gateway';
import { listen } from '../kit/http.ts';
import type { Logger } from '../kit/log.ts';
import { readMetrics } from '../kit/telemetry/metrics.ts';
import type { SubgraphEndpoint } from './gateway.ts';
import { startApolloEngine } from './http/apolloEngine.ts';
import type { CallerRules } from './http/caller.ts';
import { createRouterServer } from './http/server.ts';
import type { Transport } from './transport/transport.ts';

export interface RouterOptions extends CallerRules {
  /** Where the supergraph comes from: its SDL, or a manager that also brings its successors. */
  readonly supergraph: string | SupergraphManager;
  /** The way to a subgraph; asked once for each name and URL. */
  readonly transportTo: (subgraph: SubgraphEndpoint) => Transport;
  /** The operation that the explorer shows at first. */
  readonly firstQuery: string;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  readonly log: Logger;
}

export interface RunningRouter {
  /** `http://host:port`; the graph is at /graphql. */
  readonly url: string;
  /** Takes no new request, lets those in flight finish, and closes the transports. */
  close(): Promise<void>;
}

/**
 * Loads the supergraph and serves it.
 * @throws CodedError `PORT_TAKEN`, or whatever the supergraph's source says of the first supergraph.
 */
export async function startRouter({ host, port, ...options }: RouterOptions): Promise<RunningRouter> {
  const engine = await startApolloEngine(options);
  const app = await createRouterServer({
    ...options,
    engine,
    // Without a supergraph nothing listens; with one there is always one to serve.
    unready: async () => null,
    metrics: readMetrics,
  });
  const close = async (): Promise<void> => {
    await app.close();
    await engine.stop();
  };
  try {
    return { url: await listen(app, { host, port }), close };
  } catch (error) {
    await close();
    throw error;
  }
}
