/**
 * `npm run router [-- [--worker] [FILE]]`: serves a supergraph over subgraphs that listen on HTTP. It comes from the
 * registry when REGISTRY_URL and REGISTRY_PUBLIC_KEY are set, from Uplink when APOLLO_KEY and APOLLO_GRAPH_REF are, else
 * from a file, by default supergraph/supergraph.graphql. With
 * --worker it serves nothing and runs the operations that other routers accepted to be answered later.
 */
import { readFileSync } from 'node:fs';
import { type Config, readConfig } from '../kit/config.ts';
import { runEntrance } from '../kit/entrance.ts';
import { CodedError } from '../kit/errors.ts';
import { createLogger, type Logger } from '../kit/log.ts';
import type { Resources } from '../kit/resources.ts';
import { closeOnSignal } from '../kit/shutdown.ts';
import { startTelemetry } from '../kit/telemetry/startTelemetry.ts';
import { readCommandLine } from './commandLine.ts';
import { readRouterOptions, readWorkerOptions } from './options.ts';
import { startRouter } from './start.ts';
import { readSource } from './supergraph/source.ts';
import { openUsage } from './usage/openUsage.ts';

const supergraphFolder = new URL('../supergraph/', import.meta.url);

await runEntrance(async () => {
  const { worker, file } = readCommandLine(process.argv.slice(2));
  const config = readConfig(process.env);
  const service = worker ? 'router-worker' : 'router';
  const log = createLogger({ level: config.LOG_LEVEL, service, pretty: process.stdout.isTTY });
  const telemetry = await startTelemetry({ endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT, service, log });
  const resources = await openResources(config, log);
  const running = await (worker ? work : serve)({ config, log, file, resources });
  closeOnSignal(async () => {
    await running.close();
    await resources?.close();
    await telemetry.close();
  }, log);
});

interface Surroundings {
  readonly config: Config;
  readonly log: Logger;
  readonly file: string | undefined;
  /** Undefined without a database that processes share. */
  readonly resources: Resources | undefined;
}

async function serve({ config, log, file, resources }: Surroundings): Promise<{ close(): Promise<void> }> {
  const { httpTransportTo, ...options } = readRouterOptions(config, log);
  const router = await startRouter({
    ...options,
    supergraph: await readSource(config, log, file),
    transportTo: httpTransportTo,
    jobs: resources?.jobs,
    uploads: resources?.uploads,
    usage: await openUsage(config, log),
    firstQuery: readFileSync(new URL('firstQuery.graphql', supergraphFolder), 'utf8'),
    log,
  });
  log.info({ url: `${router.url}/graphql` }, 'serving');
  // Told to whoever needs it; meanwhile what needs no jobs is answered.
  resources?.jobs().catch((error: unknown) => log.warn({ err: error }, 'operations cannot be answered later yet'));
  return router;
}

async function work({ config, log, file, resources }: Surroundings): Promise<{ close(): Promise<void> }> {
  if (resources === undefined) {
    throw new CodedError('CONFIG_INVALID', 'A worker takes what routers accepted: set DATABASE_URL to their database.');
  }
  const { startWorker } = await import('./worker.ts');
  const options = readWorkerOptions(config, log);
  const worker = await startWorker({ ...options, resources, supergraph: await readSource(config, log, file), log });
  log.info({ url: worker.url }, 'working');
  return worker;
}

/** The embedded database belongs to one process, where nobody else could take what this one accepted. */
async function openResources(config: Config, log: Logger): Promise<Resources | undefined> {
  if (config.DATABASE_URL === undefined) return undefined;
  // The driver of the database and the runtime of models: only who needs them loads them.
  const { createResources } = await import('../kit/resources.ts');
  return createResources(config, log);
}
