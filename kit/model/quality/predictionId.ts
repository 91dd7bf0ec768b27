import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { badInput, type CodedError } from '../../errors.ts';

/** What feedback on a prediction needs to know of it. */
export interface Prediction {
  /** Name and version of the manifest. */
  readonly model: string;
  readonly version: string;
  /** The class that the model chose. */
  readonly label: string;
  /** Calibrated, 0 to 1. */
  readonly confidence: number;
  /** Keyed hash of tenant and input, 16 bytes: tells whether two predictions are of the same input, and no more. */
  readonly inputDigest: Buffer;
}

export interface SignedPrediction extends Prediction {
  /** When it was made, in seconds since 1970. */
  readonly time: number;
}

export interface PredictionIds {
  /** @throws RangeError for a digest of another length, a confidence of NaN, or labels too long for an id. */
  sign(prediction: Prediction): string;
  /** @throws CodedError `BAD_USER_INPUT` for what this key did not sign, or signed more than 30 days ago. */
  read(id: string): SignedPrediction;
}

const VERSION = 'v1';
/** Characters; an id has about 200. */
const MAX_LENGTH = 1_024;
const FORM = /^v1\.[\w-]+\.[\w-]{43}$/;
const DIGEST_BYTES = 16;
const MAX_AGE_DAYS = 30;
const DAY_S = 86_400;
/** A key may sign other tokens too: with this before what is signed, none of them is a prediction's id. */
const PURPOSE = 'archipelago prediction id\n';

/** What is signed; a list, because it is smaller and its order is fixed. */
const payloadShape = z.tuple([
  z.string(),
  z.string(),
  z.string(),
  z.number().min(0).max(1),
  z.number().int(),
  z
    .string()
    .transform((digest) => Buffer.from(digest, 'base64url'))
    .refine((digest) => digest.length === DIGEST_BYTES),
]);

/**
 * Ids by which a client says which prediction its feedback is on, `v1.PAYLOAD.MAC` in base64url: the server keeps
 * nothing, and nobody can give feedback on what was never predicted (HMAC-SHA-256). An id is signed, not secret.
 * @param key shared by the processes that serve the model.
 * @param now milliseconds since 1970.
 */
export function createPredictionIds(key: string | Buffer, now: () => number = Date.now): PredictionIds {
  const mac = (payload: string): string =>
    createHmac('sha256', key).update(PURPOSE).update(payload).digest('base64url');
  const seconds = (): number => Math.floor(now() / 1_000);
  return {
    sign: ({ model, version, label, confidence, inputDigest }) => {
      if (inputDigest.length !== DIGEST_BYTES || !(confidence >= 0)) {
        throw new RangeError(
          `A prediction has a digest of ${DIGEST_BYTES} bytes and a confidence from 0 to 1; got ${inputDigest.length} bytes and ${confidence}.`,
        );
      }
      // Rounding makes a confidence of 1.0000001.
      const content: z.input<typeof payloadShape> = [
        model,
        version,
        label,
        Math.min(confidence, 1),
        seconds(),
        inputDigest.toString('base64url'),
      ];
      const payload = `${VERSION}.${Buffer.from(JSON.stringify(content)).toString('base64url')}`;
      const id = `${payload}.${mac(payload)}`;
      if (id.length > MAX_LENGTH) throw new RangeError(`The label of ${model} is too long for a prediction's id.`);
      return id;
    },
    read: (id) => {
      if (id.length > MAX_LENGTH || !FORM.test(id)) {
        throw refuse(
          `is the one that came with a prediction, such as v1.….…, of at most ${MAX_LENGTH} characters; this one, of ${id.length}, has another form. Send it back as it came.`,
        );
      }
      const end = id.lastIndexOf('.');
      const payload = id.slice(0, end);
      // Compared as text: base64url has several spellings of the same bytes.
      if (!timingSafeEqual(Buffer.from(id.slice(end + 1)), Buffer.from(mac(payload)))) {
        throw refuse('is the one that came with a prediction; this one was not signed here. Send it back as it came.');
      }
      const [model, version, label, confidence, time, inputDigest] = readPayload(payload);
      if (seconds() - time > MAX_AGE_DAYS * DAY_S) {
        throw refuse(
          `is of a prediction made within the last ${MAX_AGE_DAYS} days; this one is older. Ask for the prediction again and use its id.`,
        );
      }
      return { model, version, label, confidence, time, inputDigest };
    },
  };
}

/** The model that an id says it is of; null where it says none. Nothing of it is checked: `read` does that. */
export function claimedModel(id: string): string | null {
  if (id.length > MAX_LENGTH || !FORM.test(id)) return null;
  try {
    const content: unknown = JSON.parse(Buffer.from(id.split('.')[1] ?? '', 'base64url').toString('utf8'));
    return Array.isArray(content) && typeof content[0] === 'string' ? content[0] : null;
  } catch {
    return null;
  }
}

function readPayload(payload: string): z.output<typeof payloadShape> {
  const content = Buffer.from(payload.slice(VERSION.length + 1), 'base64url').toString('utf8');
  const result = payloadShape.safeParse(JSON.parse(content));
  if (result.success) return result.data;
  throw refuse(
    'is one of this version of Archipelago; this one is of another. Ask for the prediction again and use its id.',
  );
}

function refuse(reason: string): CodedError {
  return badInput(`A prediction's id ${reason}`, 'predictionId');
}
