import { pino } from 'pino';
import { expect, test } from 'vitest';
import { z } from 'zod';
import type { Database } from '../../database/database.ts';
import { defineJob, type JobOptions } from '../defineJob.ts';
import { Attempt } from './attempt.ts';

const STOP_MS = 50;
const CANCELLED = { outcome: 'RETRY', error_code: 'JOB_CANCELLED' };

const refuse = () => Promise.reject(new Error('an attempt that commits nothing needs no database'));
const database: Database = { kind: 'pglite', query: refuse, transaction: refuse, close: async () => {} };

/** Runs the handler and stops it once it has begun; what was logged by the time it has long been over. */
async function runAndStop(handler: JobOptions<null, unknown, undefined>['handler']) {
  const lines: string[] = [];
  const definition = defineJob<null, unknown, undefined>({ kind: 'test.stop', input: z.null(), handler });
  const record = {
    id: 'job-1',
    kind: 'test.stop',
    attempt: 1,
    input: null,
    subject: 'alice',
    tenant: null,
    scopes: [],
    restartable: true,
    timeout_ms: 60_000,
    trace: null,
    run_at: new Date(),
  };
  const log = pino({ level: 'error' }, { write: (line) => void lines.push(line) });
  const attempt = new Attempt(record, definition, {
    services: undefined,
    graph: undefined,
    database,
    log,
    stopMs: STOP_MS,
  });
  const running = attempt.run();
  attempt.stop('CANCELLED');
  const outcome = await running;
  await new Promise((resolve) => setTimeout(resolve, 2 * STOP_MS));
  return { outcome, messages: lines.map((line): unknown => JSON.parse(line).msg) };
}

test('a handler that heeds its signal is not said to have been left behind', async () => {
  const { outcome, messages } = await runAndStop(
    (_, { signal }) => new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
  );
  expect(outcome).toMatchObject(CANCELLED);
  expect(messages).toEqual([]);
});

test('one that does not is left behind, and the log says so', async () => {
  const { outcome, messages } = await runAndStop(() => new Promise(() => {}));
  expect(outcome).toMatchObject(CANCELLED);
  expect(messages).toEqual(['the handler did not stop when its signal aborted; it was left behind']);
});
