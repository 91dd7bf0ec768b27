import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Manifest, readManifest } from '../folder/manifest.ts';
import { checkVersion } from './checkVersion.ts';
import { readTraffic, writeTraffic } from './traffic.ts';
import { TrainedVersions } from './trainedVersions.ts';

/** What a trained file has in it. */
const TRAINED = '{}';

let folder: URL;
let manifest: Manifest;
let versions: TrainedVersions;
beforeEach(async () => {
  folder = pathToFileURL(`${await mkdtemp(join(tmpdir(), 'archipelago-test-'))}/`);
  await writeModel(folder);
  ({ manifest } = await readManifest(folder));
  versions = new TrainedVersions(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function writeModel(where: URL): Promise<void> {
  const { manifest: lengths } = await readManifest(new URL('../fixtures/lengths/', import.meta.url));
  const sha256 = createHash('sha256').update(TRAINED).digest('hex');
  const files = { 'head.json': { source: 'file:head.json', sha256 } };
  await writeFile(new URL('head.json', where), TRAINED);
  await writeFile(new URL('manifest.json', where), JSON.stringify({ ...lengths, version: '1.1.0', files }));
}

const inVersions = () => readdir(new URL('versions/', folder));

async function draftOf(jobId: string, attempt = 1): Promise<URL> {
  const draft = await versions.openDraft(jobId, attempt);
  await writeFile(new URL('head.json', draft), TRAINED);
  return draft;
}

test('what is placed is a whole version under the next patch number, whatever else lies there', async () => {
  for (const other of ['2.0.7', '1.0.9', '1.1.x', 'job-2-1.unfinished'])
    await mkdir(new URL(`versions/${other}/`, folder), { recursive: true });
  expect(await versions.place(await draftOf('job-1'), manifest)).toEqual({ ...manifest, version: '1.1.1' });
  expect((await versions.place(await draftOf('job-3'), manifest)).version).toBe('1.1.2');
  expect(await checkVersion(new URL('versions/1.1.1/', folder))).toEqual({ ...manifest, version: '1.1.1' });
  expect((await inVersions()).sort()).toEqual(['1.0.9', '1.1.1', '1.1.2', '1.1.x', '2.0.7', 'job-2-1.unfinished']);
});

test('of two that are placed at once each has a number of its own', async () => {
  const drafts = await Promise.all(['job-1', 'job-2', 'job-3'].map((job) => draftOf(job)));
  const placed = await Promise.all(drafts.map((draft) => versions.place(draft, manifest)));
  expect(placed.map(({ version }) => version).sort()).toEqual(['1.1.1', '1.1.2', '1.1.3']);
  for (const { version } of placed) {
    expect((await checkVersion(new URL(`versions/${version}/`, folder))).version).toBe(version);
  }
});

test('a version is found again by the command that trained it', async () => {
  const training = { ...manifest.training, command: 'as job-1' };
  const placed = await versions.place(await draftOf('job-1'), { ...manifest, training });
  await versions.place(await draftOf('job-2'), manifest);
  expect(await versions.trainedBy('as job-1')).toEqual(placed);
  expect(await versions.trainedBy('as job-2')).toBeNull();
});

test('a version that another program left half-written is not what was looked for', async () => {
  await mkdir(new URL('versions/1.1.1/', folder), { recursive: true });
  await writeFile(new URL('versions/1.1.1/manifest.json', folder), '{');
  expect(await versions.trainedBy('as job-1')).toBeNull();
});

test('a version that is served takes all traffic and keeps what was before, also when it is served again', async () => {
  await writeTraffic(folder, { weights: { '1.1.0': 95, '1.2.0': 5 } });
  const { previous, since } = await versions.serve('1.1.1');
  expect(previous).toEqual({ '1.1.0': 95, '1.2.0': 5 });
  expect(Math.abs(Date.now() - since.getTime())).toBeLessThan(10_000);
  const traffic = { weights: { '1.1.1': 1 }, previous };
  expect(await readTraffic(folder)).toEqual(traffic);
  expect(await versions.serve('1.1.1')).toEqual({ previous, since });
  expect(await readTraffic(folder)).toEqual(traffic);
});

test('before the first change the manifest says what is served', async () => {
  expect((await versions.serve('1.1.1')).previous).toEqual({ '1.1.0': 1 });
});

test('a folder that cannot be written to is told before anything is trained', async () => {
  await writeFile(new URL('versions', folder), 'not a folder');
  await expect(versions.openDraft('job-1', 1)).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message: expect.stringMatching(
      /^A new version cannot be written to the folder versions\/ of the model \(ENOTDIR\)\. Make it a volume/,
    ),
  });
  expect(await readFile(new URL('versions', folder), 'utf8')).toBe('not a folder');
});

test('what an attempt that was lost has left behind goes when the next one begins', async () => {
  await draftOf('job-1');
  await draftOf('job-2');
  const draft = await draftOf('job-1', 2);
  expect((await inVersions()).sort()).toEqual(['job-1-2.unfinished', 'job-2-1.unfinished']);
  await versions.removeDraft(draft);
  expect(await inVersions()).toEqual(['job-2-1.unfinished']);
});
