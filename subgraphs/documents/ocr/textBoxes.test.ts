import { expect, test } from 'vitest';
import { findTextBoxes } from './textBoxes.ts';

const [WIDTH, HEIGHT] = [200, 160];

/** What a detector would say where bars of text lie: so many pixels long and high, from a place, at an angle. */
function probabilities(bars: readonly { x: number; y: number; long: number; high: number; angle?: number }[]) {
  const map = new Float32Array(WIDTH * HEIGHT);
  for (const { x, y, long, high, angle = 0 } of bars) {
    for (let along = 0; along < long; along += 0.5) {
      for (let across = 0; across < high; across += 0.5) {
        const column = Math.floor(x + along * Math.cos(angle) - across * Math.sin(angle));
        const row = Math.floor(y + along * Math.sin(angle) + across * Math.cos(angle));
        map[row * WIDTH + column] = 0.9;
      }
    }
  }
  return map;
}

test('finds each line, somewhat larger than the detector draws it', () => {
  const { boxes, onSide } = findTextBoxes(
    probabilities([
      { x: 20, y: 20, long: 100, high: 6 },
      { x: 20, y: 50, long: 60, high: 6 },
    ]),
    WIDTH,
  );
  expect(onSide).toBe(false);
  expect(boxes).toHaveLength(2);
  expect(boxes[0]).toMatchObject({ angle: 0, probability: expect.closeTo(0.9, 5) });
  expect(boxes[0]?.centre.x).toBeCloseTo(69.5, 0);
  expect(boxes[0]?.width).toBeGreaterThan(105);
  expect(boxes[0]?.height).toBeGreaterThan(12);
});

test('a short piece lies as the lines of the page do', () => {
  const angle = 0.1;
  const { boxes } = findTextBoxes(
    probabilities([
      { x: 20, y: 20, long: 120, high: 6, angle },
      { x: 20, y: 60, long: 8, high: 6, angle },
    ]),
    WIDTH,
  );
  for (const box of boxes) expect(box.angle).toBeCloseTo(angle, 1);
});

test('a page on its side is told by its long lines, whatever single letters look like', () => {
  const upright = [{ x: 20, y: 20, long: 100, high: 6 }];
  const letters = [60, 80, 100].map((y) => ({ x: 150, y, long: 3, high: 9 }));
  expect(findTextBoxes(probabilities([...upright, ...letters]), WIDTH).onSide).toBe(false);
  const lying = [40, 60].map((x) => ({ x, y: 20, long: 6, high: 100 }));
  expect(findTextBoxes(probabilities(lying), WIDTH).onSide).toBe(true);
});

test('dirt and what is hardly probable is no text', () => {
  const map = probabilities([{ x: 20, y: 20, long: 1, high: 2 }]);
  for (let column = 50; column < 150; column++) for (let row = 50; row < 56; row++) map[row * WIDTH + column] = 0.4;
  expect(findTextBoxes(map, WIDTH)).toEqual({ boxes: [], onSide: false });
});
