import type { FetchContext } from '../transport/transport.ts';
import type { Waiting } from './waiting.ts';

/** On whose behalf something is fetched, and for how long anybody waits for it. */
export interface Caller extends Omit<FetchContext, 'signal'> {
  readonly waiting: Waiting;
}

/** The caller as a transport knows him. */
export function fetchContext({ identity, deadline, headers, waiting }: Caller): FetchContext {
  return { identity, deadline, headers, signal: waiting.signal };
}
