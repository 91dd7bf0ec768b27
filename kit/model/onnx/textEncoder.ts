import { Tokenizer } from '@huggingface/tokenizers';
import { type InferenceSession, Tensor } from 'onnxruntime-node';
import type { ModelFolder } from '../defineModel.ts';
import { groupByLength } from './groupByLength.ts';
import { openOnnxSession } from './onnxSession.ts';

const UNKNOWN = '[UNK]';
/** The first and the last of every text. */
const SPECIAL_TOKENS = 2;

export interface TextEncoderOptions {
  /** Name of the encoder's output, whose first dimension is the batch. */
  readonly output: string;
  /** Longer texts are cut to this many tokens, the first and last special ones included. */
  readonly maxTokens: number;
}

export interface Encoding {
  /** The encoder's output for this text, end to end. */
  readonly vector: Float32Array;
  /** Tokens that were read, the special ones included. */
  readonly tokens: number;
  /** Share of the text's tokens that the vocabulary does not have, 0 to 1. */
  readonly unknownTokens: number;
  /** The encoder's output `norm`: the length of the text's embedding before it is set to 1. */
  readonly norm: number;
}

/** Turns texts into vectors with a BERT-like encoder, one encoding a text, in order. */
export type TextEncoder = (texts: readonly string[]) => Promise<readonly Encoding[]>;

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
  const unknown = tokenizer.token_to_id(UNKNOWN);
  const { batchInvariant = true } = folder.manifest;

  const tokenize = (text: string): number[] => {
    const { ids } = tokenizer.encode(text);
    const last = ids.at(-1);
    return ids.length <= maxTokens || last === undefined ? ids : [...ids.slice(0, maxTokens - 1), last];
  };

  const run = async (batch: readonly (readonly number[])[], width: number): Promise<readonly Encoding[]> => {
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
      [output, 'norm'],
    );
    const vectors = float32(results, output);
    const norms = float32(results, 'norm');
    const size = vectors.length / batch.length;
    return batch.map((tokens, row) => ({
      vector: vectors.slice(row * size, (row + 1) * size),
      tokens: tokens.length,
      unknownTokens: tokens.filter((id) => id === unknown).length / Math.max(1, tokens.length - SPECIAL_TOKENS),
      norm: norms[row] ?? Number.NaN,
    }));
  };

  return async (texts) => {
    const tokens = texts.map(tokenize);
    const lengths = tokens.map((ids) => ids.length);
    const groups = batchInvariant
      ? groupByLength(lengths)
      : lengths.map((length, index) => ({ length, members: [index] }));
    const encodings = new Array<Encoding>(texts.length);
    for (const { members, length } of groups) {
      const batch = await run(
        members.map((index) => tokens[index] ?? []),
        length,
      );
      for (const [row, index] of members.entries()) {
        const encoding = batch[row];
        if (encoding) encodings[index] = encoding;
      }
    }
    return encodings;
  };
}

function float32(results: Awaited<ReturnType<InferenceSession['run']>>, name: string): Float32Array {
  const data = results[name]?.data;
  if (data instanceof Float32Array) return data;
  throw new Error(`The encoder's output ${name} is not float32.`);
}
