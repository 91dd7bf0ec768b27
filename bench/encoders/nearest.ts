import { type Encoding, loadTextEncoder } from '../../kit/model/onnx/textEncoder.ts';
import type { BuiltModel } from '../../models/builtModel.ts';
import { encoderFolder } from '../../models/minilm/encoderFolder.ts';

/** As the sentiment model has it. */
const MAX_TOKENS = 256;

/** The embeddings of texts, each of length 1, by one form of the encoder. */
export async function embed(form: BuiltModel, texts: readonly string[]): Promise<readonly Float32Array[]> {
  return (await encode(form, texts, 'embedding')).map(({ vector }) => vector);
}

/** The encoder's output `output` of texts. */
export async function encode(
  form: BuiltModel,
  texts: readonly string[],
  output: 'embedding' | 'blocks',
): Promise<readonly Encoding[]> {
  const encoder = await loadTextEncoder(encoderFolder(form), { output, maxTokens: MAX_TOKENS });
  return encoder(texts);
}

/** The indices of the documents, the most like the query first. */
export function nearest(query: Float32Array, documents: readonly Float32Array[]): readonly number[] {
  return documents
    .map((document, index) => ({ index, likeness: cosine(query, document) }))
    .sort((a, b) => b.likeness - a.likeness)
    .map(({ index }) => index);
}

/** Cosine of two vectors of length 1. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
