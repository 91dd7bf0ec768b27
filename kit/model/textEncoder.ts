import { Tokenizer } from '@huggingface/tokenizers';
import { Tensor } from 'onnxruntime-node';
import type { ModelFolder } from './defineModel.ts';
import { groupByLength } from './groupByLength.ts';
import { openOnnxSession } from './onnxSession.ts';

export interface TextEncoderOptions {
  /** Name of the encoder's output, whose first dimension is the batch. */
  readonly output: string;
  /** Longer texts are cut to this many tokens, the first and last special ones included. */
  readonly maxTokens: number;
}

/** Turns texts into vectors with a BERT-like encoder: float32 vectors, one a text, in order. */
export type TextEncoder = (texts: readonly string[]) => Promise<readonly Float32Array[]>;

/**
 * Loads `encoder.onnx`, `tokenizer.json` and `tokenizer_config.json` of a model folder.
 * A text's vector is the same alone and in any batch, to about 1e-6.
 * @throws CodedError `MODEL_UNAVAILABLE`
 */
export async function loadTextEncoder(
  folder: ModelFolder,
  { output, maxTokens }: TextEncoderOptions,
): Promise<TextEncoder> {
  const [session, tokenizerJson, configJson] = await Promise.all([
    openOnnxSession(folder, 'encoder.onnx'),
    folder.read('tokenizer.json'),
    folder.read('tokenizer_config.json'),
  ]);
  const tokenizer = new Tokenizer(JSON.parse(tokenizerJson.toString()), JSON.parse(configJson.toString()));

  const tokenize = (text: string): number[] => {
    const { ids } = tokenizer.encode(text);
    const last = ids.at(-1);
    return ids.length <= maxTokens || last === undefined ? ids : [...ids.slice(0, maxTokens - 1), last];
  };

  const run = async (batch: readonly (readonly number[])[], width: number): Promise<readonly Float32Array[]> => {
    const shape = [batch.length, width];
    const ids = new BigInt64Array(batch.length * width);
    const mask = new BigInt64Array(batch.length * width);
    for (const [row, tokens] of batch.entries()) {
      for (const [column, token] of tokens.entries()) {
        ids[row * width + column] = BigInt(token);
        mask[row * width + column] = 1n;
      }
    }
    const results = await session.run(
      {
        input_ids: new Tensor('int64', ids, shape),
        attention_mask: new Tensor('int64', mask, shape),
        token_type_ids: new Tensor('int64', new BigInt64Array(ids.length), shape),
      },
      [output],
    );
    const data = results[output]?.data;
    if (!(data instanceof Float32Array)) throw new Error(`The encoder's output ${output} is not float32.`);
    const size = data.length / batch.length;
    return batch.map((_, row) => data.slice(row * size, (row + 1) * size));
  };

  return async (texts) => {
    const tokens = texts.map(tokenize);
    const vectors = new Array<Float32Array>(texts.length);
    for (const group of groupByLength(tokens.map((ids) => ids.length))) {
      const batch = group.members.map((index) => tokens[index] ?? []);
      const results = await run(batch, group.length);
      for (const [row, index] of group.members.entries()) vectors[index] = results[row] ?? new Float32Array();
    }
    return vectors;
  };
}
