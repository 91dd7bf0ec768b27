import type { Run } from './run.ts';

/** A compiled plan node. It never rejects: what fails is noted in the run. */
export type Step = (run: Run) => Promise<void> | undefined;
