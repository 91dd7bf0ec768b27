/**
 * The limit: a model's own code in a loop on one thread, with nothing around it. `rawLoop.ts CASE` answers a message
 * `{ batch, seconds }` with the items per second that batches of that size reach.
 */

import type { LoadedModel } from '../../kit/model/defineModel.ts';
import { readManifest } from '../../kit/model/folder/manifest.ts';
import { readModelFile } from '../../kit/model/folder/modelFile.ts';
import { makeCases } from './cases.ts';

const { [process.argv[2] ?? '']: chosen } = await makeCases();
if (chosen === undefined) throw new Error(`there is no case ${process.argv[2]}`);
const { folder, code } = chosen.definition;
const { manifest } = await readManifest(folder);
const loader: { default: { load(folder: object): Promise<LoadedModel<unknown, unknown>> } } = await import(code.href);
const model = await loader.default.load({
  manifest,
  onUnload: () => {},
  read: (name: string) => {
    const entry = manifest.files[name];
    if (entry === undefined) throw new Error(`no file ${name}`);
    return readModelFile(folder, name, entry);
  },
});
const items = await chosen.items();

process.on('message', async ({ batch, seconds }: { batch: number; seconds: number }) => {
  const started = performance.now();
  let done = 0;
  while (performance.now() - started < seconds * 1_000) {
    const results = await model.predict(Array.from({ length: batch }, () => items.next().value));
    const wrong = results.find((result) => result instanceof Error);
    if (wrong) throw wrong;
    done += batch;
  }
  process.send?.({ perSecond: (done * 1_000) / (performance.now() - started) });
});
process.send?.('ready');
