import type { DecodedPicture } from '../../../kit/model/onnx/pictureDecoder.ts';

/** Of each of red, green and blue. */
const STEPS = 4;
const OPAQUE = 128;
const CHANNELS = 4;

/**
 * How much of each of 64 colours a picture has, where it is not transparent: the roots of the shares, so that the product of two
 * histograms is their Bhattacharyya coefficient, 1 for equal ones.
 */
export function colorHistogram({ data }: DecodedPicture): Float32Array {
  const counts = new Float32Array(STEPS ** 3);
  let pixels = 0;
  for (let place = 0; place < data.length; place += CHANNELS) {
    if ((data[place + 3] ?? 0) < OPAQUE) continue;
    const bin = (step(data[place]) * STEPS + step(data[place + 1])) * STEPS + step(data[place + 2]);
    counts[bin] = (counts[bin] ?? 0) + 1;
    pixels += 1;
  }
  return counts.map((count) => Math.sqrt(count / Math.max(pixels, 1)));
}

function step(value = 0): number {
  return (value * STEPS) >> 8;
}
