/**
 * A subgraph of the fault tests in a process of its own: `island.ts NAME ADDRESS PORT`. It answers as the kit's server
 * does until its parent sends the name of another behaviour; to `requests` it answers how many came since the last time.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { listen } from '../../kit/http.ts';
import { serveSubgraph } from '../../kit/serve.ts';
import { closeOnSignal } from '../../kit/shutdown.ts';
import { createSubgraph, silent } from '../../router/testGraph.ts';
import { type Behaviour, isBehaviour } from './behaviour.ts';
import { ISLANDS, isIslandName, THINGS } from './graph.ts';
import { misbehave } from './misbehave.ts';

const SLOW_MS = 2_000;

const [name, host, port] = process.argv.slice(2);
if (!isIslandName(name) || host === undefined) throw new Error('usage: island.ts NAME ADDRESS PORT');

let behaviour: Behaviour = 'healthy';
let requests = 0;

const app = await serveSubgraph(
  createSubgraph(name, ISLANDS[name], {
    ...(name === 'shop' && { Query: { things: () => THINGS } }),
    Thing: {
      __resolveReference: async ({ id }: { id: string }) => {
        if (behaviour === 'slow') await sleep(SLOW_MS);
        return THINGS.find((thing) => thing.id === id);
      },
    },
  }),
  { log: silent },
);
app.addHook('onRequest', async (_, reply) => {
  requests++;
  if (misbehave(behaviour, reply.raw)) reply.hijack();
});
process.on('message', (message) => {
  if (isBehaviour(message)) behaviour = message;
  if (message !== 'requests') return;
  process.send?.({ requests });
  requests = 0;
});
closeOnSignal(() => app.close(), silent);
const url = await listen(app, { host, port: Number(port) });
process.send?.({ port: Number(new URL(url).port) });
