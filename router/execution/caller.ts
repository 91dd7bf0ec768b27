import type { FetchContext } from '../transport/transport.ts';
import type { Waiting } from './waiting.ts';

/** On whose behalf something is fetched, and for how long anybody waits for it. */
export interface Caller extends Omit<FetchContext, 'signal'> {
  readonly waiting: Waiting;
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
