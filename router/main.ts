/**
 * `npm run router [-- FILE]`: serves a supergraph, by default supergraph/supergraph.graphql, over subgraphs that listen
 * on HTTP.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readConfig } from '../kit/config.ts';
import { runEntrance } from '../kit/entrance.ts';
import { createLogger } from '../kit/log.ts';
import { closeOnSignal } from '../kit/shutdown.ts';
import { startRouter } from './start.ts';
import { subgraphUrl } from './subgraphUrl.ts';
import { watchSupergraphFile } from './supergraph/watchedFile.ts';
import { createHttpTransport } from './transport/http.ts';

const DEFAULT_PORT = 4000;
const supergraphFolder = new URL('../supergraph/', import.meta.url);

await runEntrance(async () => {
  const config = readConfig(process.env);
  const file = process.argv[2] ?? fileURLToPath(new URL('supergraph.graphql', supergraphFolder));
  const log = createLogger({ level: config.LOG_LEVEL, service: 'router', pretty: process.stdout.isTTY });
  const router = await startRouter({
    supergraph: watchSupergraphFile(file, log),
    firstQuery: readFileSync(new URL('firstQuery.graphql', supergraphFolder), 'utf8'),
    transportTo: (subgraph) =>
      createHttpTransport({ name: subgraph.name, url: subgraphUrl(subgraph, config.SUBGRAPH_URL), log }),
    host: config.HOST,
    port: config.PORT ?? DEFAULT_PORT,
    log,
  });
  closeOnSignal(router.close, log);
  log.info({ url: `${router.url}/graphql` }, 'serving');
});
