import { type InferenceSession, Tensor } from 'onnxruntime-node';
import type { ModelFolder } from '../../kit/model/defineModel.ts';
import { openOnnxSession } from '../../kit/model/onnx/onnxSession.ts';
import type { DecodedPicture } from '../../kit/model/onnx/pictureDecoder.ts';
import { SIDE, toTensor } from './picture/toTensor.ts';

/** What MobileNetV2 says of a picture. */
export interface NetworkOutput {
  /** Probabilities, in the order of `MODERATION_LABELS`. */
  readonly classes: Float32Array;
  /** 1,792 numbers from 0 to 6, by which it tells the classes; they tell more. */
  readonly features: Float32Array;
}

export type Network = (view: DecodedPicture) => Promise<NetworkOutput>;

export async function openNetwork(folder: ModelFolder): Promise<Network> {
  const session = await openOnnxSession(folder, 'mobilenet.onnx');
  return async (view) => {
    const pictures = new Tensor('float32', await toTensor(view), [1, 3, SIDE, SIDE]);
    const { classes, features } = await session.run({ pictures });
    return { classes: floats(classes), features: floats(features) };
  };
}

function floats(tensor: InferenceSession.OnnxValueMapType[string] | undefined): Float32Array {
  if (tensor?.data instanceof Float32Array) return tensor.data;
  throw new TypeError('The network gives no float32.');
}
