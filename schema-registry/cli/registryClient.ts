import { z } from 'zod';
import { CodedError, ERROR_CODES, type ErrorCode } from '../../kit/errors.ts';

export interface RegistryClientOptions {
  /** Where the registry is, such as `http://127.0.0.1:4100`. */
  readonly url: string;
  readonly apiKey: string | undefined;
}

/** A composition of hundreds of subgraphs takes tens of seconds. */
const TIMEOUT_MS = 120_000;

const answerShape = z.object({
  data: z.unknown().optional(),
  errors: z
    .array(z.object({ message: z.string(), extensions: z.object({ code: z.string().optional() }).optional() }))
    .optional(),
});

/** Asks a registry over HTTP. */
export class RegistryClient {
  readonly #options: RegistryClientOptions;

  constructor(options: RegistryClientOptions) {
    this.#options = options;
  }

  /**
   * @throws CodedError the first error of the answer, with its code; `CONFIG_INVALID` when nothing answers there, or nothing
   * that is a registry.
   */
  async ask<Data>(shape: z.ZodType<Data>, query: string, variables: Readonly<Record<string, unknown>>): Promise<Data> {
    const { data, errors } = await this.#fetch(JSON.stringify({ query, variables }));
    const [error] = errors ?? [];
    if (error) {
      const { code } = error.extensions ?? {};
      throw new CodedError(isErrorCode(code) ? code : 'INTERNAL_SERVER_ERROR', error.message);
    }
    const read = shape.safeParse(data);
    if (read.success) return read.data;
    throw this.#refuse(`is of another version than this command: ${z.prettifyError(read.error)}`);
  }

  async #fetch(body: string): Promise<z.infer<typeof answerShape>> {
    const { url, apiKey } = this.#options;
    let text: string;
    try {
      const response = await fetch(`${url.replace(/\/+$/, '')}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...(apiKey !== undefined && { 'x-api-key': apiKey }) },
        body,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      text = await response.text();
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
      throw this.#refuse(`does not answer: ${cause instanceof Error ? cause.message : String(cause)}`, error);
    }
    try {
      return answerShape.parse(JSON.parse(text));
    } catch (error) {
      throw this.#refuse('is none: what answers there speaks no GraphQL', error);
    }
  }

  #refuse(reason: string, cause?: unknown): CodedError {
    return new CodedError(
      'CONFIG_INVALID',
      `The registry at ${this.#options.url} ${reason}. Start it with \`npm run registry -- serve\`, or set REGISTRY_URL to where it is.`,
      { cause },
    );
  }
}

function isErrorCode(code: string | undefined): code is ErrorCode {
  return code !== undefined && Object.hasOwn(ERROR_CODES, code);
}
