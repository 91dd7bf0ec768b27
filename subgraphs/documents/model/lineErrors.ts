import type { Box } from '../reading.ts';
import { editDistance } from './editDistance.ts';
import type { Point, TrueLine } from './page/page.ts';

/** What was read of a page, whatever the order of its rows. */
export interface LineErrors {
  readonly edits: number;
  readonly characters: number;
}

/** Of the height of a line, how far beside it a piece may lie that is a part of it. */
const BESIDE = 0.4;

/**
 * Compares each true line with the pieces that lie on it, from where it begins to where it ends. Pieces on none were read
 * where nothing stands.
 * @param size of the picture, in pixels.
 */
export function lineErrors(
  lines: readonly TrueLine[],
  boxes: readonly Box[],
  size: { readonly width: number; readonly height: number },
): LineErrors {
  const pieces = lines.map((): { along: number; text: string }[] => []);
  let edits = 0;
  for (const { text, x, y, width, height } of boxes) {
    const centre: Point = [(x + width / 2) * size.width, (y + height / 2) * size.height];
    const found = lines
      .map((line, index) => ({ index, ...within(line, centre) }))
      .filter(({ off }) => off <= 0.5 + BESIDE)
      .sort((a, b) => a.off - b.off)[0];
    if (found) pieces[found.index]?.push({ along: found.along, text });
    else edits += text.length;
  }
  let characters = 0;
  for (const [index, line] of lines.entries()) {
    const read = (pieces[index] ?? []).sort((a, b) => a.along - b.along).map(({ text }) => text);
    edits += editDistance(oneSpace(read.join(' ')), oneSpace(line.text));
    characters += oneSpace(line.text).length;
  }
  return { edits, characters };
}

/** How far along a line a point lies, and how far off its middle in heights of the line. */
function within({ corners: [start, end, , below] }: TrueLine, [x, y]: Point): { along: number; off: number } {
  const across = [below[0] - start[0], below[1] - start[1]] as const;
  const [long, high] = [Math.hypot(end[0] - start[0], end[1] - start[1]), Math.hypot(...across)];
  const direction = [(end[0] - start[0]) / long, (end[1] - start[1]) / long] as const;
  const along = (x - start[0]) * direction[0] + (y - start[1]) * direction[1];
  const down = ((x - start[0]) * across[0] + (y - start[1]) * across[1]) / (high * high);
  const beyond = along < -high || along > long + high;
  return { along, off: beyond ? Number.POSITIVE_INFINITY : Math.abs(down - 0.5) };
}

function oneSpace(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
