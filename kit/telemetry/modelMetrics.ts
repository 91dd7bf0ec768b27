import { Counter, Histogram } from 'prom-client';
import type { ModelObserver } from '../model/batchReport.ts';
import { metrics } from './metrics.ts';

const labelNames = ['model', 'version'] as const;

const batchSize = new Histogram({
  name: 'archipelago_model_batch_size',
  help: 'Items that a worker predicted together.',
  labelNames,
  buckets: [1, 2, 4, 8, 16, 32, 64, 128],
  registers: [metrics],
});

const queueDuration = new Histogram({
  name: 'archipelago_model_queue_duration_seconds',
  help: 'How long the item of a batch that waited longest had waited for a free worker.',
  labelNames,
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [metrics],
});

const runDuration = new Histogram({
  name: 'archipelago_model_run_duration_seconds',
  help: 'How long a worker took for a batch, tokenising or decoding included.',
  labelNames,
  buckets: [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  registers: [metrics],
});

const items = new Counter({
  name: 'archipelago_model_predictions_total',
  help: 'Items by what became of them: success, failure, or refused because too many waited.',
  labelNames: [...labelNames, 'outcome'],
  registers: [metrics],
});

/** Turns what the model runtime tells into metrics. */
export const modelMetrics: ModelObserver = {
  onBatch: ({ model, version, items: size, failedItems, waitingSince, startedAt, endedAt, failure }) => {
    const labels = { model, version };
    const failed = failure ? size : failedItems;
    batchSize.observe(labels, size);
    // Both ends of the queue are read from different threads' clocks.
    queueDuration.observe(labels, Math.max(0, startedAt - waitingSince) / 1_000);
    runDuration.observe(labels, (endedAt - startedAt) / 1_000);
    items.inc({ ...labels, outcome: 'success' }, size - failed);
    items.inc({ ...labels, outcome: 'failure' }, failed);
  },
  onRefusal: (labels) => items.inc({ ...labels, outcome: 'refused' }),
};
