import { trace } from '@opentelemetry/api';
import type { CacheOutcome } from '../observer.ts';

/** Writes into the caller's trace that its answer was known or is being made for another; what a worker does, traceBatch writes. */
export function traceKnownAnswer(
  model: { readonly name: string; readonly version: string },
  cache: CacheOutcome,
): void {
  trace.getActiveSpan()?.addEvent('model.predict', {
    'model.name': model.name,
    'model.version': model.version,
    'model.cache': cache,
  });
}
