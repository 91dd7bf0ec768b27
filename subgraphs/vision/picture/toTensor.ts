import sharp from 'sharp';
import type { DecodedPicture } from '../../../kit/model/onnx/pictureDecoder.ts';

/** Of what the network sees, in pixels. */
export const SIDE = 224;
const CHANNELS = 3;
const WHITE = { r: 255, g: 255, b: 255 };

/** The whole picture before white, its proportions kept, as the network takes it: plane by plane, values from 0 to 1. */
export async function toTensor({ data, width, height }: DecodedPicture): Promise<Float32Array> {
  const pixels = await sharp(data, { raw: { width, height, channels: 4 } })
    .flatten({ background: WHITE })
    .resize({ width: SIDE, height: SIDE, fit: 'contain', background: WHITE, kernel: 'linear' })
    .raw({ depth: 'uchar' })
    .toBuffer();
  const plane = SIDE * SIDE;
  const tensor = new Float32Array(CHANNELS * plane);
  for (let channel = 0; channel < CHANNELS; channel++) {
    for (let pixel = 0; pixel < plane; pixel++) {
      tensor[channel * plane + pixel] = (pixels[pixel * CHANNELS + channel] ?? 0) / 255;
    }
  }
  return tensor;
}
