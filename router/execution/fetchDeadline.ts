import { CodedError } from '../../kit/errors.ts';
import type { SubgraphResponse } from '../transport/transport.ts';
import type { Caller } from './caller.ts';
import { late } from './failureOf.ts';
import { Waiting } from './waiting.ts';

/**
 * Gives one fetch less time than its request has. The subgraph's transport is told, and not relied upon.
 * @throws CodedError `DEADLINE_EXCEEDED`
 */
export function fetchUntil(
  deadline: number,
  service: string,
  caller: Caller,
  fetch: (caller: Caller) => Promise<SubgraphResponse>,
): Promise<SubgraphResponse> {
  return new Promise((resolve, reject) => {
    const waiting = new Waiting();
    const onLate = (): void => {
      const { message, extensions } = late(service);
      reject(new CodedError('DEADLINE_EXCEEDED', message, { details: extensions }));
      waiting.leave();
    };
    const timer = setTimeout(onLate, Math.max(0, deadline - Date.now()));
    const stay = caller.waiting.onLeave(() => waiting.leave());
    fetch({ ...caller, deadline, waiting })
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        stay();
      });
  });
}
