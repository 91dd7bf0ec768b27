/** `npm start`: the router and every island of the one list in one process. */
import { readFileSync } from 'node:fs';
import { readConfig } from './kit/config.ts';
import { runEntrance } from './kit/entrance.ts';
import { createLogger, type Logger } from './kit/log.ts';
import { createResources, type Resources } from './kit/resources.ts';
import { closeOnSignal } from './kit/shutdown.ts';
import { type StartedSubgraph, seedSubgraph, startSubgraph } from './kit/start.ts';
import { startTelemetry } from './kit/telemetry/startTelemetry.ts';
import { ensureModels } from './models/ensureModels.ts';
import { progressBar } from './models/progressBar.ts';
import { DEMO_IDENTITY, readRouterOptions } from './router/options.ts';
import { startRouter } from './router/start.ts';
import { createInProcessTransport } from './router/transport/inProcess.ts';
import { type SubgraphEntry, subgraphs } from './subgraphs/index.ts';
import { composeSupergraph } from './supergraph/compose.ts';
import { readServices } from './supergraph/services.ts';

const FIRST_QUERY = readFileSync(new URL('supergraph/firstQuery.graphql', import.meta.url), 'utf8');

await runEntrance(async () => {
  const config = readConfig(process.env);
  const log = createLogger({ level: config.LOG_LEVEL, service: 'archipelago', pretty: process.stdout.isTTY });
  const telemetry = await startTelemetry({ endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT, service: 'archipelago', log });
  await ensureModels({ onProgress: progressBar(process.stderr) });
  const resources = createResources(config, log);
  const islands = await startIslands(resources, log);
  const { httpTransportTo, ...options } = readRouterOptions(config, log, DEMO_IDENTITY);
  const router = await startRouter({
    ...options,
    supergraph: composeSupergraph(await readServices()),
    transportTo: (subgraph) => {
      const island = islands.get(subgraph.name);
      return island ? createInProcessTransport(island, log) : httpTransportTo(subgraph);
    },
    firstQuery: FIRST_QUERY,
    log,
  });
  closeOnSignal(async () => {
    await router.close();
    await resources.close();
    await telemetry.close();
  }, log);
  console.log(welcome(router.url, islands));
});

/** Starts every island whose code is here; those that run elsewhere are reached by their URL. */
async function startIslands(resources: Resources, log: Logger): Promise<Map<string, StartedSubgraph>> {
  const start = async ([name, entry]: [string, SubgraphEntry]): Promise<[string, StartedSubgraph][]> => {
    if (!(entry instanceof Function)) return [];
    const { default: definition } = await entry();
    await seedSubgraph(definition, { resources, log });
    return [[name, await startSubgraph(definition, { resources, log })]];
  };
  return new Map((await Promise.all(Object.entries(subgraphs).map(start))).flat());
}

function welcome(url: string, islands: ReadonlyMap<string, StartedSubgraph>): string {
  const rows = Object.entries(subgraphs).flatMap(([name, entry]): string[][] => {
    const place = entry instanceof Function ? 'this process' : entry.url;
    const manifests = islands.get(name)?.manifests ?? [];
    if (manifests.length === 0) return [[name, '–', '–', '–', place]];
    return manifests.map(({ name: model, version, quality }) => {
      const [figure] = quality;
      return [name, model, version, figure ? `${figure.metric} ${figure.value}` : 'not measured', place];
    });
  });
  return `
${table(['island', 'model', 'version', 'quality', 'where it runs'], rows)}

The graph answers at ${url}/graphql, its explorer is at ${url}/ in a browser. Try:

curl -s ${url}/graphql -H 'content-type: application/json' -d '${JSON.stringify({ query: FIRST_QUERY.replace(/\s+/g, ' ').trim() })}'
`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}
