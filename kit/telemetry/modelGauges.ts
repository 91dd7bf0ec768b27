import { Gauge } from 'prom-client';
import type { ModelReport, VersionReport } from '../model/report.ts';
import { beforeScrape, metrics } from './metrics.ts';

const labelNames = ['model', 'version'] as const;
const registers = [metrics];

/** `archipelago_model_drift_status` by name. */
const DRIFT_LEVELS: ReadonlyMap<string, number> = new Map([
  ['STABLE', 0],
  ['WARN', 1],
  ['ALERT', 2],
]);

/** Each metric and what of a version's report it shows; null shows nothing. */
const GAUGES: readonly (readonly [name: string, help: string, read: (version: VersionReport) => number | null])[] = [
  ['pending_requests', 'Items that wait for a worker.', ({ queue }) => queue],
  ['ready', '1 when there is a worker to run it, else 0.', ({ ready }) => Number(ready)],
  ['traffic_share', 'Share of the predictions that the version is sent, 0 to 1.', ({ traffic }) => traffic],
  [
    'drift_status',
    '0 stable, 1 warn, 2 alert; nothing where there is no baseline or there are too few samples.',
    ({ drift }) => DRIFT_LEVELS.get(drift.status) ?? null,
  ],
  ['drift_samples', 'Latest items that drift is told of; below 500 none is.', ({ drift }) => drift.samples],
  ['live_answers', 'Answers that somebody told the right label of.', ({ liveQuality }) => liveQuality?.answers ?? null],
  ['live_accuracy', 'Share of those that had it, 0 to 1.', ({ liveQuality }) => liveQuality?.accuracy ?? null],
  [
    'live_calibration_error',
    'How far confidence and accuracy are apart by what was told, 0 to 1.',
    ({ liveQuality }) => liveQuality?.calibrationError ?? null,
  ],
];

const gauges = GAUGES.map(([name, help, read]) => ({
  gauge: new Gauge({ name: `archipelago_model_${name}`, help, labelNames, registers }),
  read,
}));

const drift = new Gauge({
  name: 'archipelago_model_drift',
  help: 'How far a signal has moved from the baseline, by measure: psi (0.1 warns, 0.25 alerts) or jensen_shannon (0 to 1).',
  labelNames: [...labelNames, 'signal', 'measure'],
  registers,
});

/**
 * Shows at each scrape how the models of a runtime do.
 * @returns what stops it.
 */
export function showModels(runtime: { report(): Promise<readonly ModelReport[]> }): () => void {
  return beforeScrape(async () => {
    const reports = await runtime.report();
    // A version that is no longer served leaves no value behind.
    for (const { gauge } of gauges) gauge.reset();
    drift.reset();
    for (const { name: model, versions } of reports) {
      for (const version of versions) show({ model, version: version.version }, version);
    }
  });
}

function show(labels: Record<(typeof labelNames)[number], string>, report: VersionReport): void {
  for (const { gauge, read } of gauges) {
    const value = read(report);
    if (value !== null) gauge.set(labels, value);
  }
  for (const { signal, psi, jensenShannon } of report.drift.signals) {
    drift.set({ ...labels, signal, measure: 'psi' }, psi);
    drift.set({ ...labels, signal, measure: 'jensen_shannon' }, jensenShannon);
  }
}
