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
import type { Transport } from './router/transport/transport.ts';
import { subgraphs } from './subgraphs/index.ts';
import { composeSupergraph } from './supergraph/compose.ts';
import { readServices } from './supergraph/services.ts';

const FIRST_QUERY = readFileSync(new URL('supergraph/firstQuery.graphql', import.meta.url), 'utf8');

/** How long /ready waits for an island to say how it is. */
const UNREADY_AFTER_MS = 2_000;

await runEntrance(async () => {
  const config = readConfig(process.env);
  const log = createLogger({ level: config.LOG_LEVEL, service: 'archipelago', pretty: process.stdout.isTTY });
  const telemetry = await startTelemetry({ endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT, service: 'archipelago', log });
  await ensureModels({ onProgress: progressBar(process.stderr) });
  const resources = createResources(config, log);
  // Databases, models and the query planner start in threads of their own: all at once.
  const islands = startIslands(resources, log);
  const { httpTransportTo, ...options } = readRouterOptions(config, log, DEMO_IDENTITY);
  const startingRouter = readServices().then((services) =>
    startRouter({
      ...options,
      supergraph: composeSupergraph(services),
      transportTo: (subgraph) => {
        const island = islands.get(subgraph.name);
        return island ? transportOnceStarted(island, log) : httpTransportTo(subgraph);
      },
      unready: () => unready(islands),
      firstQuery: FIRST_QUERY,
      log,
    }),
  );
  const [router, started] = await Promise.all([startingRouter, Promise.all(islands.values())]);
  closeOnSignal(async () => {
    await router.close();
    await resources.close();
    await telemetry.close();
  }, log);
  console.log(welcome(router.url, started));
});

/** Starts every island whose code is here; those that run elsewhere are reached by their URL. */
function startIslands(resources: Resources, log: Logger): Map<string, Promise<StartedSubgraph>> {
  const islands = new Map<string, Promise<StartedSubgraph>>();
  for (const [name, entry] of Object.entries(subgraphs)) {
    if (!(entry instanceof Function)) continue;
    const starting = entry().then(async ({ default: definition }) => {
      await seedSubgraph(definition, { resources, log });
      return startSubgraph(definition, { resources, log });
    });
    islands.set(name, starting);
  }
  return islands;
}

function transportOnceStarted(island: Promise<StartedSubgraph>, log: Logger): Transport {
  const transport = island.then((started) => createInProcessTransport(started, log));
  // Told by whoever awaits the island.
  transport.catch(() => {});
  return {
    fetch: async (request, context) => (await transport).fetch(request, context),
    close: async () => (await transport).close(),
  };
}

async function unready(islands: ReadonlyMap<string, Promise<StartedSubgraph>>): Promise<string | null> {
  for (const [name, island] of islands) {
    const reason = await Promise.race([island.then((started) => started.unready()), soon('it is still starting')]);
    if (reason !== null) return `${name}: ${reason}`;
  }
  return null;
}

/** Loses any race against what is already there. */
function soon(reason: string): Promise<string> {
  return new Promise((resolve) => setTimeout(resolve, UNREADY_AFTER_MS, reason).unref());
}

function welcome(url: string, islands: readonly StartedSubgraph[]): string {
  const rows = Object.entries(subgraphs).flatMap(([name, entry]): string[][] => {
    const place = entry instanceof Function ? 'this process' : entry.url;
    const manifests = islands.find((island) => island.name === name)?.manifests ?? [];
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
