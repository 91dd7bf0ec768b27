import sharp from 'sharp';

const WIDTH = 640;
const HEIGHT = 480;
const DIFFERENT = 256;

/** JPEGs of 640 × 480, each of other coloured noise, over and over: more than are ever under way at once. */
export async function pictures(): Promise<Iterator<Uint8Array, never>> {
  const made: Uint8Array[] = [];
  for (let index = 0; index < DIFFERENT; index++) {
    const small = Buffer.from(Array.from({ length: 3 * 8 * 6 }, (_, place) => (place * 37 + index * 101) % 256));
    const picture = sharp(small, { raw: { width: 8, height: 6, channels: 3 } }).resize(WIDTH, HEIGHT);
    made.push(await picture.jpeg().toBuffer());
  }
  return (function* (): Generator<Uint8Array, never> {
    for (let index = 0; ; index++) yield made[index % made.length] ?? new Uint8Array();
  })();
}
