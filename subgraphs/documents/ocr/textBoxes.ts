import { rectangleAt, smallestRectangle } from './rectangles.ts';
import { findRegions, type Region } from './regions.ts';
import { type TextBox, turned } from './textBox.ts';

/** A box with the detector's probability that there is text in it. */
export interface FoundBox extends TextBox {
  readonly probability: number;
}

/** Less probable regions are none. */
const PROBABLE_FROM = 0.6;
/** Text is so much larger than the detector draws it: area by circumference, as in PaddleOCR. */
const UNCLIP_RATIO = 1.5;
/** Across the line, in pixels of the detector's picture, before it is drawn larger. */
const LEAST_HEIGHT = 2;
/** Longer in proportion to its height, a region tells well in which direction it lies. */
const TELLING = 3;
/** From here on a region across the page's lines is a line across, and not a letter that is high. */
const ACROSS = 3;
/** How far, in radians, a line may lie from the others. */
const MOST_SKEW = 0.06;

export interface FoundText {
  readonly boxes: readonly FoundBox[];
  /** Whether most lines go up or down the page. */
  readonly onSide: boolean;
}

/** The lines of text on a page, from the detector's probabilities. Whether they stand on their heads is not known yet. */
export function findTextBoxes(probabilities: Float32Array, width: number): FoundText {
  const regions = findRegions(probabilities, width).filter(({ probability }) => probability >= PROBABLE_FROM);
  const smallest = regions.map(({ hull }) => smallestRectangle(hull));
  const direction = directionOf(smallest);
  const boxes = regions.flatMap((region, index) => {
    const box = boxOf(region, smallest[index] ?? rectangleAt(region.hull, 0), direction);
    return box.height < LEAST_HEIGHT ? [] : [{ ...unclipped(box), probability: region.probability }];
  });
  return { boxes, onSide: direction.onSide };
}

interface Direction {
  /** Radians within an eighth of a turn. */
  readonly skew: number;
  readonly onSide: boolean;
}

function directionOf(boxes: readonly TextBox[]): Direction {
  let across = 0;
  const telling: { angle: number; weight: number }[] = [];
  for (const { width, height, angle } of boxes) {
    const [long, short] = [Math.max(width, height), Math.min(width, height)];
    if (long < TELLING * short) continue;
    across += width >= height ? -long : long;
    telling.push({ angle, weight: long });
  }
  return { skew: weightedMedian(telling), onSide: across > 0 };
}

function weightedMedian(values: { readonly angle: number; readonly weight: number }[]): number {
  const sorted = values.toSorted((a, b) => a.angle - b.angle);
  let left = sorted.reduce((sum, { weight }) => sum + weight, 0) / 2;
  for (const { angle, weight } of sorted) {
    left -= weight;
    if (left <= 0) return angle;
  }
  return 0;
}

/** Short regions lie as the page does: by themselves they do not tell. */
function boxOf({ hull }: Region, smallest: TextBox, { skew, onSide }: Direction): TextBox {
  const [long, short] = [Math.max(smallest.width, smallest.height), Math.min(smallest.width, smallest.height)];
  const tells = long >= TELLING * short && Math.abs(smallest.angle - skew) <= MOST_SKEW;
  const box = turned(tells ? smallest : rectangleAt(hull, skew), onSide ? 1 : 0);
  return box.height > ACROSS * box.width ? turned(box, 1) : box;
}

function unclipped({ centre, width, height, angle }: TextBox): TextBox {
  const margin = (width * height * UNCLIP_RATIO) / (2 * (width + height));
  return { centre, width: width + 2 * margin, height: height + 2 * margin, angle };
}
