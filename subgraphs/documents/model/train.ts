import { pino } from 'pino';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { createBaseline } from '../../../kit/model/quality/baseline.ts';
import { ModelRuntime } from '../../../kit/model/runtime.ts';
import type { TextVector } from '../../../kit/model/text/characterGrams.ts';
import { openTestSet } from '../../../models/training/testSet.ts';
import { writeModelFolder } from '../../../models/training/writeModelFolder.ts';
import { detector, recogniser } from '../definitions.ts';
import { judge, parseHead } from '../head.ts';
import type { Readers } from '../readFile.ts';
import { FEATURES, featuresOf, WORDS, wordsOf } from '../text/features.ts';
import { DOCUMENTS, documentItem, TEXTS, textItem } from './eval/documents.ts';
import { readExamples } from './examples.ts';
import { kindFigures } from './kindFigures.ts';
import { learn } from './learn.ts';
import { detectorDraft, kindsDraft, recogniserDraft, wordsDraft } from './manifests.ts';
import { type ReadPage, readingFigures } from './readingFigures.ts';
import { readTestPages } from './readTestPages.ts';
import { readScans } from './scans.ts';

interface Kind {
  readonly draft: Manifest;
  readonly folder: URL;
  readonly size: number;
  readonly featuresOf: (text: string) => TextVector;
}

const heads: readonly Kind[] = [
  { draft: wordsDraft, folder: new URL('../words/', import.meta.url), featuresOf: wordsOf, size: WORDS },
  { draft: kindsDraft, folder: new URL('./', import.meta.url), featuresOf, size: FEATURES },
];

/** Trains the models of kinds, measures them and the models that read on the held-out test sets, and writes their folders. */
export async function train(): Promise<void> {
  await writeModelFolder(detector.folder, detectorDraft, {});
  await writeModelFolder(recogniser.folder, recogniserDraft, {});
  const runtime = await ModelRuntime.start({ log: pino({ level: 'silent' }), workers: 2, cacheBytes: 0 });
  try {
    const readers: Readers = { detector: await runtime.load(detector), recogniser: await runtime.load(recogniser) };
    console.log('Reading training pages…');
    const examples = [...(await readExamples()), ...(await readScans(readers))];
    const learnt = heads.map((head) => ({ head, ...learn(head.draft.name, examples, head) }));
    for (const { head, headJson } of learnt) await writeModelFolder(head.folder, head.draft, { 'head.json': headJson });
    console.log('Reading the held-out pages…');
    const pages = await readTestPages(readers);
    const reading = readingFigures(pages);
    print(reading);
    await writeModelFolder(detector.folder, { ...detectorDraft, quality: reading }, {});
    await writeModelFolder(recogniser.folder, { ...recogniserDraft, quality: reading }, {});
    for (const { head, headJson, signals } of learnt) {
      const quality = await examine(head, headJson, pages);
      const on = 'the training documents, each judged by a model that had not seen its like';
      const training = { ...head.draft.training, items: examples.length };
      const manifest = { ...head.draft, training, quality, baseline: createBaseline(on, signals) };
      await writeModelFolder(head.folder, manifest, { 'head.json': headJson });
    }
  } finally {
    await runtime.close();
  }
}

/** What a model makes of the test pages, as they were read, and of the test texts. */
async function examine({ draft, featuresOf: read }: Kind, weights: string, pages: readonly ReadPage[]) {
  const model = { ...draft, weights };
  const head = parseHead(weights);
  const judgeText = (text: string) => judge(head, text, read).output;
  await openTestSet(DOCUMENTS, documentItem, model);
  const texts = await openTestSet(TEXTS, textItem, model);
  const quality = kindFigures(
    pages.map(({ item, text }) => ({ ...item, judgement: judgeText(text) })),
    texts.map((item) => ({ ...item, judgement: judgeText(item.text) })),
  );
  console.log(`${draft.name}:`);
  print(quality);
  return quality;
}

function print(quality: Manifest['quality']): void {
  for (const { metric, on, value, n, interval } of quality) {
    const range = interval ? ` [${interval.map((bound) => bound.toFixed(4)).join(', ')}]` : '';
    console.log(`  ${metric}, ${on}: ${value.toFixed(4)}${range}, n = ${n}`);
  }
}
