import type { ShownJob } from './shownJob.ts';

/** How far a job is, in figures: `3 of 7`, or `3` while nobody knows how much there is. */
export function countsOf({ progress }: ShownJob): string | null {
  if (progress === null) return null;
  const done = progress.done.toLocaleString('en');
  return progress.total === null ? done : `${done} of ${progress.total.toLocaleString('en')}`;
}

/** The share that is done, 0 to 1: what has succeeded is done, whatever its handler told; null while nobody knows. */
export function fractionOf({ status, progress }: ShownJob): number | null {
  if (status === 'SUCCEEDED') return 1;
  if (progress === null || progress.total === null) return null;
  return progress.total === 0 ? 1 : Math.min(1, progress.done / progress.total);
}

export function percentOf(job: ShownJob): string {
  const fraction = fractionOf(job);
  return fraction === null ? '' : `${Math.floor(fraction * 100)}%`;
}
