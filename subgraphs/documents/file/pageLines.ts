import type { Grey } from '../ocr/grey.ts';
import type { TextBox } from '../ocr/textBox.ts';
import { cornersOf } from '../ocr/textBox.ts';

/** Where something is on a page, in shares of its width and height, from the left and from the top. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A piece of a row of text on a page: what it says, or a picture that says it. */
export interface PageLine {
  /** Pieces of one row stand beside one another. */
  readonly row: number;
  readonly place: Place;
  readonly content: { readonly text: string } | { readonly picture: Grey };
}

/** The lines of a page in reading order. */
export interface PageLines {
  /** Pages of the whole file. */
  readonly pageCount: number;
  readonly lines: readonly PageLine[];
}

/**
 * The upright rectangle around a box.
 * @param quarters how many quarter turns to the left the page was given before: the place is where it was then.
 */
export function placeOf(box: TextBox, page: Pick<Grey, 'width' | 'height'>, quarters: 0 | 1): Place {
  const corners = cornersOf(box).map(({ x, y }) => {
    const [across, down] = [within(x / page.width), within(y / page.height)];
    return quarters === 0 ? { x: across, y: down } : { x: 1 - down, y: across };
  });
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function within(share: number): number {
  return Math.min(1, Math.max(0, share));
}
