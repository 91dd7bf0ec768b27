import { type Logger, pino } from 'pino';
import type { LogLevel } from './config.ts';

export type { Logger } from 'pino';

/** JSON lines on stdout for machines; readable lines on stderr when a person watches a terminal. */
export function createLogger(options: { level: LogLevel; service: string; pretty?: boolean }): Logger {
  const base = { level: options.level, base: { service: options.service } };
  return options.pretty === true
    ? pino({
        ...base,
        transport: { target: 'pino-pretty', options: { destination: 2, ignore: 'pid,hostname,service' } },
      })
    : pino(base);
}
