import { SignJWT } from 'jose';
import { expect, onTestFinished, test } from 'vitest';
import type { RequestContext } from '../../kit/context.ts';
import { listen } from '../../kit/http.ts';
import { createIdentitySigner } from '../../kit/identity.ts';
import { serveSubgraph } from '../../kit/serve.ts';
import { composeTestGraph, createSubgraph, silent } from '../testGraph.ts';
import { startTestRouter } from '../testRouter.ts';
import { createHttpTransport } from '../transport/http.ts';
import { createInProcessTransport } from '../transport/inProcess.ts';
import type { Transport } from '../transport/transport.ts';
import { createJwtAuthenticator } from './authenticate.ts';

const SECRET = 'a shared secret of more than thirty-two characters';
const IDENTITY_KEY = 'a key of at least thirty-two characters';
const SDL = 'type Query { whoAmI: String }';

const subgraph = createSubgraph('people', SDL, {
  Query: {
    whoAmI: (_: unknown, __: unknown, { identity }: RequestContext) =>
      `${identity.subject} of ${identity.tenant} may ${identity.scopes.join(' and ')}`,
  },
});

async function overHttp(): Promise<Transport> {
  const app = await serveSubgraph(subgraph, { log: silent, identityKey: IDENTITY_KEY });
  onTestFinished(() => app.close());
  const url = new URL(`${await listen(app, { host: '127.0.0.1', port: 0 })}/graphql`);
  return createHttpTransport({
    name: 'people',
    url,
    log: silent,
    identityHeader: createIdentitySigner(IDENTITY_KEY),
  });
}

test.each([
  ['in this process', async () => createInProcessTransport(subgraph, silent)],
  ['over HTTP', overHttp],
])('a subgraph %s learns who the client proved to be', async (_, connect) => {
  const transport = await connect();
  const router = await startTestRouter({
    supergraph: composeTestGraph({ people: SDL }),
    transportTo: () => transport,
    authenticate: createJwtAuthenticator({ key: { secret: SECRET } }, silent),
  });
  onTestFinished(() => router.close());
  const token = await new SignJWT({ sub: 'siti', tenant: 'kedai', scope: 'read write' })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(SECRET));
  const ask = async (headers: Record<string, string>) => (await router.post({ query: '{ whoAmI }' }, headers)).json();

  expect(await ask({ authorization: `Bearer ${token}` })).toEqual({
    data: { whoAmI: 'siti of kedai may read and write' },
  });
  expect(await ask({})).toEqual({ data: { whoAmI: 'null of null may ' } });
  // A client's own header of that name is not a way in.
  const [name, value] = createIdentitySigner('another key of at least 32 characters')({
    subject: 'root',
    tenant: null,
    scopes: [],
  });
  expect(await ask({ [name]: value })).toEqual({ data: { whoAmI: 'null of null may ' } });

  const forged = await router.post({ query: '{ whoAmI }' }, { authorization: `Bearer ${token}x` });
  expect(forged.status).toBe(401);
  expect(await forged.json()).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
});

test('the headers that are to be forwarded reach the transport, and no others', async () => {
  const seen: unknown[] = [];
  const inner = createInProcessTransport(subgraph, silent);
  const router = await startTestRouter({
    supergraph: composeTestGraph({ people: SDL }),
    transportTo: () => ({
      ...inner,
      fetch: (request, context) => {
        seen.push(context.headers);
        return inner.fetch(request, context);
      },
    }),
    forwardHeaders: ['accept-language', 'x-absent'],
  });
  onTestFinished(() => router.close());
  await router.post({ query: '{ whoAmI }' }, { 'accept-language': 'id-ID', cookie: 'secret=1' });
  expect(seen).toEqual([[['accept-language', 'id-ID']]]);
});
