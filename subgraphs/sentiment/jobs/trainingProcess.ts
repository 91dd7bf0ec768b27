/** A process that trains the head, told what by its one argument, and tells its parent how far it is. */
import { constants, setPriority } from 'node:os';
import { checkVersion } from '../../../kit/model/versions/checkVersion.ts';
import { sendError } from '../../../kit/model/worker/sentError.ts';
import { DOMAINS, readTrainingData, type Sentence } from '../model/dataset.ts';
import { trainHead, writeHead } from '../model/trainHead.ts';
import type { TrainingNews, TrainingOrder } from './trainApart.ts';

const parent = process.ppid;

// Predictions that somebody waits for go first.
setPriority(constants.priority.PRIORITY_BELOW_NORMAL);
try {
  const order: TrainingOrder = JSON.parse(process.argv[2] ?? '');
  const folder = new URL(order.folder);
  const { sentences, questions } = await readTrainingData();
  const trained = await trainHead({
    sentences: select(sentences, order.sentencesOfEachDomain),
    questions: questions.slice(0, order.sentencesOfEachDomain),
    version: order.version,
    command: order.command,
    progress: (done, total, stage) => {
      // Fitting does not leave the event loop a turn in which it would be told.
      if (process.ppid !== parent) process.exit(1);
      tell({ kind: 'progress', done, total, stage });
    },
  });
  await writeHead(folder, trained);
  tell({ kind: 'trained', manifest: await checkVersion(folder) });
} catch (error) {
  tell({ kind: 'failed', error: sendError(error) });
}
process.disconnect?.();

function tell(news: TrainingNews): void {
  process.send?.(news);
}

function select(sentences: readonly Sentence[], ofEach = Number.POSITIVE_INFINITY): readonly Sentence[] {
  return [...DOMAINS, 'messages'].flatMap((domain) =>
    sentences.filter((sentence) => sentence.domain === domain).slice(0, ofEach),
  );
}
