import type { Logger } from '../log.ts';

export interface TelemetryOptions {
  /** Base URL of an OpenTelemetry collector that speaks OTLP over HTTP; without it nothing is traced, and nothing loaded. */
  readonly endpoint: string | undefined;
  /** The process as its spans name it: an island's name, `router` or `archipelago`. */
  readonly service: string;
  /** Learns of spans that could not be sent. */
  readonly log: Logger;
}

export interface Telemetry {
  /** Sends what was not sent yet; gives up after five seconds. */
  close(): Promise<void>;
}
