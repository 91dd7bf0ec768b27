/**
 * `npm run worker -- [NAME [FILE]]`: runs the jobs and keeps the projections of the island named on the command line or in
 * SUBGRAPH. They ask the graph that the router's file, or Uplink, tells of.
 */
import { readConfig } from '../kit/config.ts';
import { databaseUnready } from '../kit/database/unready.ts';
import { runEntrance } from '../kit/entrance.ts';
import { CodedError } from '../kit/errors.ts';
import { createHttpApp, listen } from '../kit/http.ts';
import { createLogger } from '../kit/log.ts';
import { createResources } from '../kit/resources.ts';
import { closeOnSignal } from '../kit/shutdown.ts';
import { startSubgraph } from '../kit/start.ts';
import { hasWork, type SubgraphDefinition } from '../kit/subgraph.ts';
import { readMetrics } from '../kit/telemetry/metrics.ts';
import { startTelemetry } from '../kit/telemetry/startTelemetry.ts';
import { openGraph } from '../router/graph.ts';
import { readWorkerOptions } from '../router/options.ts';
import { readSource } from '../router/supergraph/source.ts';
import { subgraphs } from './index.ts';

await runEntrance(async () => {
  const config = readConfig(process.env);
  const definition = await readDefinition(process.argv[2] ?? config.SUBGRAPH);
  const service = `${definition.name}-worker`;
  const log = createLogger({ level: config.LOG_LEVEL, service, pretty: process.stdout.isTTY });
  const telemetry = await startTelemetry({ endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT, service, log });
  const resources = createResources(config, log);
  const subgraph = await startSubgraph(definition, { resources, log, answers: false });
  const { transportTo, ...where } = readWorkerOptions(config, log);
  const graph = openGraph(async () => ({
    supergraph: await readSource(config, log, process.argv[3]),
    transportTo,
    log,
  }));
  const app = createHttpApp({
    log,
    unready: async () => (await subgraph.unready()) ?? databaseUnready(resources.database, log),
    metrics: readMetrics,
  });
  closeOnSignal(async () => {
    await resources.drain();
    await Promise.all([app.close(), subgraph.close(), graph.close()]);
    await resources.close();
    await telemetry.close();
  }, log);
  const url = await listen(app, where);
  // What it begins it must be able to end.
  await subgraph.work(graph);
  const { jobs = [], projections = [] } = definition;
  log.info({ url, kinds: jobs.map(({ kind }) => kind), keeps: projections.map(({ entity }) => entity) }, 'working');
});

async function readDefinition(name: string | undefined): Promise<SubgraphDefinition> {
  const working: string[] = [];
  for (const [candidate, entry] of Object.entries(subgraphs)) {
    if (!(entry instanceof Function)) continue;
    const { default: definition } = await entry();
    if (!hasWork(definition)) continue;
    if (candidate === name) return definition;
    working.push(candidate);
  }
  throw new CodedError(
    'CONFIG_INVALID',
    `Name an island that has jobs or projections, one of ${working.join(', ')}; got ${name ?? 'nothing'}. For example: npm run worker -- ${working[0]}`,
  );
}
