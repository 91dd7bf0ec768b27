import { DriftMonitor } from '../quality/driftMonitor.ts';
import { LatencyWindow } from '../quality/latencyWindow.ts';
import type { VersionReport } from '../report.ts';
import type { PooledModel } from '../scheduling/pooledModel.ts';
import type { WorkerPool } from '../scheduling/workerPool.ts';

/** A version of a model that is loaded, and what was seen of it since. */
export class ModelVersion {
  readonly pool: WorkerPool;
  readonly pooled: PooledModel;
  /** Of its manifest: two versions with the same one are the same. */
  readonly digest: string;
  readonly latency = new LatencyWindow();
  readonly drift: DriftMonitor;
  #underWay = 0;
  #onIdle: () => void = () => {};

  constructor(pool: WorkerPool, pooled: PooledModel, digest: string) {
    this.pool = pool;
    this.pooled = pooled;
    this.digest = digest;
    this.drift = new DriftMonitor(pooled.manifest.baseline);
  }

  get version(): string {
    return this.pooled.manifest.version;
  }

  /** Counts a call that it answers; the function it returns ends the call. */
  begin(): () => void {
    this.#underWay += 1;
    return () => {
      this.#underWay -= 1;
      if (this.#underWay === 0) this.#onIdle();
    };
  }

  /** Frees it once every call that it had begun is answered. */
  async retire(): Promise<void> {
    if (this.#underWay > 0) {
      await new Promise<void>((resolve) => {
        this.#onIdle = resolve;
      });
    }
    await this.pool.unload(this.pooled);
  }

  report(): Omit<VersionReport, 'traffic' | 'liveQuality'> {
    const { batches, items } = this.pooled.served;
    return {
      version: this.version,
      ready: this.pool.ready,
      latency: this.latency.percentiles(),
      batchSize: batches === 0 ? null : items / batches,
      queue: this.pool.waiting(this.pooled),
      drift: this.drift.report(),
      quality: this.pooled.manifest.quality,
    };
  }
}
