/** The part of proper-lockfile 4 that is used; the package has no types of its own. */
declare module 'proper-lockfile' {
  interface LockOptions {
    lockfilePath?: string;
    /** Milliseconds without a sign of life after which a lock counts as left behind. */
    stale?: number;
    retries?: { forever?: boolean; factor?: number; minTimeout?: number; maxTimeout?: number };
  }
  /** Resolves, once the lock is held, with a function that gives it back. */
  export function lock(path: string, options?: LockOptions): Promise<() => Promise<void>>;
}
