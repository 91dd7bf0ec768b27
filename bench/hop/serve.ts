/** Serves the parcels in a process of its own and says where. */
import { runEntrance } from '../../kit/entrance.ts';
import { listen } from '../../kit/http.ts';
import { createLogger } from '../../kit/log.ts';
import { serveSubgraph } from '../../kit/serve.ts';
import { startParcels } from './startParcels.ts';

await runEntrance(async () => {
  const log = createLogger({ level: 'error', service: 'parcels' });
  const app = await serveSubgraph(await startParcels(log), { log });
  process.send?.({ url: `${await listen(app, { host: '127.0.0.1', port: 0 })}/graphql` });
  process.on('message', () => process.send?.({ cpu: process.cpuUsage() }));
  process.on('disconnect', () => process.exit(0));
});
