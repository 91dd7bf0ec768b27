/**
 * Every error code a client, an operator or a script can meet. The codes are part of the public contract:
 * a test pins the list and docs/errors.md explains each one.
 */
export const ERROR_CODES = {
  BAD_USER_INPUT: 'An argument is missing, malformed or outside its limits.',
  NOT_FOUND: 'The id is well formed, but nothing has it.',
  UNAUTHENTICATED: 'The operation needs an identity and none was given, or it could not be verified.',
  FORBIDDEN: 'The identity is known and may not do this.',
  CONFLICT: 'What the operation is about is in a state that does not allow it.',
  IDEMPOTENCY_KEY_REUSED: 'The idempotency key was given before, with another input.',
  JOB_CANCELLED: 'The job was cancelled before it ended.',
  WORKER_LOST: 'The worker that ran the job died, stalled or was shut down.',
  PAYLOAD_TOO_LARGE: 'The upload is larger than one may be.',
  UNSUPPORTED_MEDIA_TYPE: 'The upload is of no kind that may be uploaded, by its own bytes.',
  QUOTA_EXCEEDED: 'The caller has as much as one caller may have.',
  RESULT_TOO_LARGE: 'What the job made is more than is kept.',
  DEADLINE_EXCEEDED: 'The answer did not come within the time this field or request may take.',
  OVERLOADED: 'Too much is waiting; try again after `retryAfterMs`.',
  UNSUPPORTED_LANGUAGE: 'The model has no measured quality for this language, so it does not answer.',
  MODEL_FAILED: 'The model broke on this input or its worker died.',
  MODEL_UNAVAILABLE:
    'A model file is missing, corrupt or does not have the declared signature, or the server that runs a remote model does not answer.',
  SUBGRAPH_UNAVAILABLE: 'A subgraph refused the connection, died, or answered with something that is not GraphQL.',
  INTERNAL_SERVER_ERROR: 'A fault of ours; the log has the cause, the client does not.',
  CONFIG_INVALID: 'An environment variable or a command line is not usable.',
  PORT_TAKEN: 'The port to listen on belongs to another process.',
  DATABASE_LOCKED: 'The embedded database directory is open in another process.',
  DATABASE_CORRUPT: 'The embedded database directory is not one, or was left half-written.',
  DATABASE_UNAVAILABLE: 'The database does not answer: the Postgres server of DATABASE_URL, or the embedded one.',
  MIGRATION_FAILED: 'The migrations of a service have a gap, one was changed after it was run, or its SQL fails.',
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  OPERATION_NOT_FOUND: 'The document has no operation of that name, or several and none was named.',
  PERSISTED_QUERY_NOT_FOUND: 'The router does not know the document of this hash.',
  OPERATION_TOO_LARGE:
    'The operation is larger than any honest one: too long, too deep, or with too many fields or aliases.',
  OPERATION_NOT_PLANNED: 'There is no way to fetch the operation, or there are too many to weigh in time.',
  INPUT_UNAVAILABLE: 'A field needs the value of another one that failed.',
  ERRORS_OMITTED: 'There were more errors than are told.',
  SUPERGRAPH_INVALID: 'The supergraph cannot be served; the one before, if any, serves on.',
  COMPOSITION_FAILED: 'The subgraph schemas do not compose into one supergraph.',
} as const;

export type ErrorCode = keyof typeof ERROR_CODES;

export interface ErrorOptionsWithDetails extends ErrorOptions {
  /** Further facts for the client, merged into the GraphQL `extensions`; never secrets, hosts or stack traces. */
  details?: Readonly<Record<string, unknown>>;
}

/**
 * An error whose message is meant for the reader: it says what was expected, what came, and what to do.
 * graphql-js copies `extensions` of a thrown error into the response, so `code` reaches the client.
 */
export class CodedError extends Error {
  readonly code: ErrorCode;
  readonly extensions: Readonly<Record<string, unknown>>;

  constructor(code: ErrorCode, message: string, { details, ...options }: ErrorOptionsWithDetails = {}) {
    super(message, options);
    this.name = 'CodedError';
    this.code = code;
    this.extensions = { ...details, code };
  }
}

/** A client's mistake in an argument: `BAD_USER_INPUT`, with the argument's path when known. */
export function badInput(message: string, argument?: string): CodedError {
  return new CodedError('BAD_USER_INPUT', message, argument === undefined ? {} : { details: { argument } });
}
