/** In pixels; y goes down. */
export interface Point {
  readonly x: number;
  readonly y: number;
}
