/**
 * Every error code a client, an operator or a script can meet. The codes are part of the public contract:
 * a test pins the list and docs/errors.md explains each one.
 */
export const ERROR_CODES = {
  BAD_USER_INPUT: 'An argument is missing, malformed or outside its limits.',
  NOT_FOUND: 'The id is well formed, but nothing has it.',
  UNAUTHENTICATED: 'The operation needs an identity and none was given, or it could not be verified.',
  FORBIDDEN: 'The identity is known and may not do this.',
  DEADLINE_EXCEEDED: 'The answer did not come within the time this field or request may take.',
  OVERLOADED: 'Too much is waiting; try again after `retryAfterMs`.',
  UNSUPPORTED_LANGUAGE: 'The model has no measured quality for this language, so it does not answer.',
  MODEL_FAILED: 'The model broke on this input or its worker died.',
  MODEL_UNAVAILABLE: 'A model file is missing, corrupt or does not have the declared signature.',
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
