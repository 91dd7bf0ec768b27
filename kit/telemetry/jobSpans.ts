import {
  type Attributes,
  context,
  type Link,
  propagation,
  ROOT_CONTEXT,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from '@opentelemetry/api';

const tracer = () => trace.getTracer('archipelago');

/** Runs `submit` in a span of the producer; it is given that span's traceparent, null where nothing is traced. */
export function withSubmitSpan<Result>(
  kind: string,
  submit: (traceparent: string | null, span: Span) => Promise<Result>,
): Promise<Result> {
  return tracer().startActiveSpan(
    `submit ${kind}`,
    { kind: SpanKind.PRODUCER, attributes: { 'job.kind': kind } },
    async (span) => {
      try {
        const carrier: Record<string, string> = {};
        propagation.inject(context.active(), carrier);
        return await submit(carrier.traceparent ?? null, span);
      } catch (error) {
        failed(span, error instanceof Error ? error.message : String(error));
        throw error;
      } finally {
        span.end();
      }
    },
  );
}

/**
 * Runs an attempt in a span of the consumer: the root of a trace of its own, since it may begin long after the request
 * that submitted the job has ended, with a link to that request.
 */
export function withAttemptSpan<Result>(
  kind: string,
  traceparent: string | null,
  attributes: Attributes,
  attempt: (span: Span) => Promise<Result>,
): Promise<Result> {
  const options = { kind: SpanKind.CONSUMER, root: true, links: linksTo(traceparent), attributes };
  return tracer().startActiveSpan(
    `process ${kind}`,
    { ...options, attributes: { ...attributes, 'job.kind': kind } },
    async (span) => {
      try {
        return await attempt(span);
      } finally {
        span.end();
      }
    },
  );
}

/** Notes what became of a job without a worker: an instant, linked to the request that submitted it. */
export function recordJobSpan(name: string, kind: string, traceparent: string | null, attributes: Attributes): void {
  tracer()
    .startSpan(`${name} ${kind}`, { links: linksTo(traceparent), attributes: { ...attributes, 'job.kind': kind } })
    .end();
}

export function failed(span: Span, message: string): void {
  span.setStatus({ code: SpanStatusCode.ERROR, message });
}

function linksTo(traceparent: string | null): Link[] {
  if (traceparent === null) return [];
  const submitted = trace.getSpanContext(propagation.extract(ROOT_CONTEXT, { traceparent }));
  return submitted ? [{ context: submitted }] : [];
}
