/** Upper ends of the bins of scores. */
const EDGES = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.3, 1];
const ECE_BINS = 10;

export interface Scored {
  readonly score: number;
  readonly fraud: boolean;
  readonly reported: boolean;
}

export interface CalibrationRow {
  readonly from: number;
  readonly to: number;
  readonly n: number;
  readonly meanScore: number;
  /** The share that the shop was told of by the world's last day. */
  readonly reported: number;
  /** The share that truly is fraud. */
  readonly fraud: number;
}

export function calibrationTable(scored: readonly Scored[]): CalibrationRow[] {
  return EDGES.map((to, index) => {
    const from = EDGES[index - 1] ?? 0;
    const own = scored.filter(({ score }) => score > from && score <= to);
    const share = (holds: (one: Scored) => boolean) => own.filter(holds).length / Math.max(1, own.length);
    return {
      from,
      to,
      n: own.length,
      meanScore: own.reduce((sum, { score }) => sum + score, 0) / Math.max(1, own.length),
      reported: share(({ reported }) => reported),
      fraud: share(({ fraud }) => fraud),
    };
  });
}

/** Mean gap between score and outcome over ten bins of equally many orders: scores are near 0, and equal steps would put all in one. */
export function calibrationError(scored: readonly Scored[], outcome: 'fraud' | 'reported'): number {
  const sorted = [...scored].sort((a, b) => a.score - b.score);
  const gaps = Array.from({ length: ECE_BINS }, (_, bin) => {
    const part = sorted.slice(
      Math.floor((bin * sorted.length) / ECE_BINS),
      Math.floor(((bin + 1) * sorted.length) / ECE_BINS),
    );
    return Math.abs(part.reduce((sum, one) => sum + one.score - (one[outcome] ? 1 : 0), 0));
  });
  return gaps.reduce((sum, gap) => sum + gap, 0) / sorted.length;
}
