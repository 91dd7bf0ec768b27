import type { FetchContext } from '../transport/transport.ts';

/** Headers that differ between any two requests and change no answer. */
const INCIDENTAL: ReadonlySet<string> = new Set([
  'traceparent',
  'tracestate',
  'baggage',
  'x-request-id',
  'x-deadline-ms',
]);

/** Equal for two requests only if any answer to one may be given to the other: same identity, same propagated headers. */
export function callerKey({ identity, headers }: Pick<FetchContext, 'identity' | 'headers'>): string {
  const telling = headers.filter(([name]) => !INCIDENTAL.has(name));
  return JSON.stringify([identity.subject, identity.tenant, identity.scopes, telling]);
}
