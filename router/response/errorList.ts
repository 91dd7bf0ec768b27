import type { ErrorCode } from '../../kit/errors.ts';

export type Path = readonly (string | number)[];

/** An error as the client reads it. */
export interface ClientError {
  readonly message: string;
  readonly path?: Path;
  readonly locations?: readonly { readonly line: number; readonly column: number }[] | undefined;
  readonly extensions: Readonly<Record<string, unknown>>;
}

/** The errors of one response, with an end: past it they are only counted. */
export class ErrorList {
  readonly #limit: number;
  readonly #errors: ClientError[] = [];
  #omitted = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get isEmpty(): boolean {
    return this.#errors.length === 0;
  }

  /** Those that are told, so far. */
  get told(): readonly ClientError[] {
    return this.#errors;
  }

  add(error: ClientError): void {
    if (this.#errors.length < this.#limit) this.#errors.push(error);
    else this.#omitted += 1;
  }

  toArray(): readonly ClientError[] {
    if (this.#omitted === 0) return this.#errors;
    const code: ErrorCode = 'ERRORS_OMITTED';
    const message = `${this.#omitted} more errors are left out; at most ${this.#limit} are told.`;
    return [...this.#errors, { message, extensions: { code, omitted: this.#omitted } }];
  }
}
