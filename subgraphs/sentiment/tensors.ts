import { badInput } from '../../kit/errors.ts';
import type { TensorMapping } from '../../kit/model/tensors.ts';
import type { Judgement } from './judgement.ts';

/** The longest text that is taken, in characters. */
export const MAX_CHARACTERS = 10_000;

const utf8 = new TextDecoder('utf-8', { fatal: true });
const toUtf8 = new TextEncoder();

/** Sentiment by the Open Inference Protocol: a text in; its label, score and confidence out. */
export const tensors: TensorMapping<string, Judgement> = {
  inputs: [{ name: 'text', datatype: 'BYTES', shape: [] }],
  outputs: [
    { name: 'label', datatype: 'BYTES', shape: [] },
    { name: 'score', datatype: 'FP32', shape: [] },
    { name: 'confidence', datatype: 'FP32', shape: [] },
  ],
  toItem: (rows) => {
    const bytes = rows.text?.[0];
    const text = bytes instanceof Uint8Array ? decode(bytes) : '';
    if (text.length <= MAX_CHARACTERS) return text;
    throw badInput(`text: expected at most ${MAX_CHARACTERS} characters, got ${text.length}.`, 'text');
  },
  toRows: ({ label, score, confidence }) => ({
    label: [toUtf8.encode(label)],
    score: [score],
    confidence: [confidence],
  }),
};

function decode(bytes: Uint8Array): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw badInput('text: expected UTF-8, got bytes that are not.', 'text');
  }
}
