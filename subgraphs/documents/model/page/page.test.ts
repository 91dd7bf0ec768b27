import sharp from 'sharp';
import { expect, test } from 'vitest';
import { degrade } from './degrade.ts';
import { FONT_FAMILIES, widthOf } from './fonts.ts';
import type { Page, Point } from './page.ts';
import { renderPage } from './renderPage.ts';

const page: Page = {
  width: 300,
  height: 200,
  background: '#ffffff',
  shapes: [{ kind: 'box', x: 10, y: 150, width: 40, height: 30, fill: '#ff0000' }],
  blocks: [
    { text: 'Total', x: 20, y: 100, size: 24, font: 'lora', weight: 700 },
    { text: 'below', x: 20, y: 130, size: 16, font: 'roboto' },
    { text: '$ 12.50', x: 180, y: 101, size: 24, font: 'source-code-pro' },
  ],
};

async function pixelsOf(png: Buffer) {
  const { data, info } = await sharp(png).raw().toBuffer({ resolveWithObject: true });
  const at = ([x, y]: Point): number[] =>
    [...data.subarray((y * info.width + x) * info.channels)].slice(0, info.channels);
  return { ...info, at, mean: data.reduce((sum, value) => sum + value, 0) / data.length };
}

test('a page is drawn the same each time, its lines read from the top down and from left to right', async () => {
  const [first, second] = [await renderPage(page), await renderPage(page)];
  expect(first.png.equals(second.png)).toBe(true);
  expect(first.lines.map(({ text }) => text)).toEqual(['Total $ 12.50', 'below']);
  const [start, , end] = first.lines[0]?.corners ?? [];
  expect(start?.[0]).toBeCloseTo(20, -1);
  expect(end?.[1]).toBeGreaterThanOrEqual(100);
  const { at, width, height } = await pixelsOf(first.png);
  expect([width, height]).toEqual([300, 200]);
  expect([at([0, 0]), at([30, 160])]).toEqual([
    [255, 255, 255],
    [255, 0, 0],
  ]);
});

test('a page can be grey, and stays so', async () => {
  const { png } = await renderPage(page, { grey: true });
  const degraded = await degrade(png, { rotateDegrees: 3, blurSigma: 1, noise: 5, jpegQuality: 50, seed: 'a' });
  for (const picture of [png, degraded.png]) expect((await sharp(picture).metadata()).channels).toBe(1);
});

test('the ink of a block reaches as far as its text', async () => {
  const text = 'Appointment cards, neighbour at 14A, the last of them';
  for (const font of FONT_FAMILIES) {
    const block = { text, x: 10, y: 30, size: 16, font };
    const { png } = await renderPage({ ...page, width: 600, height: 40, shapes: [], blocks: [block] });
    const { info } = await sharp(png).trim().toBuffer({ resolveWithObject: true });
    expect(Math.abs(info.width - widthOf(block))).toBeLessThan(4);
  }
});

test('each font draws letters, and a letter that it has not is an error instead of a box', () => {
  for (const font of FONT_FAMILIES) {
    for (const weight of [400, 700] as const) {
      expect(widthOf({ text: 'Rp 12.500,00 – “Café”', size: 20, font, weight })).toBeGreaterThan(100);
    }
  }
  expect(() => widthOf({ text: '漢', size: 20, font: 'roboto' })).toThrow("roboto has no glyph for '漢'");
});

test.each([
  { rotateDegrees: 90, size: [200, 300], expected: [40, 30] },
  { rotateDegrees: 180, size: [300, 200], expected: [270, 40] },
  { rotateDegrees: -90, size: [200, 300], expected: [160, 270] },
])(
  'turned by $rotateDegrees degrees, the page is whole and a point of it is known where it came to lie',
  async ({ rotateDegrees, size, expected }) => {
    const { png, move } = await degrade((await renderPage(page)).png, { rotateDegrees, seed: 'a' });
    const { at, width, height } = await pixelsOf(png);
    expect([width, height]).toEqual(size);
    const [x = 0, y = 0] = move([30, 160]).map(Math.round);
    expect([x, y]).toEqual(expected);
    expect(at([x, y])).toEqual([255, 0, 0]);
  },
);

test('a page that lies askew and slanted shows what it lies on', async () => {
  const degraded = await degrade((await renderPage(page)).png, {
    rotateDegrees: 5,
    perspective: 0.1,
    surround: '#102030',
    seed: 'a',
  });
  const { at, width, height } = await pixelsOf(degraded.png);
  expect(at([width - 1, height - 1])).toEqual([0x10, 0x20, 0x30]);
  const [x = 0, y = 0] = degraded.move([30, 165]).map(Math.round);
  expect(at([x, y])).toEqual([255, 0, 0]);
});

test('shadow, blur, noise and JPEG change the pixels, the same way for the same seed and another way for another', async () => {
  const { png } = await renderPage(page);
  const spoilt = { shadow: 0.5, blurSigma: 1, noise: 10, jpegQuality: 40 };
  const [once, again, other] = await Promise.all(
    ['a', 'a', 'b'].map(async (seed) => (await degrade(png, { ...spoilt, seed })).png),
  );
  expect(once?.equals(again ?? png)).toBe(true);
  expect(once?.equals(other ?? png)).toBe(false);
  const [before, after] = [await pixelsOf(png), await pixelsOf(once ?? png)];
  expect(after.mean).toBeLessThan(before.mean * 0.9);
  expect([after.width, after.height]).toEqual([300, 200]);
});

test('with nothing to do, the picture stays as it is', async () => {
  const { png } = await renderPage(page);
  const same = await degrade(png, { seed: 'a' });
  expect((await sharp(same.png).raw().toBuffer()).equals(await sharp(png).raw().toBuffer())).toBe(true);
  expect(same.move([3, 4])).toEqual([3, 4]);
});
