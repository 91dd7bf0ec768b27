/** What a value's header, or a property's key, takes beside its content; V8's own figures are about this. */
const OVERHEAD_BYTES = 16;

/**
 * About how many bytes a model's output takes in memory.
 * @throws Error for a number that is none (NaN) or infinite: no client could be sent it.
 */
export function weigh(value: unknown): number {
  if (typeof value === 'number') {
    if (!Number.isFinite(value)) throw new Error(`The model's output has ${value} where a number should be.`);
    return OVERHEAD_BYTES;
  }
  if (typeof value === 'string') return OVERHEAD_BYTES + 2 * value.length;
  if (value === null || typeof value !== 'object') return OVERHEAD_BYTES;
  if (ArrayBuffer.isView(value)) {
    if ((value instanceof Float32Array || value instanceof Float64Array) && !value.every(Number.isFinite)) {
      throw new Error("The model's output has NaN or infinity where numbers should be.");
    }
    return OVERHEAD_BYTES + value.byteLength;
  }
  let bytes = OVERHEAD_BYTES;
  for (const part of Object.values(value)) bytes += OVERHEAD_BYTES + weigh(part);
  return bytes;
}
