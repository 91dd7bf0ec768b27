import { expect, test } from 'vitest';
import { cutOut } from './cutOut.ts';
import { type Grey, turnedLeft } from './grey.ts';
import { inRows } from './readingOrder.ts';
import { wordGaps } from './wordGaps.ts';

/** A white picture with black bars in it. */
function picture(
  width: number,
  height: number,
  bars: readonly { x: number; y: number; wide: number; high: number }[],
): Grey {
  const pixels = new Uint8Array(width * height).fill(255);
  for (const { x, y, wide, high } of bars) {
    for (let row = y; row < y + high; row++) pixels.fill(0, row * width + x, row * width + x + wide);
  }
  return { width, height, pixels };
}

test('gaps between words are found, and those between letters are not', () => {
  const letters = [10, 20, 30, 50, 60].map((x) => ({ x, y: 10, wide: 8, high: 28 }));
  expect(wordGaps(picture(80, 48, letters))).toEqual([{ at: 44, wide: false }]);
  expect(wordGaps(picture(80, 48, []))).toEqual([]);
});

test('what stands in a box is cut out upright, white beyond the page', () => {
  const page = picture(40, 40, [{ x: 10, y: 10, wide: 20, high: 10 }]);
  const box = { centre: { x: 20, y: 15 }, width: 20, height: 10, angle: 0 };
  expect(cutOut(page, box, { height: 10, mostWide: 100 })).toEqual({
    width: 20,
    height: 10,
    pixels: new Uint8Array(200),
  });
  const beyond = cutOut(page, { ...box, centre: { x: -50, y: -50 } }, { height: 10, mostWide: 100 });
  expect(new Set(beyond.pixels)).toEqual(new Set([255]));
  expect(cutOut(page, { ...box, width: 4_000 }, { height: 10, mostWide: 100 }).width).toBe(100);
});

test('a quarter turn to the left puts the right side on top', () => {
  const turned = turnedLeft({ width: 2, height: 1, pixels: Uint8Array.of(1, 2) });
  expect(turned).toEqual({ width: 1, height: 2, pixels: Uint8Array.of(2, 1) });
});

test('boxes stand in rows from top to bottom, each from left to right, on a page that is turned as well', () => {
  const angle = 0.08;
  const at = (name: string, along: number, across: number) => ({
    name,
    centre: {
      x: along * Math.cos(angle) - across * Math.sin(angle),
      y: along * Math.sin(angle) + across * Math.cos(angle),
    },
    width: 80,
    height: 20,
    angle,
  });
  const boxes = [
    at('total', 50, 100),
    at('sum', 700, 103),
    at('title', 300, 20),
    at('price', 700, 58),
    at('item', 50, 60),
  ];
  const names = inRows(boxes).map((row) => row.map(({ name }) => name));
  expect(names).toEqual([['title'], ['item', 'price'], ['total', 'sum']]);
});
