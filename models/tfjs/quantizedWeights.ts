import { z } from 'zod';

/** The part of a TensorFlow.js graph model's model.json that says where each weight lies in its one binary shard. */
const modelJson = z.object({
  weightsManifest: z.tuple([
    z.object({
      weights: z.array(
        z.object({
          name: z.string(),
          shape: z.array(z.number().int().nonnegative()),
          dtype: z.enum(['float32', 'int32']),
          quantization: z.object({ dtype: z.literal('uint8'), min: z.number(), scale: z.number() }).optional(),
        }),
      ),
    }),
  ]),
});

/** value = data[i] × scale + min */
export interface QuantizedWeight {
  readonly shape: readonly number[];
  readonly data: Uint8Array;
  readonly scale: number;
  readonly min: number;
}

/**
 * Reads the uint8-quantised weights of a TensorFlow.js graph model by name; other tensors are skipped.
 * @throws when the shard is not as long as model.json says.
 */
export function readTfjsWeights(json: string, shard: Uint8Array): ReadonlyMap<string, QuantizedWeight> {
  const [{ weights }] = modelJson.parse(JSON.parse(json)).weightsManifest;
  const found = new Map<string, QuantizedWeight>();
  let offset = 0;
  for (const { name, shape, quantization } of weights) {
    const bytes = shape.reduce((product, size) => product * size, 1) * (quantization ? 1 : 4);
    const data = shard.subarray(offset, offset + bytes);
    if (quantization) found.set(name, { shape, data, scale: quantization.scale, min: quantization.min });
    offset += bytes;
  }
  if (offset !== shard.length) {
    throw new Error(`model.json describes ${offset} bytes of weights, but the shard has ${shard.length}.`);
  }
  return found;
}
