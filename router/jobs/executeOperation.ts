import { CodedError, ERROR_CODES, type ErrorCode } from '../../kit/errors.ts';
import { type JobContext, MAX_RESULT_BYTES } from '../../kit/jobs/defineJob.ts';
import type { ClientError } from '../response/errorList.ts';
import type { DataAnswer, OperationRequest } from '../supergraph/snapshot.ts';
import type { FetchContext } from '../transport/transport.ts';
import type { OperationInput } from './operationInput.ts';

/** What a worker needs for operations: the supergraph that serves now. */
export interface OperationServices {
  execute(request: OperationRequest, context: FetchContext): Promise<DataAnswer>;
}

export type OperationContext = JobContext<OperationServices>;

/** A GraphQL response, as it is kept. */
export interface StoredResponse {
  readonly errors?: readonly ClientError[];
  readonly data: unknown;
}

/**
 * Executes a query that was accepted as a job. At its deadline it is answered with what came until then, as a direct one is.
 * @throws CodedError of what refused it, and the signal's reason
 */
export async function executeQuery(input: OperationInput, context: OperationContext): Promise<StoredResponse> {
  const { deadline, signal } = context;
  const response = await execute(input, context, deadline);
  if (Date.now() < deadline) signal.throwIfAborted();
  return response;
}

/** How long after the job's deadline the router would end a mutation by itself; the job's signal aborts long before. */
const MUTATION_GRACE_MS = 30_000;

/**
 * Executes a mutation that was accepted as a job. One that was cut short has no answer worth keeping: what it did is
 * unknown, and so the job ends. Only its signal cuts it, so that it is known to be.
 * @throws CodedError of what refused it, and the signal's reason
 */
export async function executeMutation(input: OperationInput, context: OperationContext): Promise<StoredResponse> {
  const response = await execute(input, context, context.deadline + MUTATION_GRACE_MS);
  context.signal.throwIfAborted();
  return bounded(response);
}

/** A mutation whose answer is too large to be kept was done all the same: it has not failed. */
function bounded(response: StoredResponse): StoredResponse {
  const bytes = Buffer.byteLength(JSON.stringify(response));
  if (bytes <= MAX_RESULT_BYTES) return response;
  const { message, extensions } = new CodedError(
    'RESULT_TOO_LARGE',
    `The mutation was done. Its answer has ${bytes.toLocaleString('en')} bytes and at most ${MAX_RESULT_BYTES.toLocaleString('en')} are kept: ask for less of it.`,
  );
  return { errors: [{ message, extensions }], data: null };
}

async function execute(
  { headers, ...request }: OperationInput,
  { identity, signal, services, log }: OperationContext,
  deadline: number,
): Promise<StoredResponse> {
  const { data, errors, refused } = await services.execute(request, { identity, signal, deadline, headers });
  if (refused === null) return { ...(errors.length > 0 && { errors }), data };
  // Whoever has left is refused for that.
  signal.throwIfAborted();
  const [error] = errors;
  log.info({ refused, code: error?.extensions.code }, 'an accepted operation was not executed');
  if (refused === 'overloaded') throw overloaded(error);
  throw new CodedError(codeOf(error), error?.message ?? 'The operation was refused.');
}

function overloaded(error: ClientError | undefined): CodedError {
  const retryAfterMs = error?.extensions.retryAfterMs;
  return new CodedError('OVERLOADED', error?.message ?? 'The router cannot take the operation now.', {
    details: typeof retryAfterMs === 'number' ? { retryAfterMs } : {},
  });
}

function codeOf(error: ClientError | undefined): ErrorCode {
  const code = error?.extensions.code;
  return isErrorCode(code) ? code : 'INTERNAL_SERVER_ERROR';
}

function isErrorCode(code: unknown): code is ErrorCode {
  return typeof code === 'string' && Object.hasOwn(ERROR_CODES, code);
}
