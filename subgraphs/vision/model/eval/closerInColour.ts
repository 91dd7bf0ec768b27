import sharp from 'sharp';
import { readPicture } from './readPicture.ts';

type Lab = readonly [lightness: number, a: number, b: number];

/** How many pictures of a pool are nearer to the query, by their mean colours, than the nearest of the similar ones is. */
export async function closerInColour(
  query: string,
  pool: readonly string[],
  similar: readonly string[],
): Promise<number> {
  const asked = await meanColour(query);
  const distance = async (path: string) => {
    const colour = await meanColour(path);
    return Math.hypot(...colour.map((value, i) => value - (asked[i] ?? 0)));
  };
  const nearest = Math.min(...(await Promise.all(similar.map(distance))));
  const others = await Promise.all(pool.filter((path) => !similar.includes(path)).map(distance));
  return others.filter((each) => each < nearest).length;
}

const known = new Map<string, Promise<Lab>>();

function meanColour(path: string): Promise<Lab> {
  const colour = known.get(path) ?? measure(path);
  known.set(path, colour);
  return colour;
}

/** The mean CIE Lab colour of what is at least half opaque, at 64 by 64 pixels. */
async function measure(path: string): Promise<Lab> {
  const pixels = await sharp(await readPicture(path))
    .resize(64, 64, { fit: 'contain', background: { r: 0, g: 0, b: 0, alpha: 0 } })
    .ensureAlpha()
    .raw()
    .toBuffer();
  const sum = [0, 0, 0];
  let count = 0;
  for (let at = 0; at < pixels.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = pixels.subarray(at, at + 4);
    if (alpha < 127.5) continue;
    toLab(red, green, blue).forEach((value, i) => {
      sum[i] = (sum[i] ?? 0) + value;
    });
    count += 1;
  }
  const [lightness = 0, a = 0, b = 0] = sum.map((value) => value / count);
  return [lightness, a, b];
}

/** Of sRGB bytes, under D65: CIE 15:2004. */
function toLab(...bytes: readonly [red: number, green: number, blue: number]): Lab {
  const [red = 0, green = 0, blue = 0] = bytes.map((byte) => {
    const value = byte / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  const x = root((0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505);
  const y = root(0.2126 * red + 0.7152 * green + 0.0722 * blue);
  const z = root((0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.089);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

function root(value: number): number {
  return value > 0.008856 ? Math.cbrt(value) : 7.787 * value + 16 / 116;
}
