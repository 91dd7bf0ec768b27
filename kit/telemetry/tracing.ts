import { createRequire } from 'node:module';
import { type DiagLogger, DiagLogLevel, diag } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { registerInstrumentations } from '@opentelemetry/instrumentation';
import { GraphQLInstrumentation } from '@opentelemetry/instrumentation-graphql';
import { defaultResource, resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import { ATTR_SERVICE_NAME } from '@opentelemetry/semantic-conventions';
import type { Logger } from '../log.ts';
import type { Telemetry } from './telemetry.ts';

/** For one export while running, and for the last one when the process ends. */
const EXPORT_TIMEOUT_MS = 5_000;

export function startTracing(options: { endpoint: string; service: string; log: Logger }): Telemetry {
  const { endpoint, service, log } = options;
  diag.setLogger(diagnosticsTo(log), { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  const exporter = new OTLPTraceExporter({
    url: `${endpoint.replace(/\/+$/, '')}/v1/traces`,
    timeoutMillis: EXPORT_TIMEOUT_MS,
  });
  const provider = new NodeTracerProvider({
    resource: defaultResource().merge(resourceFromAttributes({ [ATTR_SERVICE_NAME]: service })),
    spanProcessors: [new BatchSpanProcessor(exporter)],
  });
  // Contexts follow AsyncLocalStorage, and cross processes by the W3C headers traceparent and tracestate.
  provider.register();
  instrumentGraphql(provider);
  return {
    close: async () => {
      let timer: NodeJS.Timeout | undefined;
      const patience = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, EXPORT_TIMEOUT_MS);
      });
      const flushed = provider.shutdown().catch((error: unknown) => {
        log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'the last spans were not sent');
      });
      await Promise.race([flushed, patience]);
      clearTimeout(timer);
    },
  };
}

/**
 * The instrumentation replaces functions of graphql's files when they are required. They were loaded before, by ESM
 * imports, of which it learns nothing; so each is required here once more. Whoever calls them through graphql's module
 * object, as kit/execute.ts does, then calls the replaced ones; named ESM imports keep the ones of old.
 */
function instrumentGraphql(tracerProvider: NodeTracerProvider): void {
  const instrumentation = new GraphQLInstrumentation({
    // One span for a field of a list rather than one for each of its items.
    mergeItems: true,
    ignoreTrivialResolveSpans: true,
  });
  registerInstrumentations({ tracerProvider, instrumentations: [instrumentation] });
  const require = createRequire(import.meta.url);
  for (const file of ['execution/execute.js', 'language/parser.js', 'validation/validate.js'])
    require(`graphql/${file}`);
}

function diagnosticsTo(log: Logger): DiagLogger {
  const tell = (message: string): void => log.warn({ reason: message }, 'tracing has a problem');
  const ignore = (): void => {};
  return { error: tell, warn: tell, info: ignore, debug: ignore, verbose: ignore };
}
