import sharp, { type Sharp } from 'sharp';
import { Random } from '../../../../world/random.ts';
import { homography } from './homography.ts';
import type { Point } from './page.ts';

/** What a scanner or a phone does to a page. What is absent is not done. */
export interface Degradation {
  /** Clockwise. */
  readonly rotateDegrees?: number;
  /** The share by which the top edge is shorter than the bottom edge, as when a phone is held at a slant. */
  readonly perspective?: number;
  /** What shows around a page that is turned, as #rrggbb. Default white. */
  readonly surround?: string;
  /** In pixels. */
  readonly blurSigma?: number;
  /** The share of the light that is gone where the shadow is deepest. */
  readonly shadow?: number;
  /** Its standard deviation, in steps of 255. */
  readonly noise?: number;
  /** 1 to 100. */
  readonly jpegQuality?: number;
  /** Of the noise and of where the shadow falls. */
  readonly seed: string;
}

export interface Degraded {
  readonly png: Buffer;
  /** Where a point of the page came to lie. */
  readonly move: (point: Point) => Point;
}

interface Raster {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly channels: 1 | 2 | 3 | 4;
}

/** Degrades a picture in the order in which it happens: the page lies turned, light and lens, sensor, file. */
export async function degrade(png: Buffer, degradation: Degradation): Promise<Degraded> {
  const { blurSigma, shadow, noise, jpegQuality } = degradation;
  const random = new Random(degradation.seed);
  const grey = (await sharp(png).metadata()).space === 'b-w';
  const { raster, move } = turned(await decoded(sharp(png), grey), degradation);
  if (shadow !== undefined) castShadow(raster, shadow, random);
  let seen = blurSigma === undefined ? raster : await decoded(encoded(raster).blur(blurSigma), grey);
  if (noise !== undefined) addNoise(seen, noise, random);
  if (jpegQuality !== undefined) {
    seen = await decoded(sharp(await encoded(seen).jpeg({ quality: jpegQuality }).toBuffer()), grey);
  }
  const image = grey ? encoded(seen).toColourspace('b-w') : encoded(seen);
  return { png: await image.png({ compressionLevel: 3 }).toBuffer(), move };
}

/** To grey, where the picture was grey: sharp makes it three channels otherwise. */
async function decoded(image: Sharp, grey: boolean): Promise<Raster> {
  const { data, info } = await (grey ? image.toColourspace('b-w') : image).raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, channels: info.channels as Raster['channels'] };
}

function encoded({ data, width, height, channels }: Raster): Sharp {
  return sharp(data, { raw: { width, height, channels } });
}

/** Slants and turns the page, on a canvas that holds all of it; between pixels it mixes the four nearest. */
function turned(page: Raster, { rotateDegrees = 0, perspective = 0, surround = '#ffffff' }: Degradation) {
  if (rotateDegrees === 0 && perspective === 0) return { raster: page, move: (point: Point) => point };
  const { width, height, channels } = page;
  const angle = (rotateDegrees * Math.PI) / 180;
  const [sine, cosine] = [Math.sin(angle), Math.cos(angle)];
  const turn = (x: number, y: number): Point => [x * cosine - y * sine, x * sine + y * cosine];
  const inset = (width * perspective) / 2;
  const corners = [turn(inset, 0), turn(width - inset, 0), turn(width, height), turn(0, height)] as const;
  const left = Math.min(...corners.map(([x]) => x));
  const top = Math.min(...corners.map(([, y]) => y));
  // Rounded first, or 90 degrees would add a column for what the sine is short of 1.
  const size = (values: readonly number[], start: number) =>
    Math.ceil(Number((Math.max(...values) - start).toFixed(6)));
  const shift = ([x, y]: Point): Point => [x - left, y - top];
  const [a, b, c, d] = corners;
  const to = [shift(a), shift(b), shift(c), shift(d)] as const;
  const from = [[0, 0] as Point, [width, 0] as Point, [width, height] as Point, [0, height] as Point] as const;
  const [forth, back] = [homography(from, to), homography(to, from)];

  const wide = size(
    corners.map(([x]) => x),
    left,
  );
  const high = size(
    corners.map(([, y]) => y),
    top,
  );
  const outside = [1, 3, 5].map((at) => Number.parseInt(surround.slice(at, at + 2), 16));
  const data = new Uint8Array(wide * high * channels);
  const sample = (x: number, y: number, channel: number): number =>
    x < 0 || y < 0 || x >= width || y >= height
      ? (outside[channel] ?? 255)
      : (page.data[(y * width + x) * channels + channel] ?? 255);
  for (let y = 0, at = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) {
      const [sourceX, sourceY] = back(x + 0.5, y + 0.5);
      const [x0, y0] = [Math.floor(sourceX - 0.5), Math.floor(sourceY - 0.5)];
      const [right, below] = [sourceX - 0.5 - x0, sourceY - 0.5 - y0];
      for (let channel = 0; channel < channels; channel++, at++) {
        const upper = sample(x0, y0, channel) * (1 - right) + sample(x0 + 1, y0, channel) * right;
        const lower = sample(x0, y0 + 1, channel) * (1 - right) + sample(x0 + 1, y0 + 1, channel) * right;
        data[at] = Math.round(upper * (1 - below) + lower * below);
      }
    }
  }
  return { raster: { data, width: wide, height: high, channels }, move: ([x, y]: Point) => forth(x, y) };
}

/** Darkens from one side to the other, along a direction that is drawn. */
function castShadow({ data, width, height, channels }: Raster, depth: number, random: Random): void {
  const [alongX, alongY] = [random.next() * 2 - 1, random.next() * 2 - 1];
  const length = Math.abs(alongX) + Math.abs(alongY);
  for (let y = 0, at = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const way = 0.5 + (alongX * (x / width - 0.5) + alongY * (y / height - 0.5)) / length;
      const light = 1 - depth * way * way * (3 - 2 * way);
      for (let channel = 0; channel < channels; channel++, at++) data[at] = Math.round((data[at] ?? 0) * light);
    }
  }
}

/** Grey noise, near normal: the sum of four uniform numbers has a third of 1 as its variance. */
function addNoise({ data, channels }: Raster, deviation: number, random: Random): void {
  for (let at = 0; at < data.length; at += channels) {
    const drawn = random.next() + random.next() + random.next() + random.next() - 2;
    const noise = drawn * Math.sqrt(3) * deviation;
    for (let channel = 0; channel < channels; channel++) {
      data[at + channel] = Math.max(0, Math.min(255, Math.round((data[at + channel] ?? 0) + noise)));
    }
  }
}
