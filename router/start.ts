import type { Graph } from '../kit/graph.ts';
import { listen } from '../kit/http.ts';
import type { Jobs } from '../kit/jobs/jobs.ts';
import { readMetrics } from '../kit/telemetry/metrics.ts';
import type { Uploads } from '../kit/uploads/uploads.ts';
import { graphOf } from './graph.ts';
import type { CallerRules } from './http/caller.ts';
import { createRouterServer } from './http/server.ts';
import { AcceptedOperations } from './jobs/acceptedOperations.ts';
import { workOnOperations } from './jobs/operationJobs.ts';
import { LiveGraph, type LiveGraphOptions } from './supergraph/liveGraph.ts';
import type { UsageReporter } from './usage/usageReporter.ts';

export interface RouterOptions extends LiveGraphOptions, CallerRules {
  /** The operation that the explorer shows at first. */
  readonly firstQuery: string;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Why requests cannot be answered yet although there is a supergraph; null when they can. */
  readonly unready?: () => Promise<string | null>;
  /** Where operations go whose client prefers to be answered later; without it that preference is ignored. */
  readonly jobs?: (() => Promise<Jobs>) | undefined;
  /** Reports which operations are asked, and by whom; closed with the router. */
  readonly usage?: UsageReporter | undefined;
  /** Where what people upload is kept; without it nothing can be uploaded. */
  readonly uploads?: (() => Promise<Uploads>) | undefined;
}

export interface RunningRouter {
  /** `http://host:port`; the graph is at /graphql. */
  readonly url: string;
  /** The same graph, for work in this process. */
  readonly graph: Graph;
  /** Serves another supergraph as soon as it is ready; resolves once it does, or once it was refused in the log. */
  update(sdl: string): Promise<void>;
  /** Begins to run, in this process, operations that were accepted to be answered later. */
  work(jobs: Jobs): void;
  /** Takes no new request, lets those in flight finish, and closes the transports. */
  close(): Promise<void>;
}

/**
 * Loads the supergraph and serves it.
 * @throws CodedError `PORT_TAKEN`, `SUPERGRAPH_INVALID`, or whatever its source says of the first supergraph
 */
export async function startRouter({ jobs, usage, ...options }: RouterOptions): Promise<RunningRouter> {
  const graph = new LiveGraph(options);
  await graph.start();
  const app = await createRouterServer({
    ...options,
    onExecuted: usage && ((operation) => usage.count(operation, graph.current.apiSchema)),
    execute: (request, caller) => graph.current.execute(request, caller),
    operations:
      jobs && new AcceptedOperations({ jobs, check: (request, caller) => graph.current.check(request, caller) }),
    // Without a supergraph nothing listens; with one there is always one to serve.
    unready: options.unready ?? (async () => null),
    metrics: readMetrics,
  });
  const close = async (): Promise<void> => {
    await app.close();
    await usage?.close();
    await graph.stop();
  };
  try {
    return {
      url: await listen(app, options),
      graph: graphOf(graph),
      update: (sdl) => graph.update(sdl),
      work: (open) => workOnOperations(open, graph),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
