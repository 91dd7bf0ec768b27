// `apollo.mjs PORT SUPERGRAPH_FILE stock|undici`
import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { Pool } from 'undici';

const [port, file, mode] = process.argv.slice(2);

class Forwarding extends RemoteGraphQLDataSource {
  willSendRequest({ request, context }) {
    if (context.authorization) request.http.headers.set('authorization', context.authorization);
  }
}

/** The data source that Apollo's documentation lets one write, over the fastest client there is. */
class Undici {
  constructor({ url }) {
    const { origin, pathname } = new URL(url);
    this.path = pathname;
    this.pool = new Pool(origin, { connections: 128 });
  }

  async process({ request: { query, variables, operationName }, context }) {
    const headers = { 'content-type': 'application/json' };
    if (context.authorization) headers.authorization = context.authorization;
    const { body } = await this.pool.request({
      path: this.path,
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables, operationName }),
    });
    return body.json();
  }
}

const server = new ApolloServer({
  gateway: new ApolloGateway({
    supergraphSdl: readFileSync(file, 'utf8'),
    buildService: ({ url }) => (mode === 'undici' ? new Undici({ url }) : new Forwarding({ url })),
  }),
});
await startStandaloneServer(server, {
  listen: { port: Number(port), host: '127.0.0.1' },
  context: async ({ req }) => ({ authorization: req.headers.authorization }),
});
