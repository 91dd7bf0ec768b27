import { CodedError } from '../../kit/errors.ts';
import type { FetchContext, SubgraphResponse } from '../transport/transport.ts';
import { late } from './failureOf.ts';

/**
 * Gives one fetch less time than its request has. The subgraph's transport is told, and not relied upon.
 * @throws CodedError `DEADLINE_EXCEEDED`
 */
export function fetchUntil(
  deadline: number,
  service: string,
  context: FetchContext,
  fetch: (context: FetchContext) => Promise<SubgraphResponse>,
): Promise<SubgraphResponse> {
  return new Promise((resolve, reject) => {
    const controller = new AbortController();
    const onAbort = (): void => controller.abort();
    const onLate = (): void => {
      const { message, extensions } = late(service);
      reject(new CodedError('DEADLINE_EXCEEDED', message, { details: extensions }));
      controller.abort();
    };
    const timer = setTimeout(onLate, Math.max(0, deadline - Date.now()));
    context.signal.addEventListener('abort', onAbort, { once: true });
    if (context.signal.aborted) onAbort();
    fetch({ ...context, deadline, signal: controller.signal })
      .then(resolve, reject)
      .finally(() => {
        clearTimeout(timer);
        context.signal.removeEventListener('abort', onAbort);
      });
  });
}
