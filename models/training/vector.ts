/** Mostly zeros: `values[i]` stands at `indices[i]`; no index twice. */
export interface SparseVector {
  readonly indices: Uint32Array;
  readonly values: Float32Array;
}

export type Vector = Float32Array | Float64Array | SparseVector;

/** Sum of the products with `dense`, over the places that the vector has. */
export function dot(vector: Vector, dense: Float64Array): number {
  let sum = 0;
  if ('indices' in vector) {
    const { indices, values } = vector;
    for (let i = 0; i < indices.length; i++) sum += (values[i] ?? 0) * (dense[indices[i] ?? 0] ?? 0);
  } else {
    for (let i = 0; i < vector.length; i++) sum += (vector[i] ?? 0) * (dense[i] ?? 0);
  }
  return sum;
}

/** Adds `factor` times the vector to `dense`, in place. */
export function addScaled(dense: Float64Array, vector: Vector, factor: number): void {
  if ('indices' in vector) {
    const { indices, values } = vector;
    for (let i = 0; i < indices.length; i++) {
      const place = indices[i] ?? 0;
      dense[place] = (dense[place] ?? 0) + factor * (values[i] ?? 0);
    }
  } else {
    for (let i = 0; i < vector.length; i++) dense[i] = (dense[i] ?? 0) + factor * (vector[i] ?? 0);
  }
}
