import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { buildMissing } from './buildMissing.ts';
import type { BuiltModel } from './builtModel.ts';
import type { Progress } from './progress.ts';

let directory: string;
let builds: number;
let prepared: number;
let progress: Progress[];

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'models-'));
  builds = 0;
  prepared = 0;
  progress = [];
});
afterEach(() => rm(directory, { recursive: true }));

function modelOf(content: string, made = content): BuiltModel {
  return {
    name: 'poem',
    version: '1.0.0',
    files: { 'poem.txt': createHash('sha256').update(content).digest('hex') },
    build: async () => {
      builds++;
      return { 'poem.txt': Buffer.from(made) };
    },
  };
}

const ensure = (model: BuiltModel) =>
  buildMissing({
    models: [model],
    folder: pathToFileURL(`${directory}/`),
    prepare: async () => {
      prepared++;
    },
    onProgress: (step) => progress.push(step),
  });

const poem = () => readFile(join(directory, 'poem/1.0.0/poem.txt'), 'utf8');

test('a missing model is built, and the second call finds it and does nothing', async () => {
  expect(await ensure(modelOf('tide'))).toBe(true);
  expect(await poem()).toBe('tide');
  expect(progress.map(({ step }) => step)).toEqual([
    'Preparing the models',
    'Building poem 1.0.0',
    'The models are ready',
  ]);
  progress = [];
  expect(await ensure(modelOf('tide'))).toBe(false);
  expect({ builds, prepared, progress }).toEqual({ builds: 1, prepared: 1, progress: [] });
});

test('a file that was changed or cut short is built anew', async () => {
  await ensure(modelOf('tide'));
  await writeFile(join(directory, 'poem/1.0.0/poem.txt'), 'ti');
  expect(await ensure(modelOf('tide'))).toBe(true);
  expect(await poem()).toBe('tide');
});

test('what a killed build left behind is cleared away and never used', async () => {
  await mkdir(join(directory, 'poem/1.0.0'), { recursive: true });
  await writeFile(join(directory, 'poem/1.0.0/poem.txt.4711.unfinished'), 'ti');
  await ensure(modelOf('tide'));
  expect(await readdir(join(directory, 'poem/1.0.0'))).toEqual(['poem.txt']);
});

test('of several that find it missing at once, one builds and the others wait for it', async () => {
  const model = modelOf('tide');
  expect(await Promise.all([ensure(model), ensure(model), ensure(model)])).toEqual([true, true, true]);
  expect(builds).toBe(1);
  expect(await poem()).toBe('tide');
});

test('a build that makes other bytes is MODEL_UNAVAILABLE with both sha256 and leaves no file', async () => {
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
  await expect(ensure(modelOf('tide', 'ebb'))).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message: expect.stringContaining(
      `Building poem 1.0.0 should have made poem.txt with sha256 ${sha256('tide')}, but made ${sha256('ebb')}.`,
    ),
  });
  expect(await readdir(join(directory, 'poem/1.0.0'))).toEqual([]);
});
