/** `npm run subgraph -- NAME`: serves the one island named on the command line or in SUBGRAPH. */
import { readConfig } from '../kit/config.ts';
import { runEntrance } from '../kit/entrance.ts';
import { CodedError } from '../kit/errors.ts';
import { listen } from '../kit/http.ts';
import { createLogger } from '../kit/log.ts';
import { inferenceAddresses, serveModels } from '../kit/openInference/serveModels.ts';
import { createResources } from '../kit/resources.ts';
import { serveSubgraph } from '../kit/serve.ts';
import { closeOnSignal } from '../kit/shutdown.ts';
import { startSubgraph } from '../kit/start.ts';
import { startTelemetry } from '../kit/telemetry/startTelemetry.ts';
import { defaultPort, subgraphs } from './index.ts';

await runEntrance(async () => {
  const config = readConfig(process.env);
  const name = process.argv[2] ?? config.SUBGRAPH;
  const entry = name === undefined ? undefined : subgraphs[name];
  if (name === undefined || entry === undefined || !(entry instanceof Function)) {
    throw new CodedError(
      'CONFIG_INVALID',
      `Name the island to serve, one of ${Object.keys(subgraphs).join(', ')}; got ${name ?? 'nothing'}. For example: npm run subgraph -- ${Object.keys(subgraphs)[0]}`,
    );
  }
  const log = createLogger({ level: config.LOG_LEVEL, service: name, pretty: process.stdout.isTTY });
  const telemetry = await startTelemetry({ endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT, service: name, log });
  const resources = createResources(config, log);
  const { default: definition } = await entry();
  const subgraph = await startSubgraph(definition, { resources, log });
  const app = await serveSubgraph(subgraph, { log, identityKey: config.IDENTITY_KEY });
  const inference = await serveModels(subgraph.models, config, log);
  closeOnSignal(async () => {
    await Promise.all([app.close(), inference?.close()]);
    await subgraph.close();
    await resources.close();
    await telemetry.close();
  }, log);
  const url = await listen(app, { host: config.HOST, port: config.PORT ?? defaultPort(name) });
  log.info({ url: `${url}/graphql`, ...inferenceAddresses(inference) }, 'serving');
});
