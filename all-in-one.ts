/** `npm start`: the router and every island of the one list in one process. */
import { readFileSync } from 'node:fs';
import { readConfig } from './kit/config.ts';
import { runEntrance } from './kit/entrance.ts';
import { createLogger } from './kit/log.ts';
import { inferenceAddresses, serveModels } from './kit/openInference/serveModels.ts';
import { closeOnSignal } from './kit/shutdown.ts';
import type { StartedSubgraph } from './kit/start.ts';
import { startTelemetry } from './kit/telemetry/startTelemetry.ts';
import { ensureModels } from './models/ensureModels.ts';
import { progressBar } from './models/progressBar.ts';
import { startOneProcess } from './oneProcess.ts';
import { subgraphs } from './subgraphs/index.ts';

const FIRST_QUERY = readFileSync(new URL('supergraph/firstQuery.graphql', import.meta.url), 'utf8');

await runEntrance(async () => {
  const config = readConfig(process.env);
  const log = createLogger({ level: config.LOG_LEVEL, service: 'archipelago', pretty: process.stdout.isTTY });
  const telemetry = await startTelemetry({ endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT, service: 'archipelago', log });
  await ensureModels({ onProgress: progressBar(process.stderr) });
  const running = await startOneProcess({ config, log, firstQuery: FIRST_QUERY });
  const { router, islands } = running;
  const models = islands.flatMap((island) => island.models);
  const inference = await serveModels(models, config, log);
  closeOnSignal(async () => {
    await inference?.close();
    await running.close();
    await telemetry.close();
  }, log);
  // What is begun can be ended from here on.
  await running.work();
  console.log(welcome(router.url, islands, inferenceAddresses(inference).openInference));
});

function welcome(url: string, islands: readonly StartedSubgraph[], openInference: readonly string[] = []): string {
  const rows = Object.entries(subgraphs).flatMap(([name, entry]): string[][] => {
    const place = entry instanceof Function ? 'this process' : entry.url;
    const models = islands.find((island) => island.name === name)?.models ?? [];
    if (models.length === 0) return [[name, '–', '–', '–', place]];
    return models.map(({ manifest, versions }) => {
      const [figure] = manifest.quality;
      const quality = figure ? `${figure.metric} ${figure.value}` : 'not measured';
      return [name, manifest.name, versions.join(', '), quality, place];
    });
  });
  return `
${table(['island', 'model', 'version', 'quality', 'where it runs'], rows)}

The graph answers at ${url}/graphql, its explorer is at ${url}/ in a browser.${openInference.map((at) => `\nOther applications reach the models at ${at}.`).join('')} Try:

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
