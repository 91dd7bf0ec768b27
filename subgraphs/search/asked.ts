import { createHash } from 'node:crypto';
import { z } from 'zod';

/** asked.json: what shoppers ask when they mean a product, of products that such queries are known of. */
export const askedSchema = z.strictObject({
  /** The length of the embedding of a product that no queries are known of, so that it stands beside the others. */
  unknownLength: z.number(),
  /** By the first 16 digits of the SHA-256 of a product's text: what to add to its embedding, base64 of signed bytes. */
  directions: z.record(z.string(), z.string()),
  /** What a byte of a direction stands for. */
  scale: z.number(),
});

export interface Asked {
  readonly unknownLength: number;
  readonly directions: ReadonlyMap<string, Float32Array>;
}

const LARGEST = 127;

export function readAsked({ directions, scale, ...rest }: z.infer<typeof askedSchema>): Asked {
  const read = Object.entries(directions).map(([key, base64]) => {
    const bytes = Buffer.from(base64, 'base64');
    return [key, Float32Array.from(bytes, (_, at) => bytes.readInt8(at) * scale)] as const;
  });
  return { ...rest, directions: new Map(read) };
}

export function writeAsked({ unknownLength, directions }: Asked): z.infer<typeof askedSchema> {
  const largest = Math.max(...Array.from(directions.values(), (vector) => Math.max(...vector.map(Math.abs))), 1e-9);
  const scale = Number((largest / LARGEST).toPrecision(6));
  const written = Array.from(directions, ([key, vector]) => {
    const bytes = Int8Array.from(vector, (value) => Math.max(-LARGEST, Math.min(LARGEST, Math.round(value / scale))));
    return [key, Buffer.from(bytes.buffer).toString('base64')] as const;
  });
  return { unknownLength, scale, directions: Object.fromEntries(written) };
}

export function keyOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** A product's embedding, moved towards what is asked when it is meant. */
export function withAsked(vector: Float32Array, text: string, { unknownLength, directions }: Asked): Float32Array {
  const direction = directions.get(keyOf(text));
  if (direction === undefined) return vector.map((value) => value * unknownLength);
  const moved = vector.map((value, at) => value + (direction[at] ?? 0));
  const length = Math.hypot(...moved) || 1;
  return moved.map((value) => value / length);
}
