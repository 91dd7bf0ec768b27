declare module 'vitest' {
  export interface ProvidedContext {
    /** A folder of this run of the tests, for what several of them need. */
    readonly prepared: string;
  }
}

/** In that folder, holds the name of a database on the server. */
export const TEMPLATE_FILE = 'database';
