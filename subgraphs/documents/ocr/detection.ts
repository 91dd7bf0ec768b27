import { Tensor } from 'onnxruntime-node';
import sharp from 'sharp';
import type { ModelFolder } from '../../../kit/model/defineModel.ts';
import { openOnnxSession } from '../../../kit/model/onnx/onnxSession.ts';
import { type Grey, turnedLeft } from './grey.ts';
import { scaled } from './textBox.ts';
import { type FoundBox, type FoundText, findTextBoxes } from './textBoxes.ts';

/** The longer side of the picture that the detector sees: letters of a page of A4 are 8 pixels high in it, which is enough. */
const LONGER_SIDE = 960;
/** Both sides are multiples of it. */
const STEP = 32;
/** What the model learned with, of values from 0 to 1. */
const MEAN = [0.485, 0.456, 0.406];
const STD = [0.229, 0.224, 0.225];

/** A page that does not lie on its side, and the lines of text on it. */
export interface DetectedPage {
  readonly page: Grey;
  readonly boxes: readonly FoundBox[];
  /** How many quarter turns to the left the page was given. */
  readonly quarters: 0 | 1;
}

/** Finds the lines of text on a page. One that lies on its side is set up and looked at again: lines that go up are found worse. */
export type Detect = (page: Grey) => Promise<DetectedPage>;

export async function loadDetection(folder: ModelFolder): Promise<Detect> {
  const session = await openOnnxSession(folder, 'detector.onnx');
  const [input = 'x'] = session.inputNames;
  const [output = ''] = session.outputNames;

  const find = async (page: Grey): Promise<FoundText> => {
    const factor = LONGER_SIDE / Math.max(page.width, page.height);
    const [width, height] = [toStep(page.width * factor), toStep(page.height * factor)];
    const pixels = await sharp(page.pixels, { raw: { width: page.width, height: page.height, channels: 1 } })
      .resize({ width, height, fit: 'contain', position: 'left top', background: 'white', kernel: 'linear' })
      .toColourspace('b-w')
      .raw({ depth: 'uchar' })
      .toBuffer();
    const plane = width * height;
    const values = new Float32Array(3 * plane);
    for (const [channel, mean] of MEAN.entries()) {
      const std = STD[channel] ?? 1;
      for (let place = 0; place < plane; place++) {
        values[channel * plane + place] = ((pixels[place] ?? 0) / 255 - mean) / std;
      }
    }
    const { [output]: result } = await session.run({ [input]: new Tensor('float32', values, [1, 3, height, width]) });
    if (!(result?.data instanceof Float32Array)) throw new Error('The detector gave no probabilities.');
    const { boxes, onSide } = findTextBoxes(result.data, width);
    return { boxes: boxes.map((box) => ({ ...box, ...scaled(box, 1 / factor) })), onSide };
  };

  return async (page) => {
    const { boxes, onSide } = await find(page);
    if (!onSide) return { page, boxes, quarters: 0 };
    const upright = turnedLeft(page);
    return { page: upright, boxes: (await find(upright)).boxes, quarters: 1 };
  };
}

function toStep(length: number): number {
  return Math.ceil(length / STEP) * STEP;
}
