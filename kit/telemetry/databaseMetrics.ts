import { Histogram } from 'prom-client';
import { metrics } from './metrics.ts';

const queryDuration = new Histogram({
  name: 'archipelago_database_query_duration_seconds',
  help: 'From sending a statement until its rows are parsed, by kind of database and outcome.',
  labelNames: ['database', 'outcome'],
  buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5],
  registers: [metrics],
});

/** Starts the clock of one statement. */
export function observeQuery(database: 'pglite' | 'postgres'): (outcome: 'success' | 'failure') => void {
  const stop = queryDuration.startTimer({ database });
  return (outcome) => stop({ outcome });
}
