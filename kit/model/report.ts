import type { Manifest } from './folder/manifest.ts';
import type { DriftReport } from './quality/driftMonitor.ts';
import type { LiveQuality } from './quality/feedbackStore.ts';
import type { Percentiles } from './quality/latencyWindow.ts';

/** How one version of a model does in this process. */
export interface VersionReport {
  readonly version: string;
  /** Share of the predictions that it is sent, 0 to 1. */
  readonly traffic: number;
  readonly ready: boolean;
  /** From call to answer, of the latest answers; null before the first. */
  readonly latency: Percentiles | null;
  /** Items in a batch, on average since it was loaded; null before the first. */
  readonly batchSize: number | null;
  /** Items that wait for a worker. */
  readonly queue: number;
  readonly drift: DriftReport;
  /** What was measured before it was released. */
  readonly quality: Manifest['quality'];
  /** What feedback says since, over all processes; null without any, or when it cannot be read. */
  readonly liveQuality: LiveQuality | null;
}

/** How one model does in this process. */
export interface ModelReport {
  readonly name: string;
  /** Whether it only answers when another cannot. */
  readonly fallback: boolean;
  /** The process that says so: others have figures of their own. */
  readonly instance: string;
  readonly versions: readonly VersionReport[];
}
