import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { nameOf } from './colorName.ts';
import { dominantColors } from './dominantColors.ts';
import { judgeQuality } from './judgeQuality.ts';
import { lookAt } from './lookAt.ts';
import { toLab } from './oklab.ts';
import { readPicture } from './readPicture.ts';
import { SIDE, toTensor } from './toTensor.ts';

const photo = await readFile(new URL('../../../world/inquiries/photos/tiffin.jpg', import.meta.url));
const refusal = (bytes: Uint8Array) => expect(readPicture(bytes)).rejects;

const solid = (width: number, height: number, background: string) =>
  sharp({ create: { width, height, channels: 4, background } }).png();

/** Stripes of these colours and widths, side by side. */
async function stripes(parts: readonly (readonly [color: string, width: number])[]): Promise<Buffer> {
  const height = 40;
  let left = 0;
  const layers = [];
  for (const [color, width] of parts) {
    layers.push({ input: await solid(width, height, color).toBuffer(), left, top: 0 });
    left += width;
  }
  return solid(left, height, 'transparent').composite(layers).png().toBuffer();
}

test('a picture has its own size, turned as its camera says, and is looked at with at most 512 pixels', async () => {
  const { width, height, view } = await readPicture(photo);
  expect([width, height, view.width, view.height]).toEqual([640, 480, 512, 384]);
  expect(view.data.length).toBe(512 * 384 * 4);
  const turned = await readPicture(await sharp(photo).withMetadata({ orientation: 6 }).jpeg().toBuffer());
  expect([turned.width, turned.height, turned.view.width, turned.view.height]).toEqual([480, 640, 384, 512]);
});

test('a small picture is not made larger, and a thin one keeps at least a pixel', async () => {
  expect((await readPicture(await solid(3, 2, 'red').toBuffer())).view).toMatchObject({ width: 3, height: 2 });
  expect((await readPicture(await solid(4_000, 2, 'red').toBuffer())).view).toMatchObject({ width: 512, height: 1 });
});

test.each(['gif', 'webp'] as const)(
  'an animated %s is refused, as all but one of its frames would not have been looked at',
  async (format) => {
    const frames = await Promise.all(['red', 'blue'].map((color) => solid(9, 9, color).toBuffer()));
    const bytes = await sharp(frames, { join: { animated: true } })
      .toFormat(format)
      .toBuffer();
    await refusal(bytes).toMatchObject({
      code: 'BAD_USER_INPUT',
      message: 'Expected a still picture, got an animation of 2 frames.',
    });
  },
);

test('a bomb, a cut off file, SVG and a text are refused with a reason each', async () => {
  const bomb = await sharp({ create: { width: 8_000, height: 6_000, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  expect(bomb.length).toBeLessThan(1_500_000);
  await refusal(bomb).toMatchObject({ code: 'BAD_USER_INPUT', message: expect.stringContaining('40 million pixels') });
  await refusal(photo.subarray(0, photo.length >> 1)).toMatchObject({ message: expect.stringContaining('cut off') });
  await refusal(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')).toMatchObject({ code: 'BAD_USER_INPUT' });
  await refusal(Buffer.from('hello')).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('the network sees the whole picture before white, plane by plane', async () => {
  const tensor = await toTensor((await readPicture(await solid(100, 50, 'blue').toBuffer())).view);
  const at = (plane: number, y: number) => tensor[plane * SIDE * SIDE + y * SIDE + SIDE / 2];
  expect([at(0, 5), at(1, 5), at(2, 5)]).toEqual([1, 1, 1]);
  expect([at(0, SIDE / 2), at(1, SIDE / 2), at(2, SIDE / 2)]).toEqual([0, 0, 1]);
});

test('the main colours are those of the parts, by their size; what is transparent does not count', async () => {
  const { view } = await readPicture(
    await stripes([
      ['#ff0000', 60],
      ['#0000ff', 30],
      ['#ffffff', 10],
      ['transparent', 100],
    ]),
  );
  expect(dominantColors(view)).toEqual([
    { hex: '#ff0000', share: 0.6, name: 'RED' },
    { hex: '#0000ff', share: 0.3, name: 'BLUE' },
    { hex: '#ffffff', share: 0.1, name: 'WHITE' },
  ]);
  expect(dominantColors((await readPicture(await solid(9, 9, 'transparent').toBuffer())).view)).toEqual([]);
});

test('shades of one colour are told as one, and shares never come to more than all', async () => {
  const { view } = await readPicture(
    await stripes([
      ['#d02020', 50],
      ['#d42424', 50],
    ]),
  );
  expect(dominantColors(view).map(({ name, share }) => [name, share])).toEqual([['RED', 1]]);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 0xffffff }), fc.integer({ min: 1, max: 40 })), {
        minLength: 1,
        maxLength: 8,
      }),
      async (parts) => {
        const colored = parts.map(([color, width]) => [`#${color.toString(16).padStart(6, '0')}`, width] as const);
        const colors = dominantColors((await readPicture(await stripes(colored))).view);
        const shares = colors.map(({ share }) => share);
        expect(shares).toEqual(shares.toSorted((a, b) => b - a));
        expect(shares.reduce((sum, share) => sum + share, 0)).toBeLessThanOrEqual(1.001);
        expect(colors.length).toBeLessThanOrEqual(5);
      },
    ),
    { seed: 1, numRuns: 25 },
  );
});

test.each([
  ['BLACK', [10, 10, 10]],
  ['GREY', [128, 128, 128]],
  ['WHITE', [250, 250, 250]],
  ['RED', [220, 20, 30]],
  ['ORANGE', [255, 140, 0]],
  ['YELLOW', [250, 220, 40]],
  ['GREEN', [40, 160, 60]],
  ['TURQUOISE', [64, 220, 210]],
  ['BLUE', [40, 80, 220]],
  ['PURPLE', [130, 50, 180]],
  ['PINK', [250, 120, 180]],
  ['BROWN', [120, 70, 30]],
  ['BEIGE', [240, 225, 190]],
] as const)('%s is called so', (name, [red, green, blue]) => {
  expect(nameOf(toLab(red, green, blue))).toBe(name);
});

test('blurring lowers sharpness, and a blurred, a dark, a pale and a small picture are told', async () => {
  const issues = async (picture: Sharp) => judgeQuality(await readPicture(await picture.png().toBuffer()));
  const own = await issues(sharp(photo));
  expect(own.issues).toEqual([]);
  const sharpness = await Promise.all(
    [1, 2, 4, 8].map(async (sigma) => (await issues(sharp(photo).blur(sigma))).sharpness),
  );
  expect([own.sharpness, ...sharpness]).toEqual([own.sharpness, ...sharpness].toSorted((a, b) => b - a));
  expect((await issues(sharp(photo).blur(4))).issues).toEqual(['BLURRED']);
  expect((await issues(sharp(photo).linear(0.1, 0))).issues).toContain('DARK');
  expect((await issues(sharp(photo).linear(0.02, 250))).issues).toEqual(['BRIGHT', 'LOW_CONTRAST']);
  expect((await issues(sharp(photo).resize(150))).issues).toEqual(['TOO_SMALL']);
  expect((await issues(solid(300, 300, '#808080'))).issues).toEqual(['LOW_CONTRAST']);
});

test('the histogram of a picture has length 1 and is likest to itself', async () => {
  const [one, other] = await Promise.all(
    ['#ff0000', '#00ff00'].map(async (color) =>
      lookAt(
        await readPicture(
          await stripes([
            [color, 9],
            ['#888888', 9],
          ]),
        ),
      ),
    ),
  );
  const dot = (a?: Float32Array, b?: Float32Array) =>
    a?.reduce((sum, value, place) => sum + value * (b?.[place] ?? 0), 0);
  expect(dot(one?.histogram, one?.histogram)).toBeCloseTo(1);
  expect(dot(one?.histogram, other?.histogram)).toBeCloseTo(0.5);
});
