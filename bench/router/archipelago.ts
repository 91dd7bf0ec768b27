/** Our router as the benchmark starts it: `archipelago.ts PORT SUPERGRAPH_FILE plain|batched`. */
import { readFileSync } from 'node:fs';
import { ANONYMOUS } from '../../kit/context.ts';
import { createLogger } from '../../kit/log.ts';
import { startRouter } from '../../router/start.ts';
import { createHttpTransport } from '../../router/transport/http.ts';

const [port, file, mode] = process.argv.slice(2);
if (file === undefined) throw new Error('usage: archipelago.ts PORT SUPERGRAPH_FILE plain|batched');
const log = createLogger({ level: 'warn', service: 'router' });

await startRouter({
  supergraph: readFileSync(file, 'utf8'),
  transportTo: ({ name, url = '' }) => createHttpTransport({ name, url: new URL(url), log }),
  firstQuery: '{ __typename }',
  authenticate: async () => ANONYMOUS,
  forwardHeaders: ['authorization'],
  batching: mode === 'batched',
  deduplication: mode === 'batched',
  host: '127.0.0.1',
  port: Number(port),
  log,
});
