/** Of MiniLM. */
export const DIMENSIONS = 384;

/** A vector in signed bytes: a quarter of its size, for an error of a likeness of about 0.001. */
export interface Quantised {
  /** What a byte stands for. */
  readonly scale: number;
  readonly bytes: Int8Array;
}

const LARGEST = 127;

export function quantise(vector: Float32Array): Quantised {
  const largest = vector.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  // As it is stored, so that who reads it again has the same.
  const scale = Math.fround((largest || 1) / LARGEST);
  return { scale, bytes: Int8Array.from(vector, (value) => Math.round(value / scale)) };
}

/** As it is stored: the scale as float32, little-endian, then the bytes. */
export function toStored({ scale, bytes }: Quantised): Buffer {
  const stored = Buffer.alloc(4 + bytes.length);
  stored.writeFloatLE(scale, 0);
  stored.set(new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.length), 4);
  return stored;
}

export function fromStored(stored: Uint8Array): Quantised {
  const view = new DataView(stored.buffer, stored.byteOffset, stored.byteLength);
  return {
    scale: view.getFloat32(0, true),
    bytes: Int8Array.from({ length: stored.length - 4 }, (_, at) => view.getInt8(4 + at)),
  };
}
