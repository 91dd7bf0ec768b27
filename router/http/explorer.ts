import { createReadStream, readdirSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { getDistDirectory, renderAltair } from 'altair-static';
import type { FastifyInstance } from 'fastify';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.gif': 'image/gif',
  '.ico': 'image/x-icon',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
};

/** Keeps the explorer at home: its page may talk to this router and to nothing else, whatever its code would like. */
const STAY_HOME = "default-src 'self' 'unsafe-inline' 'unsafe-eval' data: blob:";

/** An explorer (Altair, from npm) at /, its files under /explorer/: it needs no network beyond this router. */
export function explorerRoutes(app: FastifyInstance, firstQuery: string): void {
  const folder = getDistDirectory();
  const page = renderAltair({
    baseURL: '/explorer/',
    endpointURL: '/graphql',
    initialQuery: firstQuery,
    disableAccount: true,
    // Its banners advertise, and its notices speak of releases that it cannot look up from here.
    initialSettings: {
      'banners.disable': true,
      'alert.disableUpdateNotification': true,
      disablePushNotification: true,
    },
  });
  // Only what was there at the start is served: a path from a client is looked up, never joined to a folder.
  const files = new Map(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .map((path) => [relative(folder, path).split(sep).join('/'), path] as const),
  );

  app.get('/', (_, reply) =>
    reply.type('text/html; charset=utf-8').header('content-security-policy', STAY_HOME).send(page),
  );
  app.get<{ Params: { '*': string } }>('/explorer/*', (request, reply) => {
    const path = files.get(request.params['*']);
    if (path === undefined) return reply.callNotFound();
    return reply
      .type(CONTENT_TYPES[extname(path)] ?? 'application/octet-stream')
      .header('cache-control', 'public, max-age=3600')
      .send(createReadStream(path));
  });
}
