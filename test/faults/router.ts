/**
 * The router of the fault tests in a process of its own: `router.ts SUPERGRAPH`, the SDL. Its parent is its name
 * service: it sends the addresses of `mood.test`; every other name is 127.0.0.1. To `memory` it answers, after a
 * collection, how much is in use.
 */
import { ANONYMOUS } from '../../kit/context.ts';
import { startRouter } from '../../router/start.ts';
import { silent } from '../../router/testGraph.ts';
import { createHttpTransport } from '../../router/transport/http.ts';

const [supergraph] = process.argv.slice(2);
if (supergraph === undefined) throw new Error('usage: router.ts SUPERGRAPH');

let addresses: readonly string[] = ['127.0.0.1'];

const router = await startRouter({
  supergraph,
  firstQuery: '{ things { name } }',
  authenticate: async () => ANONYMOUS,
  forwardHeaders: [],
  transportTo: ({ name, url = '' }) =>
    createHttpTransport({
      name,
      url: new URL(url),
      log: silent,
      resolve: async (hostname) =>
        (hostname === 'mood.test' ? addresses : ['127.0.0.1']).map((address) => ({ address, family: 4 })),
    }),
  host: '127.0.0.1',
  port: 0,
  log: silent,
});
process.on('message', (message) => {
  if (Array.isArray(message)) addresses = message.map(String);
  if (message !== 'memory') return;
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  process.send?.({ bytes: heapUsed + external, peakRss: process.resourceUsage().maxRSS * 1_024 });
});
process.send?.({ url: `${router.url}/graphql` });
