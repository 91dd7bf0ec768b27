/** A process that trains a model by the program that its one argument names, on the order that its parent sends it. */
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { sendError } from '../worker/sentError.ts';
import type { TrainingNews, TrainingProgram } from './trainApart.ts';

const parent = process.ppid;

// Predictions that somebody waits for go first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
try {
  const [order] = await once(process, 'message');
  const { train }: { train: TrainingProgram<unknown> } = await import(process.argv[2] ?? '');
  const manifest = await train(order, (done, total, stage) => {
    // Learning does not leave the event loop a turn in which it would be told.
    if (process.ppid !== parent) process.exit(1);
    tell({ kind: 'progress', done, total, stage });
  });
  tell({ kind: 'trained', manifest });
} catch (error) {
  tell({ kind: 'failed', error: sendError(error) });
}
process.disconnect?.();

function tell(news: TrainingNews): void {
  process.send?.(news);
}
