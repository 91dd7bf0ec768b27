import { existsSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DefinitionOf } from '../defineModel.ts';
import type lengths from '../fixtures/lengths/model.ts';
import { addVersion, temporaryModel } from '../fixtures/lengths/versions.ts';
import type { ModelHandle } from '../handle.ts';
import { ModelRuntime } from '../runtime.ts';
import { writeTraffic } from './traffic.ts';

const code = new URL('../fixtures/lengths/model.ts', import.meta.url);
type Definition = DefinitionOf<typeof lengths>;
type Item = Definition extends { types?: (item: infer Input) => unknown } ? Input : never;

let runtime: ModelRuntime;
let folder: URL;
let model: ModelHandle<Item, number>;

beforeEach(async () => {
  folder = await temporaryModel();
  runtime = await ModelRuntime.start({ log: pino({ level: 'silent' }), workers: 1 });
  model = await runtime.load<Item, number>({ folder, code });
});
afterEach(() => runtime.close());

const ask = async (text: string, options = {}) => {
  const { output, model: by } = await model.predict({ text }, options);
  return { output, version: by.version };
};

test('a new version goes live under load: no prediction fails, and what began with the old one ends with it', async () => {
  await addVersion(folder, '2.0.0', 100);
  const seen = new Set<string>();
  let asked = 0;
  let live = false;
  const caller = async (): Promise<void> => {
    while (!live) {
      const text = `${asked++}`.padStart(6, '0');
      const { output, version } = await ask(text);
      seen.add(`${version} ${output}`);
    }
  };
  const callers = Array.from({ length: 20 }, caller);
  while (asked < 200) await new Promise((resolve) => setImmediate(resolve));
  await writeTraffic(folder, { weights: { '2.0.0': 1 } });
  await model.reload();
  expect(await ask('after')).toEqual({ output: 500, version: '2.0.0' });
  live = true;
  await Promise.all(callers);
  expect([...seen].sort()).toEqual(['1.0.0 6', '2.0.0 600']);
  expect(model.versions).toEqual(['2.0.0']);
});

test('while a new version is loaded the worker goes on with the old one', async () => {
  const hold = fileURLToPath(new URL('hold', folder));
  await writeFile(hold, '');
  await addVersion(folder, '2.0.0', 100, { hold });
  await writeTraffic(folder, { weights: { '2.0.0': 1 } });
  expect((await ask('before')).version).toBe('1.0.0');
  const reloaded = model.reload();
  await expect.poll(() => existsSync(`${hold}.seen`), { timeout: 20_000 }).toBe(true);
  expect(await ask('meanwhile')).toEqual({ output: 9, version: '1.0.0' });
  await rm(hold);
  await reloaded;
  expect(await ask('after')).toEqual({ output: 500, version: '2.0.0' });
});

test('the file is watched: writing it is all that a new version takes', async () => {
  await addVersion(folder, '2.0.0', 100);
  await writeTraffic(folder, { weights: { '2.0.0': 1 } });
  await expect.poll(async () => (await ask('abc')).version, { timeout: 20_000 }).toBe('2.0.0');
});

test('a version that cannot be loaded changes nothing, and says why', async () => {
  await addVersion(folder, '2.0.0', 100, { corrupt: true });
  await writeTraffic(folder, { weights: { '1.0.0': 1, '2.0.0': 1 } });
  await expect(model.reload()).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message: expect.stringMatching(/^The model file factor\.json \(file:factor\.json\) is corrupt: expected sha256 /),
  });
  expect(model.versions).toEqual(['1.0.0']);
  expect(await ask('abc')).toEqual({ output: 3, version: '1.0.0' });
});

test('a corrupt version does not go live while the only worker is being replaced', async () => {
  await addVersion(folder, '2.0.0', 100, { corrupt: true });
  await writeTraffic(folder, { weights: { '2.0.0': 1 } });
  const dying = expect(ask('exit')).rejects.toMatchObject({ code: 'MODEL_FAILED' });
  await expect(model.reload()).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
  await dying;
  expect(await ask('abc')).toEqual({ output: 3, version: '1.0.0' });
});

test('workers that could not be replaced are there again once they can, without anybody asking', async () => {
  const factor = new URL('factor.json', folder);
  await writeFile(factor, '9');
  await expect(ask('exit')).rejects.toMatchObject({ code: 'MODEL_FAILED' });
  await expect.poll(() => model.ready).toBe(false);
  await writeFile(factor, '1');
  await expect.poll(() => model.ready, { timeout: 20_000 }).toBe(true);
  expect(await ask('abc')).toEqual({ output: 3, version: '1.0.0' });
});

test('a bad version of one model keeps no other from its good one', async () => {
  const second = await temporaryModel();
  const other = await runtime.load<Item, number>({ folder: second, code });
  await ask('at work');
  await addVersion(folder, '2.0.0', 100, { corrupt: true });
  await addVersion(second, '2.0.0', 100);
  for (const one of [folder, second]) await writeTraffic(one, { weights: { '2.0.0': 1 } });
  const outcomes = await Promise.allSettled([model.reload(), other.reload()]);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'fulfilled']);
  expect([model.versions, other.versions]).toEqual([['1.0.0'], ['2.0.0']]);
});

test('a process starts without a version that cannot be loaded, as long as another has a share', async () => {
  const started = await temporaryModel();
  await addVersion(started, '2.0.0', 100, { corrupt: true });
  await writeTraffic(started, { weights: { '1.0.0': 1, '2.0.0': 1 } });
  expect((await runtime.load<Item, number>({ folder: started, code })).versions).toEqual(['1.0.0']);
  await writeTraffic(started, { weights: { '1.0.0': 0, '2.0.0': 1 } });
  await expect(runtime.load<Item, number>({ folder: started, code })).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE',
  });
});

test.each([
  ['no version with a weight', { '1.0.0': 0 }],
  ['a negative weight', { '1.0.0': -1 }],
  ['what is no version', { latest: 1 }],
])('traffic of %s cannot be written', async (_, weights) => {
  await expect(writeTraffic(folder, { weights })).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
});

test('a folder whose manifest has another version than its name is refused', async () => {
  await addVersion(folder, '2.0.0', 100);
  await writeTraffic(folder, { weights: { '3.0.0': 1 } });
  await expect(model.reload()).rejects.toMatchObject({ code: 'MODEL_UNAVAILABLE' });
});

test('a canary gets its share, a subject keeps its version, and so does an input without a subject', async () => {
  await addVersion(folder, '2.0.0', 100);
  await writeTraffic(folder, { weights: { '1.0.0': 90, '2.0.0': 10 } });
  await model.reload();
  const versions = await Promise.all(
    Array.from({ length: 500 }, async (_, index) => (await ask(`text ${index}`)).version),
  );
  const share = versions.filter((version) => version === '2.0.0').length / versions.length;
  // Four standard deviations of 10% of 500.
  expect(share).toBeGreaterThan(0.046);
  expect(share).toBeLessThan(0.154);
  const again = await Promise.all(
    Array.from({ length: 500 }, async (_, index) => (await ask(`text ${index}`)).version),
  );
  expect(again).toEqual(versions);
  const identity = { tenant: null, subject: 'somebody' };
  const own = await Promise.all(
    Array.from({ length: 50 }, async (_, index) => (await ask(`x ${index}`, { identity })).version),
  );
  expect(new Set(own).size).toBe(1);
});

test('a version that stands by with weight 0 gets nothing, can be asked for by name, and takes over at once', async () => {
  await addVersion(folder, '2.0.0', 100);
  await writeTraffic(folder, { weights: { '1.0.0': 1, '2.0.0': 0 } });
  await model.reload();
  expect(model.versions).toEqual(['1.0.0', '2.0.0']);
  expect(await ask('abc')).toEqual({ output: 3, version: '1.0.0' });
  expect(await ask('abc', { version: '2.0.0' })).toEqual({ output: 300, version: '2.0.0' });
  await expect(ask('abc', { version: '3.0.0' })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    message: 'The model lengths has no version 3.0.0 here; there is 1.0.0, 2.0.0.',
  });
  await writeTraffic(folder, { weights: { '1.0.0': 0, '2.0.0': 1 } });
  await model.reload();
  expect(await ask('abc')).toEqual({ output: 300, version: '2.0.0' });
});

test('a version that comes back after it was unloaded answers as it did before', async () => {
  const before = await ask('abc');
  await addVersion(folder, '2.0.0', 100);
  await writeTraffic(folder, { weights: { '2.0.0': 1 } });
  await model.reload();
  await writeTraffic(folder, { weights: { '1.0.0': 1 } });
  await model.reload();
  expect(await ask('abc')).toEqual(before);
  expect(await ask('not known yet')).toEqual({ output: 13, version: '1.0.0' });
});

test('reports tell version, traffic, latency, batch size, queue, drift and quality', async () => {
  await ask('abc');
  const [report] = await runtime.report();
  expect(report).toMatchObject({ name: 'lengths', fallback: false, instance: expect.stringMatching(/\/\d+$/) });
  expect(report?.versions).toEqual([
    {
      version: '1.0.0',
      traffic: 1,
      ready: true,
      latency: { p50: expect.any(Number), p99: expect.any(Number) },
      batchSize: 1,
      queue: 0,
      drift: { status: 'NO_BASELINE', samples: 1, signals: [] },
      quality: [],
      liveQuality: null,
    },
  ]);
});
