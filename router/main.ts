/** `npm run router [-- FILE]`: serves a supergraph, by default supergraph/supergraph.graphql, over subgraphs that listen on HTTP. */
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
const SUPERGRAPH = fileURLToPath(new URL('../supergraph/supergraph.graphql', import.meta.url));

await runEntrance(async () => {
  const config = readConfig(process.env);
  const log = createLogger({ level: config.LOG_LEVEL, service: 'router', pretty: process.stdout.isTTY });
  const router = await startRouter({
    supergraph: watchSupergraphFile(process.argv[2] ?? SUPERGRAPH, log),
    transportTo: (subgraph) =>
      createHttpTransport({ name: subgraph.name, url: subgraphUrl(subgraph, config.SUBGRAPH_URL), log }),
    host: config.HOST,
    port: config.PORT ?? DEFAULT_PORT,
    log,
  });
  closeOnSignal(router.close, log);
  log.info({ url: `${router.url}/graphql` }, 'serving');
});
