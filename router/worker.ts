import type { FastifyInstance } from 'fastify';
import { databaseUnready } from '../kit/database/unready.ts';
import { createHttpApp, listen } from '../kit/http.ts';
import type { Resources } from '../kit/resources.ts';
import { readMetrics } from '../kit/telemetry/metrics.ts';
import { workOnOperations } from './jobs/operationJobs.ts';
import { LiveGraph, type LiveGraphOptions } from './supergraph/liveGraph.ts';

export interface WorkerOptions extends LiveGraphOptions {
  readonly resources: Pick<Resources, 'database' | 'jobs' | 'drain'>;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
}

export interface RunningWorker {
  /** `http://host:port` of /live, /ready and /metrics. */
  readonly url: string;
  /** Begins nothing more, lets what runs finish or gives it back, and closes the transports. */
  close(): Promise<void>;
}

/**
 * Loads the supergraph and runs the operations that routers accepted to be answered later. It serves no graph.
 * @throws CodedError `PORT_TAKEN`, `SUPERGRAPH_INVALID`, `DATABASE_UNAVAILABLE`, or what its source says of the first supergraph
 */
export async function startWorker({ resources, host, port, ...options }: WorkerOptions): Promise<RunningWorker> {
  const graph = new LiveGraph(options);
  let app: FastifyInstance | undefined;
  const close = async (): Promise<void> => {
    // First what runs, which needs the graph.
    await resources.drain();
    await Promise.all([app?.close(), graph.stop()]);
  };
  try {
    await graph.start();
    const jobs = await resources.jobs();
    app = createHttpApp({
      log: options.log,
      unready: () => databaseUnready(resources.database, options.log),
      metrics: readMetrics,
    });
    const url = await listen(app, { host, port });
    workOnOperations(jobs, graph);
    return { url, close };
  } catch (error) {
    await close();
    throw error;
  }
}
