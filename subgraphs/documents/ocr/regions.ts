import type { Point } from './point.ts';
import { convexHull } from './rectangles.ts';

/** Where the detector sees text: pixels that touch one another. */
export interface Region {
  readonly hull: readonly Point[];
  /** The detector's mean probability. */
  readonly probability: number;
}

/** From this probability on a pixel is text (Liao et al., Real-time Scene Text Detection with Differentiable Binarization, 2020). */
const TEXT_FROM = 0.3;
/** Smaller ones are dirt. */
const FEWEST_PIXELS = 6;

/** @param probabilities of text, row by row. */
export function findRegions(probabilities: Float32Array, width: number): readonly Region[] {
  const height = probabilities.length / width;
  const seen = new Uint8Array(probabilities.length);
  const stack: number[] = [];
  const visit = (place: number): void => {
    if (seen[place] === 1 || (probabilities[place] ?? 0) < TEXT_FROM) return;
    seen[place] = 1;
    stack.push(place);
  };
  const regions: Region[] = [];
  for (let start = 0; start < probabilities.length; start++) {
    visit(start);
    if (stack.length === 0) continue;
    /** Of each row its first and its last pixel: the others are no corners of a hull. */
    const rows = new Map<number, [number, number]>();
    let [pixels, sum] = [0, 0];
    for (let place = stack.pop(); place !== undefined; place = stack.pop()) {
      const [x, y] = [place % width, Math.floor(place / width)];
      pixels += 1;
      sum += probabilities[place] ?? 0;
      const row = rows.get(y);
      if (row === undefined) rows.set(y, [x, x]);
      else {
        row[0] = Math.min(row[0], x);
        row[1] = Math.max(row[1], x);
      }
      const [left, right] = [x > 0 ? -1 : 0, x < width - 1 ? 1 : 0];
      for (let up = y > 0 ? -1 : 0; up <= (y < height - 1 ? 1 : 0); up++) {
        for (let side = left; side <= right; side++) visit(place + up * width + side);
      }
    }
    if (pixels < FEWEST_PIXELS) continue;
    const outline = [...rows].flatMap(([y, [from, to]]) => [
      { x: from, y },
      { x: to, y },
    ]);
    regions.push({ hull: convexHull(outline), probability: sum / pixels });
  }
  return regions;
}
