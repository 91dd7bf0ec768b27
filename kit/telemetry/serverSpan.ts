import { context, propagation, SpanKind, SpanStatusCode, type TextMapGetter, trace } from '@opentelemetry/api';

/** Reads a header of the incoming request by its lower-case name. */
export type ReadHeader = (name: string) => string | undefined;

const fromRequest: TextMapGetter<ReadHeader> = {
  get: (read, name) => read(name),
  keys: () => [],
};

/**
 * Runs `work` in a span `graphql.server`, a child of the span that the request's `traceparent` names.
 * Where tracing is off this costs a microsecond.
 */
export function withServerSpan<Result>(
  read: ReadHeader,
  attributes: Readonly<Record<string, string>>,
  work: () => Promise<Result>,
): Promise<Result> {
  const parent = propagation.extract(context.active(), read, fromRequest);
  return trace
    .getTracer('archipelago')
    .startActiveSpan('graphql.server', { kind: SpanKind.SERVER, attributes }, parent, async (span) => {
      try {
        return await work();
      } catch (error) {
        span.setStatus({ code: SpanStatusCode.ERROR, message: error instanceof Error ? error.message : String(error) });
        throw error;
      } finally {
        span.end();
      }
    });
}
