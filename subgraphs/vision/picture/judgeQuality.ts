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

/** What a picture shows before white, judged by its brightness (Rec. 709). */
export function judgeQuality({ width, height, view }: Picture): Quality {
  const brightness = brightnessOf(view);
  const exposure = mean(brightness);
  const contrast = Math.min(1, 2 * Math.sqrt(mean(brightness.map((value) => (value - exposure) ** 2))));
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
  return Float64Array.from({ length: data.length / CHANNELS }, (_, pixel) => {
    const [red = 0, green = 0, blue = 0, opacity = 0] = data.subarray(CHANNELS * pixel, CHANNELS * pixel + CHANNELS);
    const own = (0.2126 * red + 0.7152 * green + 0.0722 * blue) / 255;
    return 1 - (1 - own) * (opacity / 255);
  });
}

/** The 99th percentile of the Laplacian's absolute values. */
function sharpnessOf(brightness: Float64Array, { width, height }: DecodedPicture): number {
  if (width < 3 || height < 3) return 0;
  const edges = new Float64Array((width - 2) * (height - 2));
  let next = 0;
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x;
      const around =
        (brightness[at - 1] ?? 0) +
        (brightness[at + 1] ?? 0) +
        (brightness[at - width] ?? 0) +
        (brightness[at + width] ?? 0);
      edges[next++] = Math.abs(4 * (brightness[at] ?? 0) - around);
    }
  }
  return Math.min(1, edges.sort()[Math.floor(edges.length * EDGES)] ?? 0);
}

function mean(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(values.length, 1);
}

function digits(value: number): number {
  return Number(value.toFixed(4));
}
