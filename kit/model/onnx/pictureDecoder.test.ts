import fc from 'fast-check';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { createPictureDecoder, type PictureInput, type Rgb } from './pictureDecoder.ts';

const PLAIN: PictureInput = {
  width: 2,
  height: 2,
  fit: 'stretch',
  layout: 'HWC',
  mean: [0, 0, 0],
  std: [1 / 255, 1 / 255, 1 / 255],
};

const [RED, GREEN, BLUE, GREY]: readonly Rgb[] = [
  [255, 0, 0],
  [0, 255, 0],
  [0, 0, 255],
  [128, 128, 128],
];

/** A picture of these pixels, row by row. */
function picture(width: number, pixels: readonly (Rgb | undefined)[]): Sharp {
  const raw = { width, height: pixels.length / width, channels: 3 } as const;
  return sharp(Uint8Array.from(pixels.flatMap((pixel) => pixel ?? [])), { raw });
}

/** Photographs are noisy; so no byte of the file is idle. */
function noise(width: number, height: number): Sharp {
  const random = fc.sample(fc.uint8Array({ minLength: width * height * 3, maxLength: width * height * 3 }), {
    seed: 1,
    numRuns: 1,
  });
  return sharp(random[0] ?? new Uint8Array(), { raw: { width, height, channels: 3 } });
}

async function decode(bytes: Uint8Array, options: Partial<PictureInput> = {}): Promise<readonly number[]> {
  const tensor = await createPictureDecoder({ ...PLAIN, ...options })(bytes);
  return Array.from(tensor, (value) => Number(value.toFixed(3)));
}

const refusal = (bytes: Uint8Array): Promise<unknown> =>
  createPictureDecoder(PLAIN)(bytes).then(
    () => null,
    (error: unknown) => error,
  );

const greens = (count: number): readonly number[] => new Array<Rgb>(count).fill([0, 255, 0]).flat();

const QUARTERS = [RED, GREEN, BLUE, GREY];

test('every pixel has its colour, pixel by pixel or plane by plane', async () => {
  const png = await picture(2, QUARTERS).png().toBuffer();
  expect(await decode(png)).toEqual([255, 0, 0, 0, 255, 0, 0, 0, 255, 128, 128, 128]);
  expect(await decode(png, { layout: 'CHW' })).toEqual([255, 0, 0, 128, 0, 255, 0, 128, 0, 0, 255, 128]);
});

test('values are centred and scaled channel by channel', async () => {
  const png = await picture(1, [[255, 0, 51]])
    .png()
    .toBuffer();
  const tensor = await decode(png, { width: 1, height: 1, mean: [0.5, 0.25, 0.2], std: [0.5, 0.5, 0.1] });
  expect(tensor).toEqual([1, -0.5, 0]);
});

test.each(['jpeg', 'png', 'webp', 'gif', 'avif'] as const)('a %s picture of one colour has it', async (format) => {
  const bytes = await picture(64, new Array(64 * 32).fill([200, 100, 50]))
    .toFormat(format, { quality: 100 })
    .toBuffer();
  const colour = await decode(bytes, { width: 1, height: 1 });
  expect(Math.max(...colour.map((value, index) => Math.abs(value - ([200, 100, 50][index] ?? 0))))).toBeLessThan(3);
});

test('grey, transparent, 16-bit and CMYK pictures become three channels; white shows behind what is transparent', async () => {
  const one = { width: 1, height: 1 };
  const red = picture(4, new Array(16).fill(RED));
  const raw = (channels: 1 | 4, pixel: readonly number[]) =>
    sharp(Uint8Array.from(pixel), { raw: { width: 1, height: 1, channels } })
      .png()
      .toBuffer();
  expect(await decode(await raw(1, [77]), one)).toEqual([77, 77, 77]);
  expect(await decode(await raw(4, [255, 0, 0, 0]), one)).toEqual([255, 255, 255]);
  expect(await decode(await raw(4, [255, 0, 0, 0]), { ...one, background: [1, 2, 3] })).toEqual([1, 2, 3]);
  expect(await decode(await red.clone().toColourspace('rgb16').png().toBuffer(), one)).toEqual([255, 0, 0]);
  const [r = 0, g = 255, b = 255] = await decode(await red.clone().toColourspace('cmyk').jpeg().toBuffer(), one);
  expect(r).toBeGreaterThan(200);
  expect(Math.max(g, b)).toBeLessThan(60);
});

test('a picture that is wider than the model’s is stretched, cut or framed', async () => {
  const wide = await picture(4, [RED, GREEN, GREEN, BLUE, RED, GREEN, GREEN, BLUE]).png().toBuffer();
  expect(await decode(wide, { fit: 'cover' })).toEqual(greens(4));
  const framed = await decode(wide, { width: 4, height: 4, fit: 'contain', background: [9, 9, 9] });
  expect(framed.slice(0, 15)).toEqual([...new Array(12).fill(9), 255, 0, 0]);
  const stretched = await decode(wide, { width: 4, height: 1 });
  expect(stretched).toEqual([...(RED ?? []), ...greens(2), ...(BLUE ?? [])]);
});

test.each([
  [1, [RED, GREEN, BLUE, GREY]],
  [2, [GREEN, RED, GREY, BLUE]],
  [3, [GREY, BLUE, GREEN, RED]],
  [6, [BLUE, RED, GREY, GREEN]],
  [8, [GREEN, GREY, RED, BLUE]],
])('a camera’s orientation %i is applied', async (orientation, upright) => {
  const png = await picture(2, QUARTERS).withMetadata({ orientation }).png().toBuffer();
  expect(await decode(png)).toEqual(upright.flat());
});

test('of an animation the first frame is read', async () => {
  const frames = [RED, BLUE].map((colour) => ({
    create: { width: 2, height: 2, channels: 3 as const, background: `rgb(${colour?.join()})` },
  }));
  const images = await Promise.all(frames.map((frame) => sharp(frame).png().toBuffer()));
  for (const format of ['gif', 'webp'] as const) {
    const file = await sharp(images, { join: { animated: true } })
      .toFormat(format, { lossless: true })
      .toBuffer();
    expect((await sharp(file).metadata()).pages).toBe(2);
    expect(await decode(file, { width: 1, height: 1 })).toEqual([255, 0, 0]);
  }
});

test.each([
  ['jpeg', {}],
  ['jpeg', { progressive: true }],
  ['png', {}],
  ['png', { progressive: true }],
  ['webp', {}],
  ['webp', { lossless: true }],
  ['gif', {}],
  ['avif', { effort: 0 }],
] as const)('a %s (%o) that is cut off anywhere is refused or still whole', async (format, options) => {
  const whole = await noise(96, 64).toFormat(format, options).toBuffer();
  for (const size of [
    { width: 96, height: 64 },
    { width: 8, height: 8 },
  ]) {
    const decodeSized = createPictureDecoder({ ...PLAIN, ...size });
    const expected = await decodeSized(whole);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: whole.length - 1 }), async (length) => {
        const tensor = await decodeSized(whole.subarray(0, length)).catch((error: unknown) => error);
        if (tensor instanceof Float32Array) expect(tensor).toEqual(expected);
        else expect(tensor).toMatchObject({ code: 'BAD_USER_INPUT' });
      }),
      { seed: 1, numRuns: 60, examples: [[whole.length - 1], [whole.length - 2], [whole.length >> 1]] },
    );
  }
});

test('damaged bytes give a picture of the right size or a typed error', async () => {
  for (const format of ['jpeg', 'png', 'webp', 'gif', 'avif'] as const) {
    const whole = await noise(24, 24).toFormat(format).toBuffer();
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), async (place, flip) => {
        const damaged = Buffer.from(whole);
        damaged[place] = (damaged[place] ?? 0) ^ flip;
        const tensor = await createPictureDecoder(PLAIN)(damaged).catch((error: unknown) => error);
        if (tensor instanceof Float32Array) expect(tensor).toHaveLength(12);
        else expect(tensor).toMatchObject({ code: 'BAD_USER_INPUT' });
      }),
      { seed: 1, numRuns: 40 },
    );
  }
});

test('any bytes that begin like a picture give a typed error', async () => {
  const starts = [
    'ffd8ffe0',
    '89504e470d0a1a0a',
    '474946383961',
    '524946460000000057454250',
    '000000206674797061766966',
  ];
  const bytes = fc
    .tuple(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 300 }))
    .map(([start, rest]) => Buffer.concat([Buffer.from(start, 'hex'), rest]));
  await fc.assert(
    fc.asyncProperty(bytes, async (given) => {
      expect(await refusal(given)).toMatchObject({
        code: 'BAD_USER_INPUT',
        message: expect.stringMatching(/^Expected/),
      });
    }),
    { seed: 1 },
  );
});

test('a small file that holds a huge picture is refused before it is decoded', async () => {
  const bomb = await sharp({
    create: { width: 7_000, height: 6_000, channels: 3, background: 'red' },
    limitInputPixels: false,
  })
    .png({ compressionLevel: 6 })
    .toBuffer();
  const before = process.memoryUsage().rss;
  expect(await refusal(bomb)).toMatchObject({
    code: 'BAD_USER_INPUT',
    message: 'Expected a picture of at most 40 million pixels, got a PNG picture of more.',
  });
  expect(process.memoryUsage().rss - before).toBeLessThan(100e6);
});

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';

test.each([
  ['no bytes', Buffer.alloc(0), 'Expected a JPEG, PNG, WebP, GIF or AVIF picture, got no bytes.'],
  ['SVG', Buffer.from(SVG), 'Expected a JPEG, PNG, WebP, GIF or AVIF picture, got bytes that are none of them.'],
  ['a text', Buffer.from('hello'), 'Expected a JPEG, PNG, WebP, GIF or AVIF picture, got bytes that are none of them.'],
  ['10.5 MB', Buffer.alloc(10_500_000, 255), 'Expected a picture of at most 10 MB, got 10.5 MB.'],
  [
    'half a JPEG',
    Buffer.from('ffd8ffe000', 'hex'),
    'Expected a whole JPEG picture, got one that is broken or cut off.',
  ],
])('%s is told from a picture', async (_, bytes, message) => {
  expect(await refusal(bytes)).toMatchObject({ code: 'BAD_USER_INPUT', message });
});

test('a TIFF, which libvips would read, is refused', async () => {
  const tiff = await picture(2, QUARTERS).tiff().toBuffer();
  expect(await refusal(tiff)).toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('what is not bytes is refused with its type', async () => {
  const given: unknown = 'picture';
  // As from a caller in plain JavaScript.
  expect(await refusal(given as Uint8Array)).toMatchObject({ message: 'Expected the bytes of a picture, got string.' });
});
