import { FEATURES, type Features } from './names.ts';

/** As the trees take it: float32, NaN where there is no value. */
export function toVector(features: Features): Float32Array {
  return Float32Array.from(FEATURES, (feature) => features[feature] ?? Number.NaN);
}
