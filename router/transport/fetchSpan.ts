import {
  context,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  type TextMapSetter,
  trace,
} from '@opentelemetry/api';

const TRACE_HEADERS = new Set(['traceparent', 'tracestate', 'baggage']);

const intoHeaders: TextMapSetter<string[]> = {
  set: (headers, name, value) => {
    headers.push(name, value);
  },
};

/** A client span around one fetch, or undefined where the request is not traced. */
export function startFetchSpan(subgraph: string): Span | undefined {
  if (trace.getActiveSpan() === undefined) return undefined;
  // Asked for each time: a tracer taken before the SDK was registered may never learn of it.
  return trace
    .getTracer('archipelago/router')
    .startSpan('subgraph.fetch', { kind: SpanKind.CLIENT, attributes: { 'subgraph.name': subgraph } });
}

/** Whether the span writes this header, so that the client's own must not go out beside it. */
export function isTraceHeader(name: string): boolean {
  return TRACE_HEADERS.has(name);
}

export function injectSpan(span: Span, headers: string[]): void {
  propagation.inject(trace.setSpan(context.active(), span), headers, intoHeaders);
}

export function endFetchSpan(span: Span, failure: Error | undefined): void {
  if (failure) span.setStatus({ code: SpanStatusCode.ERROR, message: failure.message });
  span.end();
}

/** Runs a fetch that stays in this process in a span of its own, if the request is traced; what it calls becomes its child. */
export async function withFetchSpan<Result>(subgraph: string, work: () => Promise<Result>): Promise<Result> {
  const span = startFetchSpan(subgraph);
  if (span === undefined) return work();
  let failure: Error | undefined;
  try {
    return await context.with(trace.setSpan(context.active(), span), work);
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    endFetchSpan(span, failure);
  }
}
