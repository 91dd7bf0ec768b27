/**
 * The limit: the model's own code in a loop on one thread, with nothing around it. `rawLoop.ts WORDS` answers a message
 * `{ batch, seconds }` with the items per second that batches of that size reach.
 */

import { readManifest } from '../../kit/model/manifest.ts';
import { readModelFile } from '../../kit/model/modelFile.ts';
import sentiment from '../../subgraphs/sentiment/model.ts';
import { textsOf } from './texts.ts';

const folder = new URL('../../subgraphs/sentiment/model/', import.meta.url);
const manifest = await readManifest(folder);
const model = await sentiment.load({
  manifest,
  read: (name) => {
    const entry = manifest.files[name];
    if (entry === undefined) throw new Error(`no file ${name}`);
    return readModelFile(folder, name, entry);
  },
});
const texts = textsOf(JSON.parse(process.argv[2] ?? '[]'));

process.on('message', async ({ batch, seconds }: { batch: number; seconds: number }) => {
  const started = performance.now();
  let items = 0;
  while (performance.now() - started < seconds * 1_000) {
    await model.predict(Array.from({ length: batch }, () => texts.next().value));
    items += batch;
  }
  process.send?.({ perSecond: (items * 1_000) / (performance.now() - started) });
});
process.send?.('ready');
