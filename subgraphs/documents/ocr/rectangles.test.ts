import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Point } from './point.ts';
import { convexHull, rectangleAt, smallestRectangle } from './rectangles.ts';
import { cornersOf } from './textBox.ts';

const points = fc.array(fc.record({ x: fc.integer({ min: 0, max: 200 }), y: fc.integer({ min: 0, max: 200 }) }), {
  minLength: 1,
  maxLength: 40,
});

/** How far a point lies outside a box, along it or across. */
function outside(point: Point, box: ReturnType<typeof smallestRectangle>): number {
  const [dx, dy] = [point.x - box.centre.x, point.y - box.centre.y];
  const [cos, sin] = [Math.cos(box.angle), Math.sin(box.angle)];
  return Math.max(Math.abs(dx * cos + dy * sin) - box.width / 2, Math.abs(dy * cos - dx * sin) - box.height / 2);
}

test('the smallest rectangle holds all points and is no larger than the upright one', () => {
  fc.assert(
    fc.property(points, (given) => {
      const hull = convexHull(given);
      const box = smallestRectangle(hull);
      const upright = rectangleAt(hull, 0);
      expect(Math.max(...given.map((point) => outside(point, box)))).toBeLessThan(1e-6);
      expect(box.width * box.height).toBeLessThanOrEqual(upright.width * upright.height + 1e-6);
      expect(Math.abs(box.angle)).toBeLessThanOrEqual(Math.PI / 4 + 1e-9);
    }),
    { seed: 1 },
  );
});

test('a bar that lies at an angle is found at that angle', () => {
  const bar = { centre: { x: 100, y: 80 }, width: 120, height: 10, angle: 0.2 };
  const found = smallestRectangle(convexHull(cornersOf(bar)));
  expect(found.angle).toBeCloseTo(0.2, 6);
  // Of pixels, which have a width themselves.
  expect(found.width).toBeCloseTo(121, 6);
  expect(found.height).toBeCloseTo(11, 6);
});
