import { Tensor } from 'onnxruntime-node';
import type { ModelFolder } from '../../../kit/model/defineModel.ts';
import { openOnnxSession } from '../../../kit/model/onnx/onnxSession.ts';
import { cutOut } from './cutOut.ts';
import type { Grey } from './grey.ts';
import { type TextBox, turned } from './textBox.ts';

const HEIGHT = 48;
const WIDTH = 192;
/** Lines that are asked: together they are surer than any. */
const VOTES = 8;
/** A probability of 0 or 1 would outvote all others. */
const LEAST = 1e-3;

/** Turns the boxes of a page by half a turn if it stands on its head. */
export type Straighten = <Box extends TextBox>(page: Grey, boxes: readonly Box[]) => Promise<readonly Box[]>;

export async function loadDirection(folder: ModelFolder): Promise<Straighten> {
  const session = await openOnnxSession(folder, 'direction.onnx');
  const [input = 'x'] = session.inputNames;
  const [output = ''] = session.outputNames;
  return async (page, boxes) => {
    const asked = boxes.toSorted((a, b) => b.width / b.height - a.width / a.height).slice(0, VOTES);
    let upright = 0;
    for (const box of asked) {
      // The middle of a long line: one that is narrowed to the width says nothing, or the wrong thing.
      const part = { ...box, width: Math.min(box.width, (box.height * WIDTH) / HEIGHT) };
      const values = toValues(cutOut(page, part, { height: HEIGHT, mostWide: WIDTH }));
      const { [output]: result } = await session.run({ [input]: new Tensor('float32', values, [1, 3, HEIGHT, WIDTH]) });
      const [right = 0, wrong = 0] = result?.data instanceof Float32Array ? result.data : [];
      upright += Math.log(Math.max(LEAST, right) / Math.max(LEAST, wrong));
    }
    return upright >= 0 ? boxes : boxes.map((box) => ({ ...box, ...turned(box, 2) }));
  };
}

function toValues({ width, height, pixels }: Grey): Float32Array {
  const values = new Float32Array(3 * HEIGHT * WIDTH);
  for (let channel = 0; channel < 3; channel++) {
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        values[(channel * HEIGHT + y) * WIDTH + x] = (pixels[y * width + x] ?? 0) / 127.5 - 1;
      }
    }
  }
  return values;
}
