import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import { z } from 'zod';
import { openTestSet } from './testSet.ts';

const item = z.strictObject({ text: z.string(), label: z.string() });

async function setUp() {
  const folder = await mkdtemp(join(tmpdir(), 'test-set-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'test.jsonl');
  await writeFile(file, '{"text":"Hello","label":"en"}\n{"text":"Halo","label":"id"}\n');
  const openings = async (): Promise<unknown[]> =>
    (await readFile(join(folder, 'openings.jsonl'), 'utf8'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
  return {
    open: (version: string, weights: string) => openTestSet(pathToFileURL(file), item, { name: 'm', version, weights }),
    openings,
  };
}

test('each version opens it once, and the opening is logged', async () => {
  const { open, openings } = await setUp();
  expect(await open('1.0.0', 'a')).toEqual([
    { text: 'Hello', label: 'en' },
    { text: 'Halo', label: 'id' },
  ]);
  await open('1.1.0', 'b');
  expect(await openings()).toMatchObject([
    { set: 'test.jsonl', model: 'm', version: '1.0.0' },
    { set: 'test.jsonl', model: 'm', version: '1.1.0' },
  ]);
});

test('the same weights measured again are no new opening, and others are refused under the same version', async () => {
  const { open, openings } = await setUp();
  await open('1.0.0', 'a');
  await open('1.0.0', 'a');
  expect(await openings()).toHaveLength(1);
  await expect(open('1.0.0', 'tuned')).rejects.toMatchObject({
    code: 'CONFLICT',
    message: expect.stringContaining('test.jsonl was opened for m 1.0.0 with other weights'),
  });
});
