import sharp from 'sharp';
import { badInput } from '../../../kit/errors.ts';
import { type DecodedPicture, decodePicture } from '../../../kit/model/onnx/pictureDecoder.ts';

/** The longer side of what is looked at, in pixels. */
const VIEW_SIDE = 512;

export interface Picture {
  /** As it is shown, in pixels: a camera's orientation is applied. */
  readonly width: number;
  readonly height: number;
  /** At most 512 pixels wide and high, four bytes a pixel: red, green, blue, opacity. */
  readonly view: DecodedPicture;
}

/**
 * Decodes a picture once, for all that is said of it.
 * @throws CodedError `BAD_USER_INPUT` for what is no whole, still JPEG, PNG, WebP, GIF or AVIF picture of at most 10 MB and
 * 40 million pixels: of an animation only one frame would have been looked at.
 */
export async function readPicture(bytes: Uint8Array): Promise<Picture> {
  const view = await decodePicture(bytes, (picture) =>
    picture
      .autoOrient()
      .resize({ width: VIEW_SIDE, height: VIEW_SIDE, fit: 'inside', withoutEnlargement: true, kernel: 'linear' })
      .toColourspace('srgb')
      .ensureAlpha(),
  );
  const { autoOrient, pages = 1 } = await sharp(bytes).metadata();
  if (pages > 1) throw badInput(`Expected a still picture, got an animation of ${pages.toLocaleString('en')} frames.`);
  return { ...autoOrient, view };
}
