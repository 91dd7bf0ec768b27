import { Tensor } from 'onnxruntime-node';
import { defineModel } from '../../../kit/model/defineModel.ts';
import { openOnnxSession } from '../../../kit/model/onnx/onnxSession.ts';
import { createPictureDecoder } from '../../../kit/model/onnx/pictureDecoder.ts';

/** Of the picture that the detector sees, in pixels. */
const SIDE = 320;
/** PaddleOCR takes a pixel for text past this probability. */
const TEXT = 0.3;
/** PP-OCRv4's own mean and deviation of the colours. */
const decode = createPictureDecoder({
  width: SIDE,
  height: SIDE,
  fit: 'contain',
  layout: 'CHW',
  mean: [0.485, 0.456, 0.406],
  std: [0.229, 0.224, 0.225],
});

/** A white pixel. */
const SMALLEST = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAACklEQVQImWP4DwABAQEADeY2wwAAAABJRU5ErkJggg==',
  'base64',
);

/** Share of a picture's pixels, 0 to 1, that are text: a JPEG, PNG, WebP, GIF or AVIF in, a number out. */
export default defineModel<Uint8Array, number>({
  warmUp: [SMALLEST],
  async load(folder) {
    const session = await openOnnxSession(folder, 'detector.onnx');
    return {
      async predict(pictures) {
        const decoded: (Float32Array | Error)[] = [];
        // One after the other: the runtime's workers are the parallelism.
        for (const picture of pictures) decoded.push(await decode(picture).catch(asError));
        const good = decoded.filter((one) => one instanceof Float32Array);
        const shares = good.length === 0 ? [] : await detect(good);
        const results = shares.values();
        return decoded.map((one) => (one instanceof Error ? one : { output: results.next().value ?? 0, signals: {} }));
      },
    };

    async function detect(batch: readonly Float32Array[]): Promise<readonly number[]> {
      const input = new Float32Array(batch.length * 3 * SIDE * SIDE);
      for (const [index, picture] of batch.entries()) input.set(picture, index * picture.length);
      const { 'sigmoid_0.tmp_0': output } = await session.run({
        x: new Tensor('float32', input, [batch.length, 3, SIDE, SIDE]),
      });
      if (!(output?.data instanceof Float32Array)) throw new Error('The detector’s output is not float32.');
      const { data } = output;
      const size = data.length / batch.length;
      return batch.map(
        (_, row) => data.subarray(row * size, (row + 1) * size).filter((value) => value > TEXT).length / size,
      );
    }
  },
});

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
