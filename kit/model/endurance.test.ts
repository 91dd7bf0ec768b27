import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DefinitionOf } from './defineModel.ts';
import type lengths from './fixtures/lengths/model.ts';
import type { Item } from './fixtures/lengths/model.ts';
import { addVersion, temporaryModel } from './fixtures/lengths/versions.ts';
import type { ModelHandle } from './handle.ts';
import { ModelRuntime } from './runtime.ts';
import { writeTraffic } from './versions/traffic.ts';

const code = new URL('./fixtures/lengths/model.ts', import.meta.url);
type Definition = DefinitionOf<typeof lengths>;

setFlagsFromString('--expose-gc');
const collectGarbage: () => void = runInNewContext('gc');

let runtime: ModelRuntime;
let folder: URL;
let model: ModelHandle<Item, number>;

beforeEach(async () => {
  folder = await temporaryModel();
  runtime = await ModelRuntime.start({ log: pino({ level: 'silent' }), workers: 1, cacheBytes: 1_000_000 });
  const definition: Definition = { folder, code };
  model = await runtime.load(definition);
});
afterEach(() => runtime.close());

function megabytes(): { heap: number; resident: number } {
  collectGarbage();
  const { heapUsed, rss } = process.memoryUsage();
  return { heap: heapUsed / 2 ** 20, resident: rss / 2 ** 20 };
}

/** So many items from 64 callers, no two alike. */
async function predict(items: number, from: number): Promise<void> {
  let next = from;
  const caller = async (): Promise<void> => {
    while (next < from + items) {
      const text = `text ${next++}`;
      if ((await model.predict({ text })).output !== text.length) throw new Error(`a wrong answer to ${text}`);
    }
  };
  await Promise.all(Array.from({ length: 64 }, caller));
}

test('memory is the same after 100,000 predictions', async () => {
  // What two collectors keep for themselves grows for as long, then stays.
  await predict(60_000, 0);
  const before = megabytes();
  await predict(100_000, 60_000);
  const after = megabytes();
  expect(after.heap - before.heap).toBeLessThan(4);
  // Of the worker's thread too; what its collector happens to leave differs.
  expect(after.resident - before.resident).toBeLessThan(60);
});

test('versions that come and go leave nothing behind', async () => {
  await addVersion(folder, '2.0.0', 1);
  const swap = async (round: number): Promise<void> => {
    await writeTraffic(folder, { weights: { [round % 2 === 0 ? '2.0.0' : '1.0.0']: 1 } });
    await model.reload();
    await predict(50, round * 50);
  };
  for (let round = 0; round < 6; round++) await swap(round);
  const before = megabytes();
  for (let round = 6; round < 20; round++) await swap(round);
  expect(megabytes().heap - before.heap).toBeLessThan(2);
});

test('of 1,000 requests half are aborted: those have their reason, the others their answer', async () => {
  const aborts = Array.from({ length: 1_000 }, () => new AbortController());
  const answers = aborts.map(({ signal }, index) => model.predict({ text: `text ${index}` }, { signal }));
  for (const [index, abort] of aborts.entries()) if (index % 2 === 1) abort.abort(new Error(`${index} left`));
  const outcomes = await Promise.allSettled(answers);
  expect(
    outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.output : outcome.reason.message)),
  ).toEqual(outcomes.map((_, index) => (index % 2 === 1 ? `${index} left` : `text ${index}`.length)));
  const [report] = await runtime.report();
  expect(report?.versions[0]?.queue).toBe(0);
  expect(await model.predict({ text: 'after' })).toMatchObject({ output: 5 });
});

test('bad inputs among good ones have their own errors, and disturb nobody', async () => {
  const big = 'x'.repeat(2 ** 20);
  const inputs = ['good', '', 'nan', 'broken', 'exit', big, 'half \ud800', 'throw', 'better'];
  const outcomes = await Promise.allSettled(inputs.map((text) => model.predict({ text })));
  expect(
    outcomes.map((outcome) => (outcome.status === 'fulfilled' ? outcome.value.output : outcome.reason.code)),
  ).toEqual([4, 'BAD_USER_INPUT', 'MODEL_FAILED', 'MODEL_FAILED', 'MODEL_FAILED', 2 ** 20, 6, 'MODEL_FAILED', 6]);
});
