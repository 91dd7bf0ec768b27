/**
 * `npm run bench:search`: searches 100,000 products: how long one takes, what the index weighs, how long it is built, and how
 * the island's exact comparison of vectors stands beside an approximate one, which needs `npm ci --prefix
 * bench/search/approximate`. Another number of products may stand behind `--`.
 */

import { readFile } from 'node:fs/promises';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { readManifest } from '../kit/model/folder/manifest.ts';
import { ensureModels, ensurePackages } from '../models/ensureModels.ts';
import { fusionSchema } from '../subgraphs/search/fusion.ts';
import { NO_FILTERS } from '../subgraphs/search/retrieval/filters.ts';
import { DIMENSIONS, quantise } from '../subgraphs/search/retrieval/quantised.ts';
import { SearchIndex } from '../subgraphs/search/retrieval/searchIndex.ts';
import { IndexThread } from '../subgraphs/search/thread/indexThread.ts';
import { makeCatalogue } from './search/catalogue.ts';
import { latencyOf } from './search/measure.ts';
import { compareNearest } from './search/nearest.ts';

const BATCH = 1_000;
const count = Number(process.argv[2] ?? 100_000);
const modelFolder = new URL('../subgraphs/search/model/', import.meta.url);

await ensurePackages();
await ensureModels();
await readManifest(modelFolder);
const fusion = fusionSchema.parse(JSON.parse(await readFile(new URL('fusion.json', modelFolder), 'utf8')));
console.log(`Making ${count.toLocaleString('en')} products…`);
const catalogue = await makeCatalogue(count);
const { products, vectors, queries } = catalogue;
const vectorOf = (row: number) => quantise(vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS));

const thread = new IndexThread(modelFolder);
await thread.ask('begin', null);
const rssBefore = process.memoryUsage().rss;
const cpuBefore = process.cpuUsage();
for (let start = 0; start < count; start += BATCH) {
  const own = products.slice(start, start + BATCH);
  await thread.ask('write', { products: own, vectors: own.map(({ id }, at) => [id, vectorOf(start + at)] as const) });
}
await thread.ask('serve', null);
const building = process.cpuUsage(cpuBefore);
const buildSeconds = (building.user + building.system) / 1e6;
const megabytes = (process.memoryUsage().rss - rssBefore) / 1e6;

const search = async ({ text, vector }: (typeof queries)[number], first = 20) => {
  const { terms } = await thread.ask('read', { text, asking: { as: 'query', language: null } });
  return thread.ask('search', {
    ...{ terms, vector: quantise(vector), fusion, threshold: fusion.queryThreshold, filters: NO_FILTERS },
    ...{ after: null, first },
  });
};
for (const query of queries.slice(0, 50)) await search(query);
const delay = monitorEventLoopDelay({ resolution: 1 });
delay.enable();
const whole = await latencyOf(queries, search);
delay.disable();
const [product] = products;
const change = await latencyOf(queries.slice(0, 100), async () => {
  await thread.ask('write', {
    products: product ? [product] : [],
    vectors: product ? [[product.id, vectorOf(0)]] : [],
  });
});
await thread.close();

// The parts of the index weigh the same beside the thread, where they can be asked.
const index = new SearchIndex();
for (const [row, each] of products.entries()) {
  index.put(each);
  index.setVector(each.id, vectorOf(row));
}
const parts = {
  words: index.words.size.bytes / 1e6,
  terms: index.words.size.terms,
  vectors: index.vectors.byteLength / 1e6,
};

console.log(
  '\nA search in the index’s thread, read, compared by words and meaning, counted by facets and highlighted:',
);
console.table({
  search: { 'CPU ms': whole.cpuMs.toFixed(1), 'p50 ms': whole.p50Ms.toFixed(1), 'p99 ms': whole.p99Ms.toFixed(1) },
  'a change of one product': {
    'CPU ms': change.cpuMs.toFixed(1),
    'p50 ms': change.p50Ms.toFixed(1),
    'p99 ms': change.p99Ms.toFixed(1),
  },
  'delay of the event loop meanwhile': { 'p99 ms': (delay.percentile(99) / 1e6).toFixed(1) },
});
console.log(
  `built in ${buildSeconds.toFixed(1)} s of the processor; ${megabytes.toFixed(0)} MB more memory, of it vectors ${parts.vectors.toFixed(0)} MB and ${parts.terms.toLocaleString('en')} terms ${parts.words.toFixed(0)} MB`,
);
const nearest = await compareNearest(catalogue);
console.log('\nThe ten nearest vectors, one thread:');
console.table(
  Object.fromEntries(
    Object.entries(nearest).map(([way, { cpuMs, p50Ms, p99Ms, buildSeconds: built, megabytes: mega, recallAt10 }]) => [
      way,
      {
        ...{
          'CPU ms': cpuMs.toFixed(2),
          'p50 ms': p50Ms.toFixed(2),
          'p99 ms': p99Ms.toFixed(2),
          'build CPU s': built.toFixed(1),
          MB: mega.toFixed(0),
        },
        'recall@10': recallAt10.toFixed(3),
      },
    ]),
  ),
);
if (Object.keys(nearest).length < 4) console.log('For the approximate ones: npm ci --prefix bench/search/approximate');
console.log(
  JSON.stringify({
    bench: 'search',
    products: count,
    searchCpuMs: round(whole.cpuMs),
    searchP50Ms: round(whole.p50Ms),
    searchP99Ms: round(whole.p99Ms),
    loopDelayP99Ms: round(delay.percentile(99) / 1e6),
    buildSeconds: round(buildSeconds),
    megabytes: round(megabytes),
    changeP50Ms: round(change.p50Ms),
    index: { vectorMegabytes: round(parts.vectors), wordMegabytes: round(parts.words), terms: parts.terms },
    nearest,
  }),
);

function round(value: number): number {
  return Math.round(10 * value) / 10;
}
