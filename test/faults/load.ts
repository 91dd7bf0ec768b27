import { setTimeout as sleep } from 'node:timers/promises';
import { Pool } from 'undici';
import { QUERY } from './graph.ts';

export interface Answer {
  readonly status: number;
  readonly data: { readonly things: readonly Record<string, unknown>[] } | null | undefined;
  readonly errors: readonly { readonly path?: unknown[]; readonly extensions?: Record<string, unknown> }[];
  /** From the request's first byte to the answer's last. */
  readonly ms: number;
}

/**
 * What a connection waits between two requests, in milliseconds. Without it the load would take all there is of the
 * machine, and the time of an answer would tell of nothing else.
 */
const PAUSE_MS = 400;

/** Asks over so many connections until told to stop. */
export function keepAsking(url: string, connections: number, deadlineMs: number, onAnswer: (answer: Answer) => void) {
  const { origin, pathname } = new URL(url);
  const pool = new Pool(origin, { connections });
  const body = JSON.stringify({ query: QUERY });
  const headers = { 'content-type': 'application/json', 'x-deadline-ms': String(deadlineMs) };
  let asking = true;

  const askOnce = async (): Promise<void> => {
    const started = performance.now();
    const response = await pool.request({ path: pathname, method: 'POST', headers, body });
    const { data, errors = [] } = (await response.body.json()) as Partial<Answer>;
    onAnswer({ status: response.statusCode, data, errors, ms: performance.now() - started });
  };
  const done = Promise.all(
    Array.from({ length: connections }, async () => {
      while (asking) {
        await sleep(Math.random() * PAUSE_MS * 2);
        await askOnce();
      }
    }),
  );
  return {
    /** Resolves when every answer has come; rejects with the first request that got none. */
    stop: async (): Promise<void> => {
      asking = false;
      await done;
      await pool.close();
    },
  };
}
