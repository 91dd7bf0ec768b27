/**
 * onnxruntime-node ships the binaries of every platform (about 290 MB); one of them runs here.
 * Runs after each install, plain JavaScript because nothing else is sure to be there yet.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs';

const binaries = new URL('../node_modules/onnxruntime-node/bin/napi-v6/', import.meta.url);

if (existsSync(new URL(`${process.platform}/${process.arch}/`, binaries))) {
  for (const platform of readdirSync(binaries)) {
    for (const arch of readdirSync(new URL(`${platform}/`, binaries))) {
      if (platform === process.platform && arch === process.arch) continue;
      rmSync(new URL(`${platform}/${arch}`, binaries), { recursive: true });
    }
  }
}
