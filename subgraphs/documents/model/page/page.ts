import type { FontFamily } from './fonts.ts';

/** A page as it is drawn: pixels from the top left, shapes first, then the text over them. */
export interface Page {
  readonly width: number;
  readonly height: number;
  /** An SVG colour, as all colours here. */
  readonly background: string;
  readonly blocks: readonly TextBlock[];
  readonly shapes: readonly Shape[];
}

/** Text on one line. */
export interface TextBlock {
  readonly text: string;
  readonly x: number;
  /** Of the baseline. */
  readonly y: number;
  /** Pixels to the em. */
  readonly size: number;
  readonly font: FontFamily;
  /** Default 400. */
  readonly weight?: 400 | 700;
  /** Default black. */
  readonly colour?: string;
}

export type Shape =
  | {
      readonly kind: 'line';
      readonly from: Point;
      readonly to: Point;
      readonly colour: string;
      readonly width: number;
    }
  | {
      readonly kind: 'box';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly fill?: string;
      /** The colour of its edge, one pixel wide. */
      readonly stroke?: string;
      /** Of its round corners. */
      readonly radius?: number;
    };

export type Point = readonly [x: number, y: number];

/** What a reader of the page should read on one line. */
export interface TrueLine {
  readonly text: string;
  /** Its corners, clockwise from where its first letter begins at the top. */
  readonly corners: readonly [Point, Point, Point, Point];
}
