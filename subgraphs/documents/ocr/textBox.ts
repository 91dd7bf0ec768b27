import type { Point } from './point.ts';

/** A rectangle around a line of text, as it lies on the page. */
export interface TextBox {
  readonly centre: Point;
  /** Along the line. */
  readonly width: number;
  /** Across the line. */
  readonly height: number;
  /** Of the reading direction: 0 is to the right, a quarter of a turn is down; radians. */
  readonly angle: number;
}

/** Top left, top right, bottom right and bottom left, as one who reads the line sees them. */
export function cornersOf({ centre, width, height, angle }: TextBox): readonly [Point, Point, Point, Point] {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  const at = (along: number, across: number): Point => ({
    x: centre.x + along * cos - across * sin,
    y: centre.y + along * sin + across * cos,
  });
  const [w, h] = [width / 2, height / 2];
  return [at(-w, -h), at(w, -h), at(w, h), at(-w, h)];
}

/** The same rectangle, read after so many quarter turns to the right. */
export function turned({ centre, width, height, angle }: TextBox, quarters: number): TextBox {
  const [along, across] = quarters % 2 === 0 ? [width, height] : [height, width];
  return { centre, width: along, height: across, angle: angle + (quarters * Math.PI) / 2 };
}

/** The box in a page that is so many times as large. */
export function scaled({ centre, width, height, angle }: TextBox, factor: number): TextBox {
  return {
    centre: { x: centre.x * factor, y: centre.y * factor },
    width: width * factor,
    height: height * factor,
    angle,
  };
}
