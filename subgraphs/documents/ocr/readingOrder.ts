import type { TextBox } from './textBox.ts';

/** Of the height of a line, how far the middle of another may be above or below to stand beside it. */
const BESIDE = 0.5;

/** The rows of a page from top to bottom, each from left to right, as one sees them who reads in the direction of most boxes. */
export function inRows<Box extends TextBox>(boxes: readonly Box[]): readonly (readonly Box[])[] {
  const angle = medianAngle(boxes);
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const placed = boxes
    .map((box) => ({
      box,
      along: box.centre.x * cos + box.centre.y * sin - box.width / 2,
      across: box.centre.y * cos - box.centre.x * sin,
    }))
    .sort((a, b) => a.across - b.across);
  const rows: (typeof placed)[] = [];
  for (const item of placed) {
    const row = rows.at(-1);
    const last = row?.at(-1);
    const near = last && item.across - last.across <= BESIDE * Math.min(item.box.height, last.box.height);
    if (row && near) row.push(item);
    else rows.push([item]);
  }
  return rows.map((row) => row.sort((a, b) => a.along - b.along).map(({ box }) => box));
}

function medianAngle(boxes: readonly TextBox[]): number {
  const angles = boxes.map(({ angle }) => angle).sort((a, b) => a - b);
  return angles[angles.length >> 1] ?? 0;
}
