import type { FetchContext } from '../transport/transport.ts';
import { Waiting } from './waiting.ts';

/** On whose behalf something is fetched, and for how long anybody waits for it. */
export interface Caller extends Omit<FetchContext, 'signal'> {
  readonly waiting: Waiting;
}

/** Runs something on behalf of whoever a signal speaks for. */
export async function asCaller<Answer>(
  { identity, deadline, headers, signal }: FetchContext,
  run: (caller: Caller) => Promise<Answer>,
): Promise<Answer> {
  const waiting = new Waiting();
  const leave = (): void => waiting.leave();
  if (signal.aborted) leave();
  signal.addEventListener('abort', leave, { once: true });
  try {
    return await run({ identity, deadline, headers, waiting });
  } finally {
    signal.removeEventListener('abort', leave);
  }
}

/** The caller as a transport knows him; over HTTP one asks for the signal only when an answer takes long. */
export function fetchContext({ identity, deadline, headers, waiting }: Caller): FetchContext {
  return {
    identity,
    deadline,
    headers,
    get signal() {
      return waiting.signal;
    },
  };
}
