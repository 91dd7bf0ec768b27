/**
 * `npm run router [-- FILE]`: serves a supergraph over subgraphs that listen on HTTP. It comes from Uplink when
 * APOLLO_KEY and APOLLO_GRAPH_REF are set, else from a file, by default supergraph/supergraph.graphql.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { SupergraphManager } from '@apollo/gateway';
import { type Config, readConfig } from '../kit/config.ts';
import { runEntrance } from '../kit/entrance.ts';
import { createLogger, type Logger } from '../kit/log.ts';
import { closeOnSignal } from '../kit/shutdown.ts';
import { startTelemetry } from '../kit/telemetry/startTelemetry.ts';
import { readRouterOptions } from './options.ts';
import { startRouter } from './start.ts';
import { watchSupergraphFile } from './supergraph/watchedFile.ts';

const supergraphFolder = new URL('../supergraph/', import.meta.url);

await runEntrance(async () => {
  const config = readConfig(process.env);
  const log = createLogger({ level: config.LOG_LEVEL, service: 'router', pretty: process.stdout.isTTY });
  const telemetry = await startTelemetry({ endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT, service: 'router', log });
  const { httpTransportTo, ...options } = readRouterOptions(config, log);
  const router = await startRouter({
    ...options,
    supergraph: await readSource(config, log),
    transportTo: httpTransportTo,
    firstQuery: readFileSync(new URL('firstQuery.graphql', supergraphFolder), 'utf8'),
    log,
  });
  closeOnSignal(async () => {
    await router.close();
    await telemetry.close();
  }, log);
  log.info({ url: `${router.url}/graphql` }, 'serving');
});

async function readSource(config: Config, log: Logger): Promise<SupergraphManager> {
  const { APOLLO_KEY: apiKey, APOLLO_GRAPH_REF: graphRef, APOLLO_SCHEMA_CONFIG_DELIVERY_ENDPOINT: endpoint } = config;
  if (apiKey !== undefined && graphRef !== undefined) {
    // @apollo/gateway adds some 55 MB to the process: only who needs it loads it.
    const { createUplinkSource } = await import('./supergraph/uplink.ts');
    return createUplinkSource({ apiKey, graphRef, endpoint, log });
  }
  return watchSupergraphFile(process.argv[2] ?? fileURLToPath(new URL('supergraph.graphql', supergraphFolder)), log);
}
