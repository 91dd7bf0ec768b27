import type { DecodedPicture } from '../../../kit/model/onnx/pictureDecoder.ts';
import type { Picture } from './readPicture.ts';

export const ISSUES = ['TOO_SMALL', 'BLURRED', 'DARK', 'BRIGHT', 'LOW_CONTRAST'] as const;
export type Issue = (typeof ISSUES)[number];

export interface Quality {
  /** In pixels, as it is shown. */
  readonly width: number;
  readonly height: number;
  /** 0 to 1: how strong the strongest edges are, at the size that is looked at. */
  readonly sharpness: number;
  /** 0 (black) to 1 (white): the mean brightness. */
  readonly exposure: number;
  /** 0 to 1: twice the deviation of the brightness. */
  readonly contrast: number;
  readonly issues: readonly Issue[];
}

/** Of the shorter side, in pixels. */
const SMALLEST = 200;
const BLURRED_BELOW = 0.08;
const DARK_BELOW = 0.15;
const BRIGHT_ABOVE = 0.97;
const FLAT_BELOW = 0.06;
/** The share of pixels that are no strongest edges. */
const EDGES = 0.99;
const CHANNELS = 4;
/** Of the strength of an edge, from 0 to 1. */
const STEPS = 1_000;

/** What a picture shows before white, judged by its brightness (Rec. 709). */
export function judgeQuality({ width, height, view }: Picture): Quality {
  const brightness = brightnessOf(view);
  const exposure = mean(brightness);
  const contrast = 2 * Math.sqrt(Math.max(0, mean(brightness.map((value) => value * value)) - exposure * exposure));
  const sharpness = sharpnessOf(brightness, view);
  const found: Record<Issue, boolean> = {
    TOO_SMALL: Math.min(width, height) < SMALLEST,
    // Of one colour alone nothing is sharp, and nothing blurred.
    BLURRED: sharpness < BLURRED_BELOW && contrast >= FLAT_BELOW,
    DARK: exposure < DARK_BELOW,
    BRIGHT: exposure > BRIGHT_ABOVE,
    LOW_CONTRAST: contrast < FLAT_BELOW,
  };
  return {
    width,
    height,
    sharpness: digits(sharpness),
    exposure: digits(exposure),
    contrast: digits(contrast),
    issues: ISSUES.filter((issue) => found[issue]),
  };
}

function brightnessOf({ data }: DecodedPicture): Float64Array {
  const brightness = new Float64Array(data.length / CHANNELS);
  for (let pixel = 0; pixel < brightness.length; pixel++) {
    const place = CHANNELS * pixel;
    const [red, green, blue] = [data[place] ?? 0, data[place + 1] ?? 0, data[place + 2] ?? 0];
    const own = (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
    brightness[pixel] = 1 - (1 - own) * ((data[place + 3] ?? 0) / 255);
  }
  return brightness;
}

/** The 99th percentile of the Laplacian's absolute values, to a step, and 1 at most. */
function sharpnessOf(brightness: Float64Array, { width, height }: DecodedPicture): number {
  if (width < 3 || height < 3) return 0;
  const counts = new Uint32Array(STEPS + 1);
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const around =
        (brightness[at - 1] ?? 0) +
        (brightness[at + 1] ?? 0) +
        (brightness[at - width] ?? 0) +
        (brightness[at + width] ?? 0);
      const step = Math.min(STEPS, Math.round(STEPS * Math.abs(4 * (brightness[at] ?? 0) - around)));
      counts[step] = (counts[step] ?? 0) + 1;
    }
  }
  let above = Math.ceil((1 - EDGES) * (width - 2) * (height - 2));
  for (let step = STEPS; step > 0; step--) {
    above -= counts[step] ?? 0;
    if (above <= 0) return step / STEPS;
  }
  return 0;
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

function digits(value: number): number {
  return Number(value.toFixed(4));
}
