export interface Progress {
  /** What is being done, as a person reads it. */
  readonly step: string;
  /** Share of the whole that is behind us, 0 to 1. */
  readonly fraction: number;
}
