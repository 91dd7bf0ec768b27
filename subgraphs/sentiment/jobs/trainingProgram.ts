import { checkVersion } from '../../../kit/model/versions/checkVersion.ts';
import type { TrainingProgram } from '../../../kit/model/versions/trainApart.ts';
import { DOMAINS, readTrainingData, type Sentence } from '../model/dataset.ts';
import { trainHead, writeHead } from '../model/trainHead.ts';

export interface TrainingOrder {
  /** Where head.json and manifest.json are written to, as a URL. */
  readonly folder: string;
  readonly version: string;
  readonly command: string;
  /** The first so many of each domain instead of all. */
  readonly sentencesOfEachDomain?: number | undefined;
}

/** Trains the head; every file of what it writes was checked. */
export const train: TrainingProgram<TrainingOrder> = async (order, progress) => {
  const folder = new URL(order.folder);
  const { sentences, questions } = await readTrainingData();
  const { version, command, sentencesOfEachDomain } = order;
  const trained = await trainHead({
    sentences: select(sentences, sentencesOfEachDomain),
    questions: questions.slice(0, sentencesOfEachDomain),
    version,
    command,
    progress,
  });
  await writeHead(folder, trained);
  return checkVersion(folder);
};

function select(sentences: readonly Sentence[], ofEach = Number.POSITIVE_INFINITY): readonly Sentence[] {
  return [...DOMAINS, 'messages'].flatMap((domain) =>
    sentences.filter((sentence) => sentence.domain === domain).slice(0, ofEach),
  );
}
