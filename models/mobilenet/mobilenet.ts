import type { BuiltModel } from '../builtModel.ts';

/**
 * MobileNetV2 (width 1.4, 224 pixels) as the npm package nsfwjs has it (MIT): taught by photographs of ImageNet, then to
 * tell pictures that are not for everybody. Converted from TensorFlow.js, which nothing needs at run time.
 */
export const mobilenet: BuiltModel = {
  name: 'mobilenet',
  version: '1.0.0',
  files: { 'mobilenet.onnx': 'cf6c29e132259eae16d7e552781dfedbda862e9cfb1ef2c757016761aa0d99e1' },
  async build(read) {
    const [{ readGraph }, { pictureGraph }] = await Promise.all([
      import('./packageFiles.ts'),
      import('./pictureGraph.ts'),
    ]);
    return { 'mobilenet.onnx': pictureGraph(await readGraph(read)).encode() };
  },
};
