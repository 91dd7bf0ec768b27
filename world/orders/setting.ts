/**
 * What of the simulator may be set otherwise, to see how something does where there is more or less to be found. The world
 * of the demo is always that of `COMMITTED`.
 */
export interface Setting {
  /** What tastes and styles are multiplied by: how much customers differ. */
  readonly taste: number;
  /** The exponent of Zipf's law: the product of rank r sells as r to the power of minus this. */
  readonly popularity: number;
  /** What the orders of a usual year are multiplied by. */
  readonly activity: number;
}

/** As world/orders/README.md tells. */
export const COMMITTED: Setting = Object.freeze({ taste: 1, popularity: 0.7, activity: 1 });
