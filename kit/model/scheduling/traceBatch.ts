import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { BatchReport } from './batchReport.ts';
import type { WaitingItem } from './waitingItem.ts';

/**
 * Writes one span `model.predict` into each trace that has items in the batch, from when its first item began to wait,
 * with a child `model.run` for the time in the worker.
 */
export function traceBatch(items: readonly WaitingItem[], report: BatchReport): void {
  const firstOfTrace = new Map<string, { item: WaitingItem; count: number }>();
  for (const item of items) {
    const parent = trace.getSpanContext(item.trace);
    if (parent === undefined) continue;
    const seen = firstOfTrace.get(parent.traceId);
    if (seen) seen.count++;
    else firstOfTrace.set(parent.traceId, { item, count: 1 });
  }
  // Not kept in the module: a tracer taken before the SDK registers stays a no-op where the API is loaded as ESM and CJS.
  const tracer = trace.getTracer('archipelago.model');
  for (const { item, count } of firstOfTrace.values()) {
    const attributes = {
      'model.name': report.model,
      'model.version': report.version,
      'model.batch_size': report.items,
      'model.items': count,
      'model.queue_ms': report.startedAt - item.enqueuedAt,
    };
    const predict = tracer.startSpan('model.predict', { startTime: item.enqueuedAt, attributes }, item.trace);
    const run = tracer.startSpan(
      'model.run',
      { startTime: report.startedAt, attributes: { 'model.batch_size': report.items } },
      trace.setSpan(item.trace, predict),
    );
    if (report.failure) run.setStatus({ code: SpanStatusCode.ERROR, message: report.failure.message });
    run.end(report.endedAt);
    predict.end();
  }
}
