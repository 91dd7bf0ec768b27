import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import type { FastifyInstance } from 'fastify';
import { badInput } from '../../kit/errors.ts';
import type { Registry } from '../registry.ts';

const unzip = promisify(gunzip);
/** Of a report once it is unpacked: what our router sends is a hundredth of it. */
const MAX_BYTES = 20 * 1024 * 1024;

/** `POST /api/ingress/traces`: usage reports of Apollo's format, at the path under which Apollo's servers send them. */
export function takeUsage(app: FastifyInstance, { intake, keys }: Pick<Registry, 'intake' | 'keys'>): void {
  app.register(async (scope) => {
    // Apollo’s own servers name no type.
    scope.addContentTypeParser(
      ['application/protobuf', 'application/x-protobuf'],
      { parseAs: 'buffer' },
      (_, body, done) => done(null, body),
    );
    scope.post('/api/ingress/traces', async (request, reply) => {
      const secret = request.headers['x-api-key'];
      const key = await keys.authenticate(Array.isArray(secret) ? secret[0] : secret);
      if (!Buffer.isBuffer(request.body)) throw badInput('Expected a usage report as application/protobuf; got none.');
      const isPacked = request.headers['content-encoding'] === 'gzip';
      const omitted = await intake.take(isPacked ? await unpack(request.body) : request.body, key);
      return reply.code(202).send({ omittedOperations: omitted });
    });
  });
}

async function unpack(body: Buffer): Promise<Buffer> {
  try {
    return await unzip(body, { maxOutputLength: MAX_BYTES });
  } catch (cause) {
    throw badInput(
      `Expected a usage report of at most ${MAX_BYTES.toLocaleString('en')} bytes, packed by gzip; got something else: ${String(cause)}.`,
    );
  }
}
