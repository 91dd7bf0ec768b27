import { Counter, Histogram } from 'prom-client';
import type { ModelObserver } from '../model/observer.ts';
import { metrics } from './metrics.ts';

/** In docs/model-runtime.md each stands beside the metric of Triton that means the same. */
const labelNames = ['model', 'version'] as const;
const registers = [metrics];
const buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];

const requests = new Counter({
  name: 'archipelago_model_requests_total',
  help: 'Predictions asked for, by outcome: success, failure, refused (no room or time), late (past the deadline) or cancelled (its caller left).',
  labelNames: [...labelNames, 'outcome'],
  registers,
});

const requestDuration = new Histogram({
  name: 'archipelago_model_request_duration_seconds',
  help: 'From the question to its answer, of those that were answered, known answers included.',
  labelNames,
  buckets,
  registers,
});

const cache = new Counter({
  name: 'archipelago_model_cache_total',
  help: 'Predictions asked for, by whether the answer was known (hit), was under way for another (joined) or neither (miss).',
  labelNames: [...labelNames, 'cache'],
  registers,
});

const fallbacks = new Counter({
  name: 'archipelago_model_fallbacks_total',
  help: 'Predictions that were left to the fallback, by the code of the error that kept the model from answering.',
  labelNames: [...labelNames, 'reason'],
  registers,
});

const inferences = new Counter({
  name: 'archipelago_model_inferences_total',
  help: 'Items that workers predicted, however many at once; known answers do not count.',
  labelNames,
  registers,
});

const executions = new Counter({
  name: 'archipelago_model_executions_total',
  help: 'Batches that workers predicted: where no item fails, inferences divided by executions is the mean batch size.',
  labelNames,
  registers,
});

const batchSize = new Histogram({
  name: 'archipelago_model_batch_size',
  help: 'Items that a worker predicted together.',
  labelNames,
  buckets: [1, 2, 4, 8, 16, 32, 64, 128],
  registers,
});

const queueDuration = new Histogram({
  name: 'archipelago_model_queue_duration_seconds',
  help: 'How long the item of a batch that waited longest had waited for a free worker.',
  labelNames,
  buckets,
  registers,
});

const computeDuration = new Histogram({
  name: 'archipelago_model_compute_duration_seconds',
  help: 'How long a worker took for a batch, tokenising or decoding included.',
  labelNames,
  buckets,
  registers,
});

/** Turns what the model runtime tells into metrics. */
export const modelMetrics: ModelObserver = {
  onPrediction: ({ model, version, outcome, cache: known, ms }) => {
    requests.inc({ model, version, outcome });
    cache.inc({ model, version, cache: known });
    if (outcome === 'success') requestDuration.observe({ model, version }, ms / 1_000);
  },
  onFallback: (labels) => fallbacks.inc(labels),
  onBatch: ({ model, version, items, failedItems, waitingSince, startedAt, endedAt, failure }) => {
    if (failure) return;
    const labels = { model, version };
    batchSize.observe(labels, items);
    // Both ends of the queue are read from different threads' clocks.
    queueDuration.observe(labels, Math.max(0, startedAt - waitingSince) / 1_000);
    computeDuration.observe(labels, (endedAt - startedAt) / 1_000);
    inferences.inc(labels, items - failedItems);
    executions.inc(labels);
  },
};
