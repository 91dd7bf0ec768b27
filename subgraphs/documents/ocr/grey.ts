/** A page or a part of one: one byte a pixel, row by row, 0 is black. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** The same after a quarter turn to the left: what was right is on top. */
export function turnedLeft({ width, height, pixels }: Grey): Grey {
  const turned = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) turned[(width - 1 - x) * height + y] = pixels[y * width + x] ?? 0;
  }
  return { width: height, height: width, pixels: turned };
}
