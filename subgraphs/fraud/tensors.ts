import type { TensorMapping, TensorRow } from '../../kit/model/tensors.ts';
import { FEATURES, type Features, featuresFrom } from './features/names.ts';
import type { Risk } from './risk.ts';

const toUtf8 = new TextEncoder();

/** Fraud by the Open Inference Protocol: the features in, NaN where one is missing; score, decision and contributions out. */
export const tensors: TensorMapping<Features, Risk> = {
  inputs: [{ name: 'features', datatype: 'FP32', shape: [FEATURES.length] }],
  outputs: [
    { name: 'score', datatype: 'FP32', shape: [] },
    { name: 'decision', datatype: 'BYTES', shape: [] },
    { name: 'contributions', datatype: 'FP32', shape: [FEATURES.length] },
  ],
  toItem: ({ features: row }) => featuresFrom((_, place) => valueAt(row, place)),
  toRows: ({ score, decision, contributions }) => ({
    score: [score],
    decision: [toUtf8.encode(decision)],
    contributions,
  }),
};

function valueAt(row: TensorRow | undefined, place: number): number | null {
  const value = row?.[place];
  return typeof value === 'number' && !Number.isNaN(value) ? value : null;
}
