/** A name with its unit, and the value. */
export type Figures = Readonly<Record<string, number>>;

export const START = 'start, ms';
export const PEAK = 'peak RSS, MB';
