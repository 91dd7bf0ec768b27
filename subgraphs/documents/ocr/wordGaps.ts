import type { Grey } from './grey.ts';

/** Of the strongest ink of a line, what still is ink. */
const INK = 0.4;
/** Of the height of a line, how wide the gap between two words is at least. */
const LEAST_GAP = 0.16;
/** … and of the usual gap between two letters. */
const TIMES_USUAL = 2.2;
const TIMES_WIDE = 1.8;

/** A gap between two words. */
export interface WordGap {
  /** Its middle, in pixels from the left of the line. */
  readonly at: number;
  /** Whether it is so wide that even two digits, of which a 1 is narrow in its place, are apart by it. */
  readonly wide: boolean;
}

/** Where a line has gaps as wide as between words. */
export function wordGaps({ width, height, pixels }: Grey): readonly WordGap[] {
  const paper = median(pixels);
  const ink = Array.from({ length: width }, (_, x) => {
    let most = 0;
    // Above and below, the neighbouring lines may reach in.
    for (let y = height >> 3; y < height - (height >> 3); y++) {
      most = Math.max(most, Math.abs((pixels[y * width + x] ?? paper) - paper));
    }
    return most;
  });
  const leastInk = INK * Math.max(...ink);
  const gaps: { readonly from: number; readonly to: number }[] = [];
  let last: number | undefined;
  for (const [x, strength] of ink.entries()) {
    if (strength < leastInk) continue;
    if (last !== undefined && x - last > 1) gaps.push({ from: last + 1, to: x });
    last = x;
  }
  const sizes = gaps.map(({ from, to }) => to - from).sort((a, b) => a - b);
  const leastGap = Math.max(LEAST_GAP * height, TIMES_USUAL * (sizes[sizes.length >> 1] ?? 0));
  return gaps.flatMap(({ from, to }) =>
    to - from < leastGap ? [] : [{ at: (from + to) / 2, wide: to - from >= TIMES_WIDE * leastGap }],
  );
}

function median(pixels: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const value of pixels) counts[value] = (counts[value] ?? 0) + 1;
  let left = pixels.length / 2;
  for (const [value, count] of counts.entries()) {
    left -= count;
    if (left <= 0) return value;
  }
  return 0;
}
