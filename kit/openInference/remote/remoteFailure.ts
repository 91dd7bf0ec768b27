import { CodedError, type ErrorCode } from '../../errors.ts';

/** Why a remote model did not answer, as either transport can tell it. */
export type RemoteFault =
  | 'unreachable'
  | 'unauthenticated'
  | 'not found'
  | 'unavailable'
  | 'overloaded'
  | 'late'
  | 'refused'
  | 'failed'
  | 'malformed';

const FAULTS: Readonly<Record<RemoteFault, readonly [code: ErrorCode, sentence: string]>> = {
  unreachable: ['MODEL_UNAVAILABLE', 'its server cannot be reached'],
  unauthenticated: [
    'MODEL_UNAVAILABLE',
    'its server does not accept the key; set the variable that `keyVariable` names',
  ],
  'not found': ['MODEL_UNAVAILABLE', 'its server does not have it, or not in this version'],
  unavailable: ['MODEL_UNAVAILABLE', 'its server does not serve it now'],
  overloaded: ['OVERLOADED', 'its server has too much waiting'],
  late: ['DEADLINE_EXCEEDED', 'its server did not answer in time'],
  refused: ['MODEL_FAILED', 'its server refused the request'],
  failed: ['MODEL_FAILED', 'its server failed'],
  malformed: ['MODEL_FAILED', 'its server answered with something that is not the protocol'],
};

/** When to ask again of a server that did not say. */
const RETRY_AFTER_MS = 1_000;

export interface RemoteFailureOptions extends ErrorOptions {
  /** When the server says to ask again. */
  readonly retryAfterMs?: number | undefined;
}

/** A sentence for whoever asked. What the server said stays in the cause: it is not ours to tell. */
export class RemoteFailure extends Error {
  override readonly name = 'RemoteFailure';
  readonly fault: RemoteFault;
  readonly retryAfterMs: number | undefined;

  constructor(fault: RemoteFault, { retryAfterMs, ...options }: RemoteFailureOptions = {}) {
    super(FAULTS[fault][1], options);
    this.fault = fault;
    this.retryAfterMs = retryAfterMs ?? (fault === 'overloaded' ? RETRY_AFTER_MS : undefined);
  }

  toCodedError(model: string): CodedError {
    const [code, sentence] = FAULTS[this.fault];
    return new CodedError(code, `The remote model ${model} did not answer: ${sentence}.`, {
      cause: this,
      ...(this.retryAfterMs !== undefined && { details: { retryAfterMs: this.retryAfterMs } }),
    });
  }
}
