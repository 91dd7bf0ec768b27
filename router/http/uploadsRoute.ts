import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { badInput, CodedError } from '../../kit/errors.ts';
import { readInput } from '../../kit/readInput.ts';
import { fileName } from '../../kit/uploads/upload.ts';
import { requireSubject, tooLarge, type Uploads } from '../../kit/uploads/uploads.ts';
import { type CallerRules, readCaller } from './caller.ts';
import { preventCsrf } from './preventCsrf.ts';
import { readBody } from './readBody.ts';

const CREATED = 201;

/** Uploads that one process reads at once, so that their bytes have room. */
const MAX_AT_ONCE = 8;
const RETRY_AFTER_MS = 1_000;
const DATABASE_RETRY_AFTER_MS = 5_000;
const BODY_TIMEOUT_MS = 60_000;
/** What comes of a body that was refused is thrown away for this long, in milliseconds; then the connection is cut. */
const DRAIN_MS = 5_000;

interface UploadQuery {
  readonly fileName?: unknown;
}

/**
 * `POST /uploads?fileName=…`: keeps the body, whose bytes are a file as it is, for whoever sends it.
 * One file a request needs no multipart, and so no parser beside Fastify's: the bytes are counted while they come.
 */
export async function uploadsRoute(
  app: FastifyInstance,
  uploads: () => Promise<Uploads>,
  callerRules: CallerRules,
): Promise<void> {
  let reading = 0;
  await app.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    // Nothing is read before it is known who sends it.
    scope.addContentTypeParser('*', (_, payload, done) => done(null, payload));
    scope.post<{ Querystring: UploadQuery }>('/uploads', async (request, reply) => {
      cutOffLater(request, reply);
      refuseMultipart(request);
      preventCsrf(request.headers);
      const { identity } = await readCaller(request, reply, callerRules);
      requireSubject(identity);
      const name = request.query.fileName;
      const given = name === undefined ? undefined : readInput(fileName, name, 'fileName');
      if (reading >= MAX_AT_ONCE) throw overloaded();
      reading += 1;
      try {
        const open = await uploads();
        if (Number(request.headers['content-length']) > open.limits.maxBytes) throw tooLarge(open.limits);
        const bytes = await readBody(request.raw, { ...open.limits, timeoutMs: BODY_TIMEOUT_MS });
        const { id, contentType, byteSize, expiresAt } = await open.put(identity, { fileName: given, bytes });
        reply.code(CREATED).header('cache-control', 'no-store');
        return { id, contentType, byteSize, expiresAt };
      } catch (error) {
        throw error instanceof CodedError && error.code === 'DATABASE_UNAVAILABLE' ? unreachable(error) : error;
      } finally {
        reading -= 1;
      }
    });
  });
}

function overloaded(): CodedError {
  return new CodedError(
    'OVERLOADED',
    `${MAX_AT_ONCE} uploads are being read already; try again in ${RETRY_AFTER_MS} ms.`,
    { details: { retryAfterMs: RETRY_AFTER_MS } },
  );
}

/** As the client may know it: where the database is is not for it to know. */
function unreachable(cause: CodedError): CodedError {
  return new CodedError(
    'DATABASE_UNAVAILABLE',
    `Nothing can be uploaded now; try again in ${DATABASE_RETRY_AFTER_MS} ms.`,
    { cause, details: { retryAfterMs: DATABASE_RETRY_AFTER_MS } },
  );
}

/** @throws CodedError `BAD_USER_INPUT` */
function refuseMultipart({ headers }: FastifyRequest): void {
  if (!headers['content-type']?.toLowerCase().startsWith('multipart/')) return;
  throw badInput(
    'Expected the bytes of one file as the body, got multipart: send each file by itself, such as with `curl --data-binary @photo.jpg -H "content-type: image/jpeg"`.',
  );
}

/** Whoever goes on sending what was refused does not hold the connection for ever. */
function cutOffLater({ raw }: FastifyRequest, reply: FastifyReply): void {
  reply.raw.once('finish', () => {
    if (raw.complete) return;
    raw.resume();
    const timer = setTimeout(() => raw.destroy(), DRAIN_MS);
    raw.once('close', () => clearTimeout(timer)).once('end', () => clearTimeout(timer));
  });
}
