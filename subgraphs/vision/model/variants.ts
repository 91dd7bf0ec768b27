import sharp, { type Sharp } from 'sharp';

const BACKGROUNDS = ['#ffffff', '#e8eef5', '#f3e9dc', '#dfe8dd', '#eeeeee', '#f7dfe3'];
const HUES = [60, 120, 180, 240, 300];
const CLEAR = { r: 255, g: 255, b: 255, alpha: 0 };

/** How many there are of each picture, the unaltered one first. */
export const VARIANTS = 6;
/** Those in which it is flat like a drawing, in other colours or its own. */
export const FLAT = [1, 4];

/**
 * A picture as it is, and as it might be in another style: flat, in other colours, without any, turned, smaller, or before
 * another background. What stays the same in them is what the thing is known by. Chosen by the picture's place: no chance.
 */
export async function variantsOf(bytes: Buffer, place: number): Promise<readonly Buffer[]> {
  const background = (shift: number): string => BACKGROUNDS[(place + shift) % BACKGROUNDS.length] ?? '#ffffff';
  const flat = (picture: Sharp, colours: number): Promise<Buffer> =>
    picture.flatten({ background: '#ffffff' }).png({ palette: true, colours, dither: 0 }).toBuffer();
  const turned = await sharp(bytes)
    .rotate(place % 2 === 0 ? -12 : 12, { background: CLEAR })
    .png()
    .toBuffer();
  const { width = 0, height = 0 } = await sharp(bytes).metadata();
  const inner = { left: 12, top: 12, width: width - 24, height: height - 24 };
  return [
    bytes,
    await flat(sharp(bytes).flop().median(5), 12),
    await sharp(turned).extend({ top: 40, bottom: 40, left: 40, right: 40, background: CLEAR }).png().toBuffer(),
    await sharp(bytes)
      .flatten({ background: background(0) })
      .greyscale()
      .png()
      .toBuffer(),
    await flat(
      sharp(bytes)
        .modulate({ hue: HUES[place % HUES.length] ?? 0, saturation: 1.2 })
        .median(3),
      8,
    ),
    await sharp(bytes)
      .flop()
      .extract(inner)
      .flatten({ background: background(3) })
      .png()
      .toBuffer(),
  ];
}
