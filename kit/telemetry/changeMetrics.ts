import { Counter, Gauge } from 'prom-client';
import { metrics } from './metrics.ts';

const labelNames = ['consumer', 'entity'] as const;
const registers = [metrics];

export const changesSettled = new Counter({
  name: 'archipelago_projection_changes_total',
  help: 'Changes that this process was done with, by outcome: applied, or outdated by a newer version.',
  labelNames: [...labelNames, 'outcome'],
  registers,
});

export const changesFailed = new Counter({
  name: 'archipelago_projection_failures_total',
  help: 'Times that this process could not apply a change.',
  labelNames,
  registers,
});

interface ShownLag {
  readonly consumer: string;
  readonly entity: string;
  readonly waiting: number;
  readonly oldestMs: number;
  readonly failing: number;
  readonly rebuilding: boolean;
}

/** Each gauge of a projection, whichever process keeps it, and what of its lag it shows. */
const GAUGES: readonly (readonly [name: string, help: string, read: (lag: ShownLag) => number])[] = [
  ['lag_changes', 'Changes that are published and not applied.', ({ waiting }) => waiting],
  ['lag_seconds', 'The age of the oldest of them; 0 when there is none.', ({ oldestMs }) => oldestMs / 1_000],
  ['failing_changes', 'Those that could not be applied and are tried again.', ({ failing }) => failing],
  ['rebuilding', '1 until it is built from the graph of its owner, else 0.', ({ rebuilding }) => Number(rebuilding)],
];

const gauges = GAUGES.map(([name, help, read]) => ({
  gauge: new Gauge({ name: `archipelago_projection_${name}`, help, labelNames, registers }),
  read,
}));

/** Shows the lags of all projections that there are. */
export function showLags(lags: readonly ShownLag[]): void {
  for (const { gauge, read } of gauges) {
    // A consumer that was forgotten leaves no value behind.
    gauge.reset();
    for (const lag of lags) gauge.set({ consumer: lag.consumer, entity: lag.entity }, read(lag));
  }
}
