import { fork } from 'node:child_process';
import type { Manifest } from '../folder/manifest.ts';
import type { SentError } from '../worker/messages.ts';
import { receiveError } from '../worker/sentError.ts';

/** What a program that trains exports as `train`: fills a folder with a version of a model, and says what it wrote. */
export type TrainingProgram<Order> = (
  order: Order,
  progress: (done: number, total: number, stage: string) => void,
) => Promise<Manifest>;

export type TrainingNews =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly stage: string }
  | { readonly kind: 'trained'; readonly manifest: Manifest }
  | { readonly kind: 'failed'; readonly error: SentError };

export interface TrainingObserver {
  /** The model's name, for errors. */
  readonly model: string;
  readonly signal: AbortSignal;
  progress(done: number, total: number, stage: string): void;
}

/**
 * Trains a model in a process of its own: that takes a minute or more without a pause, and can be ended at any time.
 * @param program the module of a `TrainingProgram`
 * @param order what it is told, as JSON
 * @returns the manifest of what was written.
 * @throws CodedError what the program throws, such as `MODEL_UNAVAILABLE` where there is nothing to learn from; the
 * signal's reason once it aborts.
 */
export async function trainApart(
  program: URL,
  order: object,
  { model, signal, progress }: TrainingObserver,
): Promise<Manifest> {
  signal.throwIfAborted();
  const child = fork(new URL('./trainingProcess.mjs', import.meta.url), [program.href], {
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
      // One that has died already says so by closing.
      child.send(order, () => {});
    });
    signal.throwIfAborted();
    if (outcome?.kind === 'trained') return outcome.manifest;
    if (outcome?.kind === 'failed') throw receiveError(outcome.error, model);
    throw new Error(`The process that trains ${model} ended with ${ended}, and told nothing.`);
  } finally {
    signal.removeEventListener('abort', kill);
  }
}
