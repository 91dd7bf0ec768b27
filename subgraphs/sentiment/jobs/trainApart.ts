import { fork } from 'node:child_process';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import type { SentError } from '../../../kit/model/worker/messages.ts';
import { receiveError } from '../../../kit/model/worker/sentError.ts';

export interface TrainingOrder {
  /** Where head.json and manifest.json are written to, as a URL. */
  readonly folder: string;
  readonly version: string;
  readonly command: string;
  /** The first so many of each domain instead of all. */
  readonly sentencesOfEachDomain?: number | undefined;
}

export type TrainingNews =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly stage: string }
  | { readonly kind: 'trained'; readonly manifest: Manifest }
  | { readonly kind: 'failed'; readonly error: SentError };

export interface TrainingObserver {
  readonly signal: AbortSignal;
  progress(done: number, total: number, stage: string): void;
}

/**
 * Trains the head in a process of its own: it takes a minute or more without a pause, and can be ended at any time.
 * @returns the manifest of what was written; every file of it was checked.
 * @throws CodedError `MODEL_UNAVAILABLE` where there is nothing to learn from; the signal's reason once it aborts.
 */
export async function trainApart(order: TrainingOrder, { signal, progress }: TrainingObserver): Promise<Manifest> {
  signal.throwIfAborted();
  const child = fork(new URL('./trainingProcess.mjs', import.meta.url), [JSON.stringify(order)], {
    // Loaders of this process are not its own.
    execArgv: [],
    // What it has to say it tells; warnings are for the log.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let outcome: Exclude<TrainingNews, { kind: 'progress' }> | undefined;
  child.on('message', (news: TrainingNews) => {
    if (news.kind === 'progress') progress(news.done, news.total, news.stage);
    else outcome = news;
  });
  const kill = (): void => void child.kill('SIGKILL');
  signal.addEventListener('abort', kill, { once: true });
  try {
    const ended = await new Promise<number | string | null>((resolve, reject) => {
      child.once('error', reject);
      // By then everything that it told has come.
      child.once('close', (code, killedBy) => resolve(killedBy ?? code));
    });
    signal.throwIfAborted();
    if (outcome?.kind === 'trained') return outcome.manifest;
    if (outcome?.kind === 'failed') throw receiveError(outcome.error, 'sentiment-minilm');
    throw new Error(`The process that trains the head ended with ${ended}, and told nothing.`);
  } finally {
    signal.removeEventListener('abort', kill);
  }
}
