import { pino } from 'pino';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { createBaseline } from '../../../kit/model/quality/baseline.ts';
import { ModelRuntime } from '../../../kit/model/runtime.ts';
import { writeModelFolder } from '../../../models/training/writeModelFolder.ts';
import { detector, recogniser } from '../definitions.ts';
import { judge, parseHead } from '../head.ts';
import type { Readers } from '../readFile.ts';
import { FEATURES, featuresOf, WORDS, wordsOf } from '../text/features.ts';
import { readExamples } from './examples.ts';
import { learn } from './learn.ts';
import { detectorDraft, kindsDraft, recogniserDraft, wordsDraft } from './manifests.ts';
import { readScans } from './scans.ts';

const heads = [
  { draft: wordsDraft, folder: new URL('../words/', import.meta.url), featuresOf: wordsOf, size: WORDS },
  { draft: kindsDraft, folder: new URL('./', import.meta.url), featuresOf, size: FEATURES },
];

/** Trains the models of kinds, measures them and the models that read on the held-out test set, and writes their folders. */
export async function train(): Promise<void> {
  await writeModelFolder(detector.folder, detectorDraft, {});
  await writeModelFolder(recogniser.folder, recogniserDraft, {});
  const runtime = await ModelRuntime.start({ log: pino({ level: 'silent' }), workers: 1, cacheBytes: 0 });
  try {
    const readers: Readers = {
      detector: await runtime.load(detector),
      recogniser: await runtime.load(recogniser),
    };
    console.log('Reading the training pages…');
    const examples = [...(await readExamples()), ...(await readScans(readers))];
    for (const { draft, folder, ...features } of heads) {
      const { headJson, signals } = learn(draft.name, examples, features);
      const head = parseHead(headJson);
      const quality: Manifest['quality'] = [];
      await writeModelFolder(
        folder,
        {
          ...draft,
          training: { ...draft.training, items: examples.length },
          quality,
          baseline: createBaseline('the training documents, each judged by a model that had not seen its like', signals),
        },
        { 'head.json': headJson },
      );
    }
  } finally {
    await runtime.close();
  }
}
