import { CodedError } from '../../kit/errors.ts';
import type { Manifest } from '../../kit/model/folder/manifest.ts';
import type { Encoder } from './articles/embedPassages.ts';

/** Embeds everything alike, counts what it is asked, and fails or waits as it is told to. */
export class TestEncoder implements Encoder {
  readonly manifest: Manifest;
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
    const output = new Float32Array(384).fill(1 / Math.sqrt(384));
    return { output, model: { name, version }, confidence: null, degraded: false, predictionId: () => '' };
  }
}
