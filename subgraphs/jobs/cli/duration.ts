const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
] as const;

/** How long, in its largest unit that is not zero: `3d`, `5h`, `12m`, `40s`. Rounded down; nothing is negative. */
export function formatDuration(ms: number): string {
  for (const [unit, size] of UNITS) if (ms >= size) return `${Math.floor(ms / size)}${unit}`;
  return '0s';
}
