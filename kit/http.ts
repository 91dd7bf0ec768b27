import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { CodedError } from './errors.ts';
import type { Logger } from './log.ts';

export interface HttpAppOptions {
  readonly log: Logger;
  /** Why the process cannot take traffic now, or null when it can. */
  readonly unready: () => Promise<string | null>;
  /** The Prometheus text of /metrics. */
  readonly metrics: () => Promise<{ contentType: string; body: string }>;
  /** Largest request body, in bytes. */
  readonly bodyLimit?: number;
}

const ONE_MEGABYTE = 1_048_576;

/** The routes that every process of Archipelago has: /live, /ready and /metrics. */
export function createHttpApp({ log, unready, metrics, bodyLimit = ONE_MEGABYTE }: HttpAppOptions): FastifyInstance {
  const app = Fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit,
    forceCloseConnections: 'idle',
  });
  // Closing waits for every connection to end, and one that its client keeps alive would not until it times out.
  let closing = false;
  app.addHook('preClose', async () => {
    closing = true;
  });
  app.addHook('onSend', async (_, reply) => {
    if (closing) reply.header('connection', 'close');
  });
  app.get('/live', () => ({ status: 'live' }));
  app.get('/ready', async (_, reply) => {
    const reason = await unready();
    return reason === null ? { status: 'ready' } : reply.code(503).send({ status: 'unready', reason });
  });
  app.get('/metrics', async (_, reply) => {
    const { contentType, body } = await metrics();
    return reply.type(contentType).send(body);
  });
  return app as unknown as FastifyInstance;
}

/**
 * Starts listening; port 0 takes any free one.
 * @returns the URL, `http://host:port`.
 * @throws CodedError `PORT_TAKEN` when another process has the port.
 */
export async function listen(app: FastifyInstance, { host, port }: { host: string; port: number }): Promise<string> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
      throw new CodedError(
        'PORT_TAKEN',
        `Port ${port} on ${host} is taken by another process. Stop that process, or set PORT to a free port.`,
        { cause: error },
      );
    }
    throw error;
  }
  const address = app.server.address();
  if (address === null || typeof address === 'string') throw new TypeError('expected a TCP address');
  return `http://${host.includes(':') ? `[${host}]` : host}:${address.port}`;
}
