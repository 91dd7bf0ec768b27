import type { Point } from './point.ts';
import type { TextBox } from './textBox.ts';

/** The corners of the convex hull (Andrew's monotone chain, 1979). */
export function convexHull(points: readonly Point[]): readonly Point[] {
  const sorted = points.toSorted((a, b) => a.x - b.x || a.y - b.y);
  if (sorted.length <= 2) return sorted;
  const lower = chain(sorted);
  const upper = chain(sorted.toReversed());
  return [...lower.slice(0, -1), ...upper.slice(0, -1)];
}

function chain(points: readonly Point[]): Point[] {
  const hull: Point[] = [];
  for (const point of points) {
    while (hull.length >= 2 && turn(hull.at(-2) ?? point, hull.at(-1) ?? point, point) <= 0) hull.pop();
    hull.push(point);
  }
  return hull;
}

function turn(a: Point, b: Point, c: Point): number {
  return (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
}

/** The smallest rectangle around a hull; one of its sides lies on a side of the hull. Its angle is within an eighth of a turn. */
export function smallestRectangle(hull: readonly Point[]): TextBox {
  let best = rectangleAt(hull, 0);
  for (const [index, from] of hull.entries()) {
    const to = hull[(index + 1) % hull.length] ?? from;
    const box = rectangleAt(hull, withinAnEighth(Math.atan2(to.y - from.y, to.x - from.x)));
    if (box.width * box.height < best.width * best.height) best = box;
  }
  return best;
}

/** The rectangle around a hull whose width lies in the direction of the angle. */
export function rectangleAt(hull: readonly Point[], angle: number): TextBox {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  let [left, right, top, bottom] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { x, y } of hull) {
    const [along, across] = [x * cos + y * sin, y * cos - x * sin];
    left = Math.min(left, along);
    right = Math.max(right, along);
    top = Math.min(top, across);
    bottom = Math.max(bottom, across);
  }
  const [along, across] = [(left + right) / 2, (top + bottom) / 2];
  return {
    centre: { x: along * cos - across * sin, y: along * sin + across * cos },
    // Of pixels, which have a width themselves.
    width: right - left + 1,
    height: bottom - top + 1,
    angle,
  };
}

/** The angle with quarter turns taken off, from -45° to 45°. */
export function withinAnEighth(angle: number): number {
  const quarter = Math.PI / 2;
  return angle - Math.round(angle / quarter) * quarter;
}
