/** One of the benchmark's subgraphs in a process of its own: `subgraph.ts NAME`. To any message it answers its count of requests. */
import { createServer, type IncomingMessage } from 'node:http';
import { answer } from './answer.ts';
import { isSubgraphName } from './graph.ts';

const [name] = process.argv.slice(2);
if (!isSubgraphName(name)) throw new Error('usage: subgraph.ts NAME');

let requests = 0;

const server = createServer((request, response) => {
  requests++;
  read(request)
    .then((body) => {
      const { query, variables } = JSON.parse(body);
      const text = answer(name, query, variables ?? {});
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
      response.end(text);
    })
    .catch((error: unknown) => {
      console.error(error);
      response.writeHead(500).end();
    });
});
// A connection that its contestant keeps while another has its turn must not be closed under it.
server.keepAliveTimeout = 600_000;

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

process.on('message', () => process.send?.({ requests }));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  if (address !== null && typeof address === 'object')
    process.send?.({ url: `http://127.0.0.1:${address.port}/graphql` });
});
