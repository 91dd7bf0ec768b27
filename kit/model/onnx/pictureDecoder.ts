import sharp, { type Sharp } from 'sharp';
import { badInput, CodedError } from '../../errors.ts';
import { MAX_PICTURE_BYTES, pictureFormat } from './pictureFormat.ts';

// For the whole process: the runtime's workers are the parallelism, and no picture comes twice.
sharp.concurrency(1);
sharp.cache(false);

/** The largest picture that is decoded, whatever its file's size: a small file can hold a huge picture. */
export const MAX_PICTURE_PIXELS = 40_000_000;
const TIME_LIMIT_SECONDS = 10;
const CHANNELS = 3;

/** Red, green and blue. */
export type Rgb = readonly [red: number, green: number, blue: number];

export interface PictureInput {
  /** In pixels. */
  readonly width: number;
  readonly height: number;
  /**
   * - `stretch`: the whole picture, its proportions lost.
   * - `cover`: its middle, its proportions kept.
   * - `contain`: the whole picture in the middle, its proportions kept, the rest filled with `background`.
   */
  readonly fit: 'stretch' | 'cover' | 'contain';
  /** Whether a colour's plane (`CHW`) or a pixel (`HWC`) stands together. */
  readonly layout: 'CHW' | 'HWC';
  /** Of values from 0 to 1: each becomes (value - mean) / std. */
  readonly mean: Rgb;
  readonly std: Rgb;
  /** What shows behind transparent pixels and beside contained ones, 0 to 255; white by default. */
  readonly background?: Rgb;
}

/**
 * Makes one picture's part of a model's input of its file's bytes: float32 of width × height × 3.
 * @throws CodedError `BAD_USER_INPUT` for what is no whole JPEG, PNG, WebP, GIF or AVIF picture of at most 10 MB and
 * 40 million pixels.
 */
export type PictureDecoder = (bytes: Uint8Array) => Promise<Float32Array>;

export interface DecodedPicture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/**
 * Prepares to decode pictures for a model. Of an animation the first frame is read; a camera's orientation (EXIF) is
 * applied, colours become sRGB. Pictures are scaled bilinearly over all pixels that fall on one.
 */
export function createPictureDecoder({
  width,
  height,
  fit,
  layout,
  mean,
  std,
  background: [r, g, b] = [255, 255, 255],
}: PictureInput): PictureDecoder {
  const size = { width, height, fit: fit === 'stretch' ? 'fill' : fit, background: { r, g, b } } as const;
  const tables = CHANNEL_INDICES.map((channel) =>
    Float32Array.from({ length: 256 }, (_, value) => (value / 255 - mean[channel]) / std[channel]),
  );

  return async (bytes) => {
    const { data: pixels } = await decodePicture(bytes, (picture) =>
      picture
        .autoOrient()
        .resize({ ...size, kernel: 'linear' })
        .flatten({ background: size.background })
        .toColourspace('srgb'),
    );
    const tensor = new Float32Array(pixels.length);
    const plane = width * height;
    const [step, stride] = layout === 'CHW' ? [plane, 1] : [1, CHANNELS];
    for (const [channel, table] of tables.entries()) {
      for (let pixel = 0; pixel < plane; pixel++) {
        tensor[channel * step + pixel * stride] = table[pixels[pixel * CHANNELS + channel] ?? 0] ?? 0;
      }
    }
    return tensor;
  };
}

const CHANNEL_INDICES = [0, 1, 2] as const;

/**
 * Decodes a picture within all limits, its first frame, and has it transformed.
 * @returns its pixels, row by row, a byte for each channel.
 * @throws CodedError as a `PictureDecoder` does.
 */
export async function decodePicture(bytes: Uint8Array, transform: (picture: Sharp) => Sharp): Promise<DecodedPicture> {
  if (!(bytes instanceof Uint8Array)) throw badInput(`Expected the bytes of a picture, got ${typeof bytes}.`);
  if (bytes.length > MAX_PICTURE_BYTES) {
    throw badInput(
      `Expected a picture of at most ${MAX_PICTURE_BYTES / 1e6} MB, got ${(bytes.length / 1e6).toFixed(1)} MB.`,
    );
  }
  const format = pictureFormat(bytes);
  if (format === null) {
    throw badInput(
      `Expected a JPEG, PNG, WebP, GIF or AVIF picture, got ${bytes.length === 0 ? 'no bytes' : 'bytes that are none of them'}.`,
    );
  }
  try {
    const picture = sharp(bytes, { failOn: 'error', limitInputPixels: MAX_PICTURE_PIXELS, pages: 1 });
    const limited = transform(picture).timeout({ seconds: TIME_LIMIT_SECONDS }).raw({ depth: 'uchar' });
    const { data, info } = await limited.toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height };
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : '';
    const message = reason.includes('pixel limit')
      ? `Expected a picture of at most ${MAX_PICTURE_PIXELS / 1e6} million pixels, got a ${format} picture of more.`
      : `Expected a whole ${format} picture, got one that is broken or cut off.`;
    throw new CodedError('BAD_USER_INPUT', message, { cause });
  }
}
