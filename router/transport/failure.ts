import { CodedError, type ErrorCode } from '../../kit/errors.ts';

/** How a fetch can fail to bring a GraphQL response. */
export type FailureKind =
  /** No connection came about, so nothing was sent. */
  | 'unreachable'
  /** The connection broke after the request was sent and before any of the answer came. */
  | 'unanswered'
  /** The connection broke amid the answer. */
  | 'cutOff'
  /** A whole HTTP answer that is not a GraphQL response. */
  | 'notGraphql'
  | 'tooLarge'
  /** All answers that are being read hold more than they may together. */
  | 'flood'
  | 'late'
  /** The caller no longer wants the answer. */
  | 'abandoned'
  /** Not sent: the breaker is open. */
  | 'shut'
  /** Not sent: too many wait already. */
  | 'crowded';

const MEANING: Readonly<Record<FailureKind, readonly [code: ErrorCode, message: (service: string) => string]>> = {
  unreachable: ['SUBGRAPH_UNAVAILABLE', (service) => `The subgraph "${service}" could not be reached.`],
  unanswered: ['SUBGRAPH_UNAVAILABLE', (service) => `The subgraph "${service}" broke off before it answered.`],
  cutOff: ['SUBGRAPH_UNAVAILABLE', (service) => `The subgraph "${service}" broke off amid its answer.`],
  notGraphql: [
    'SUBGRAPH_UNAVAILABLE',
    (service) => `The subgraph "${service}" answered with something that is not a GraphQL response.`,
  ],
  tooLarge: ['SUBGRAPH_UNAVAILABLE', (service) => `The subgraph "${service}" answered with more than may be read.`],
  flood: ['SUBGRAPH_UNAVAILABLE', (service) => `The subgraph "${service}" answers with more than can be read.`],
  late: ['DEADLINE_EXCEEDED', (service) => `The subgraph "${service}" did not answer in time.`],
  abandoned: ['DEADLINE_EXCEEDED', (service) => `The answer of the subgraph "${service}" is no longer wanted.`],
  shut: [
    'SUBGRAPH_UNAVAILABLE',
    (service) => `The subgraph "${service}" failed repeatedly and is given time to recover.`,
  ],
  crowded: ['OVERLOADED', (service) => `Too many requests wait for the subgraph "${service}".`],
};

/** A client may leave or wait too briefly; neither may cut the others off. */
const BLAMED: ReadonlySet<FailureKind> = new Set([
  'unreachable',
  'unanswered',
  'cutOff',
  'notGraphql',
  'tooLarge',
  'flood',
]);

export interface TransportFailureOptions {
  readonly cause?: unknown;
  readonly blame?: boolean;
  readonly retryAfterMs?: number;
}

/** A failed fetch as the router's operators see it: `message` and `cause` may name hosts and must not reach clients. */
export class TransportFailure extends Error {
  readonly kind: FailureKind;
  /** Whether it speaks against the health of the subgraph. */
  readonly blame: boolean;
  /** When it makes sense to try again. */
  readonly retryAfterMs: number | undefined;

  constructor(kind: FailureKind, message: string, options: TransportFailureOptions = {}) {
    super(message, options.cause === undefined ? {} : { cause: options.cause });
    this.name = 'TransportFailure';
    this.kind = kind;
    this.blame = options.blame ?? BLAMED.has(kind);
    this.retryAfterMs = options.retryAfterMs;
  }

  /** What a client may know of it. */
  toCodedError(service: string): CodedError {
    const [code, message] = MEANING[this.kind];
    const details = this.retryAfterMs === undefined ? { service } : { service, retryAfterMs: this.retryAfterMs };
    return new CodedError(code, message(service), { details, cause: this });
  }
}
