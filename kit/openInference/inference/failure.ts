import { CodedError, type ErrorCode } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import { ItemError } from './itemError.ts';

/** A failure as both protocols tell it. */
export interface Failure {
  readonly code: ErrorCode;
  /** HTTP status. */
  readonly status: number;
  /** Name of the gRPC status. */
  readonly grpc: GrpcStatus;
  readonly message: string;
  /** When to ask again, in milliseconds, where that may help. */
  readonly retryAfterMs: number | undefined;
}

export type GrpcStatus =
  | 'INVALID_ARGUMENT'
  | 'UNAUTHENTICATED'
  | 'PERMISSION_DENIED'
  | 'NOT_FOUND'
  | 'UNAVAILABLE'
  | 'DEADLINE_EXCEEDED'
  | 'INTERNAL';

/** The errors that are the caller's business, whose messages are meant for it. */
const TOLD: Readonly<Partial<Record<ErrorCode, readonly [status: number, grpc: GrpcStatus]>>> = {
  BAD_USER_INPUT: [400, 'INVALID_ARGUMENT'],
  UNSUPPORTED_LANGUAGE: [400, 'INVALID_ARGUMENT'],
  UNAUTHENTICATED: [401, 'UNAUTHENTICATED'],
  FORBIDDEN: [403, 'PERMISSION_DENIED'],
  NOT_FOUND: [404, 'NOT_FOUND'],
  OVERLOADED: [503, 'UNAVAILABLE'],
  DEADLINE_EXCEEDED: [504, 'DEADLINE_EXCEEDED'],
};

/** When to ask again of a model that did not say. */
const RETRY_AFTER_MS = 1_000;

/**
 * What the caller learns of an error, the item's index first where it is one item's. A fault of ours is logged; the
 * caller learns only that it was one.
 */
export function toFailure(error: unknown, log: Logger): Failure {
  const cause = error instanceof ItemError ? error.cause : error;
  const where = error instanceof ItemError ? `Item ${error.index}: ` : '';
  const known = cause instanceof CodedError ? TOLD[cause.code] : undefined;
  if (cause instanceof CodedError && known) {
    const [status, grpc] = known;
    const retryAfterMs = cause.code === 'OVERLOADED' ? readRetryAfter(cause) : undefined;
    return { code: cause.code, status, grpc, message: where + cause.message, retryAfterMs };
  }
  if (cause instanceof Error && (cause.name === 'AbortError' || cause.name === 'TimeoutError')) {
    return toFailure(new CodedError('DEADLINE_EXCEEDED', 'The caller left, or its deadline passed.'), log);
  }
  log.error({ err: cause }, 'an inference failed');
  if (cause instanceof CodedError && cause.code === 'MODEL_UNAVAILABLE') {
    const message = `${where}The model cannot answer now; the log of the server says why.`;
    return { code: cause.code, status: 503, grpc: 'UNAVAILABLE', message, retryAfterMs: undefined };
  }
  return {
    code: 'INTERNAL_SERVER_ERROR',
    status: 500,
    grpc: 'INTERNAL',
    message: `${where}The model failed; the log of the server says why.`,
    retryAfterMs: undefined,
  };
}

function readRetryAfter({ extensions: { retryAfterMs } }: CodedError): number {
  return typeof retryAfterMs === 'number' && retryAfterMs > 0 ? retryAfterMs : RETRY_AFTER_MS;
}
