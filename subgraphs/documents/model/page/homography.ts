import type { Point } from './page.ts';

type Corners = readonly [Point, Point, Point, Point];

/** The map of the plane, straight lines to straight lines, that takes four corners to four others. */
export function homography(from: Corners, to: Corners): (x: number, y: number) => Point {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = solve(
    from.flatMap(([x, y], index) => {
      const [u, v] = to[index] ?? [0, 0];
      return [
        [x, y, 1, 0, 0, 0, -u * x, -u * y, u],
        [0, 0, 0, x, y, 1, -v * x, -v * y, v],
      ];
    }),
  );
  return (x, y) => {
    const w = g * x + h * y + 1;
    return [(a * x + b * y + c) / w, (d * x + e * y + f) / w];
  };
}

/** Gauss–Jordan elimination of rows whose last entry is the right-hand side. */
function solve(rows: readonly number[][]): number[] {
  const left = [...rows];
  const size = rows.length;
  for (let column = 0; column < size; column++) {
    const best = left.reduce(
      (found, row, index) =>
        index > column && Math.abs(row[column] ?? 0) > Math.abs(left[found]?.[column] ?? 0) ? index : found,
      column,
    );
    const pivot = left[best] ?? [];
    left[best] = left[column] ?? [];
    const scaled = pivot.map((value) => value / (pivot[column] ?? 1));
    left[column] = scaled;
    for (const [index, row] of left.entries()) {
      const factor = row[column] ?? 0;
      if (index !== column) left[index] = row.map((value, at) => value - factor * (scaled[at] ?? 0));
    }
  }
  return left.map((row) => row[size] ?? 0);
}
