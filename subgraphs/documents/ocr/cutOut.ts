import type { Grey } from './grey.ts';
import { cornersOf, type TextBox } from './textBox.ts';

/** Beyond the page it is white, as paper is. */
const PAPER = 255;

/** What stands in a box, upright, so many pixels high and as wide in proportion, at most `mostWide`. */
export function cutOut(page: Grey, box: TextBox, { height, mostWide }: { height: number; mostWide: number }): Grey {
  const width = Math.min(mostWide, Math.max(1, Math.round((box.width * height) / Math.max(1, box.height))));
  const [origin, right, , below] = cornersOf(box);
  const along = { x: (right.x - origin.x) / width, y: (right.y - origin.y) / width };
  const down = { x: (below.x - origin.x) / height, y: (below.y - origin.y) / height };
  // Where many pixels of the page become one, several of them are read for it.
  const samples = Math.min(
    3,
    Math.max(1, Math.round(Math.max(Math.hypot(along.x, along.y), Math.hypot(down.x, down.y)))),
  );
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let sum = 0;
      for (let i = 0; i < samples; i++) {
        for (let j = 0; j < samples; j++) {
          const [u, v] = [x + (i + 0.5) / samples, y + (j + 0.5) / samples];
          sum += interpolate(page, origin.x + u * along.x + v * down.x, origin.y + u * along.y + v * down.y);
        }
      }
      pixels[y * width + x] = Math.round(sum / (samples * samples));
    }
  }
  return { width, height, pixels };
}

/** Of the four pixels around a place; the middle of the first pixel is at 0.5. */
function interpolate({ width, height, pixels }: Grey, placeX: number, placeY: number): number {
  const [x, y] = [placeX - 0.5, placeY - 0.5];
  const [left, top] = [Math.floor(x), Math.floor(y)];
  if (left < -1 || top < -1 || left >= width || top >= height) return PAPER;
  const [fx, fy] = [x - left, y - top];
  const at = (column: number, row: number): number =>
    column < 0 || row < 0 || column >= width || row >= height ? PAPER : (pixels[row * width + column] ?? PAPER);
  return (
    (at(left, top) * (1 - fx) + at(left + 1, top) * fx) * (1 - fy) +
    (at(left, top + 1) * (1 - fx) + at(left + 1, top + 1) * fx) * fy
  );
}
