import { CodedError } from '../../kit/errors.ts';
import type { Manifest } from '../../kit/model/folder/manifest.ts';
import type { Encoded } from './encoder.ts';
import type { Encoder } from './products/embedProducts.ts';

/** Embeds everything alike, counts what it is asked, and fails or waits as it is told to. */
export class TestEncoder implements Encoder {
  manifest: Manifest;
  asked = 0;
  broken = false;
  /** What it waits for. */
  gate: Promise<void> = Promise.resolve();

  constructor(manifest: Manifest) {
    this.manifest = manifest;
  }

  async predict() {
    this.asked += 1;
    await this.gate;
    if (this.broken) throw new CodedError('OVERLOADED', 'too much');
    const { name, version } = this.manifest;
    const vector = new Float32Array(384).fill(1 / Math.sqrt(384));
    const fusion = { bm25: 0.1, coverage: 0.1, inName: 0.1, meaning: 1, queryThreshold: 0.1, inquiryThreshold: 0.1 };
    const output: Encoded = { vector, fusion };
    return { output, model: { name, version }, confidence: null, degraded: false, predictionId: () => '' };
  }
}
