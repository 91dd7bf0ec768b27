import type { BuiltModel } from '../builtModel.ts';
import { readTokenizer, readWeights, tokenizerFiles } from './packageFiles.ts';

/**
 * The same encoder with its dense layers in 8-bit integers: half the memory, and a little different. What it saves in
 * time depends on the processor (docs/models/minilm.md). A manifest that names its files must say `batchInvariant: false`.
 */
export const minilmInt8: BuiltModel = {
  name: 'minilm-int8',
  version: '1.0.0',
  files: {
    'encoder.onnx': '631ea7917bad0fce00a39353af30d980e993c8345e376c1d4f4e63f48fe3f4b3',
    ...tokenizerFiles,
  },
  async build(read) {
    const [{ minilmGraph }, { createIntegerProduct }] = await Promise.all([
      import('./encoderGraph.ts'),
      import('./integerProduct.ts'),
    ]);
    return {
      'encoder.onnx': minilmGraph(await readWeights(read), createIntegerProduct()).encode(),
      ...(await readTokenizer(read)),
    };
  },
};
