import { listen } from '../kit/http.ts';
import { readMetrics } from '../kit/telemetry/metrics.ts';
import type { CallerRules } from './http/caller.ts';
import { createRouterServer } from './http/server.ts';
import { LiveGraph, type LiveGraphOptions } from './supergraph/liveGraph.ts';

export interface RouterOptions extends LiveGraphOptions, CallerRules {
  /** The operation that the explorer shows at first. */
  readonly firstQuery: string;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Why requests cannot be answered yet although there is a supergraph; null when they can. */
  readonly unready?: () => Promise<string | null>;
}

export interface RunningRouter {
  /** `http://host:port`; the graph is at /graphql. */
  readonly url: string;
  /** Serves another supergraph as soon as it is ready; resolves once it does, or once it was refused in the log. */
  update(sdl: string): Promise<void>;
  /** Takes no new request, lets those in flight finish, and closes the transports. */
  close(): Promise<void>;
}

/**
 * Loads the supergraph and serves it.
 * @throws CodedError `PORT_TAKEN`, `SUPERGRAPH_INVALID`, or whatever its source says of the first supergraph
 */
export async function startRouter(options: RouterOptions): Promise<RunningRouter> {
  const graph = new LiveGraph(options);
  await graph.start();
  const app = await createRouterServer({
    ...options,
    execute: (request, caller) => graph.current.execute(request, caller),
    // Without a supergraph nothing listens; with one there is always one to serve.
    unready: options.unready ?? (async () => null),
    metrics: readMetrics,
  });
  const close = async (): Promise<void> => {
    await app.close();
    await graph.stop();
  };
  try {
    return { url: await listen(app, options), update: (sdl) => graph.update(sdl), close };
  } catch (error) {
    await close();
    throw error;
  }
}
