import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Job } from '../../../kit/jobs/job.ts';
import { ALICE, openTestJobs, type TestJobs } from '../../../kit/jobs/testJobs.ts';
import { readManifest } from '../../../kit/model/folder/manifest.ts';
import { checkVersion } from '../../../kit/model/versions/checkVersion.ts';
import { readTraffic } from '../../../kit/model/versions/traffic.ts';
import { TrainedVersions } from '../../../kit/model/versions/trainedVersions.ts';
import { createTestHead, FEW_SENTENCES, type TestHead } from '../testHead.ts';
import { commandOf, defineRebuildHead, headRebuild } from './rebuildHead.ts';

/** Training yields to whatever else the machine does. */
const WITHIN = { timeout: 90_000 };

let t: TestJobs;
let head: TestHead;
let rebuild: ReturnType<typeof defineRebuildHead>;
beforeAll(async () => {
  [t, head] = await Promise.all([openTestJobs('pglite'), createTestHead()]);
  await raiseReleasedFigure(0.99);
  rebuild = defineRebuildHead({ folder: head.folder, sentencesOfEachDomain: FEW_SENTENCES });
  t.jobs.work([rebuild], { services: {} });
});
afterAll(async () => {
  await t?.close();
  await head?.remove();
});
/** Words whose valence is known make even a head of few sentences one that may reach the released figure on 60. */
async function raiseReleasedFigure(value: number): Promise<void> {
  const { manifest } = await readManifest(head.folder);
  const quality = manifest.quality.map((figure, index) => (index === 0 ? { ...figure, value } : figure));
  await writeFile(new URL('manifest.json', head.folder), JSON.stringify({ ...manifest, quality }));
}

const versions = () => new URL('versions/', head.folder);
beforeEach(() => rm(versions(), { recursive: true, force: true }));

async function ended(options: { runAt?: Date } = {}, meanwhile = async (_id: string) => {}): Promise<Job> {
  const { id } = await t.jobs.submit(rebuild, null, { identity: ALICE, ...options });
  await meanwhile(id);
  return t.until(id, 'SUCCEEDED', 'FAILED', 'PARKED', 'CANCELLED');
}

test(
  'a head that is not as good as the released one is not served, and the job says so with both figures',
  async () => {
    const { state, attempt, error } = await ended();
    expect({ state, attempt, code: error?.code }).toEqual({ state: 'FAILED', attempt: 1, code: 'CONFLICT' });
    const figure = (value: string, n: string) =>
      `accuracy ${value} on unseen domains, mean of the three \\(n = ${n}\\)`;
    expect(error?.message).toMatch(
      new RegExp(
        `^The rebuilt head is not served: expected it to reach ${figure('0\\.99', '2972')}, as sentiment-minilm 1\\.1\\.0 does; it has ${figure('0\\.\\d+', '60')}\\. What is served stays\\.$`,
      ),
    );
    expect(await readdir(versions())).toEqual([]);
    expect(await readTraffic(head.folder)).toBeNull();
  },
  WITHIN.timeout,
);

test('an attempt after one that was lost serves what that one made, and makes no other', async () => {
  const { manifest } = await readManifest(head.folder);
  const runAt = new Date(Date.now() + 1_500);
  const { state, id, result } = await ended({ runAt }, async (job) => {
    const headVersions = new TrainedVersions(head.folder);
    const draft = await headVersions.openDraft(job, 1);
    for (const file of ['head.json', 'valences.txt']) await cp(new URL(file, head.folder), new URL(file, draft));
    await headVersions.place(draft, { ...manifest, training: { ...manifest.training, command: commandOf(job) } });
  });
  expect(state).toBe('SUCCEEDED');
  expect(headRebuild.parse(result)).toEqual({
    model: { name: 'sentiment-minilm', version: '1.1.1' },
    previous: ['1.1.0'],
    quality: manifest.quality,
    trainedOn: manifest.training.items,
    servedSince: expect.any(String),
  });
  expect((await readdir(versions())).sort()).toEqual(['1.1.1', 'traffic.json']);
  expect((await checkVersion(new URL('1.1.1/', versions()))).training.command).toContain(id);
  expect(await readTraffic(head.folder)).toEqual({ weights: { '1.1.1': 1 }, previous: { '1.1.0': 1 } });
});

test('where nothing can be written the job has failed before anything is trained, and says what to do', async () => {
  await writeFile(new URL('versions', head.folder), '');
  try {
    expect(await ended()).toMatchObject({
      state: 'FAILED',
      attempt: 1,
      error: { code: 'MODEL_UNAVAILABLE', message: expect.stringContaining('Make it a volume with room') },
    });
  } finally {
    await rm(new URL('versions', head.folder));
  }
});

test(
  'a job that is cancelled ends its process at once and leaves nothing behind',
  async () => {
    const before = await readFile(new URL('head.json', head.folder), 'utf8');
    const job = await ended({}, async (id) => {
      const progress = async () => (await t.jobs.directory.summaries([id], ALICE))[0]?.progress;
      await expect.poll(progress, WITHIN).toMatchObject({ done: expect.any(Number), total: expect.any(Number) });
      const cancelled = await t.jobs.directory.cancel(id, ALICE);
      expect(cancelled.state).toBe('RUNNING');
      const at = Date.now();
      const { finishedAt } = await t.until(id, 'CANCELLED');
      expect((finishedAt?.getTime() ?? Number.NaN) - at).toBeLessThan(1_000);
    });
    expect(job.state).toBe('CANCELLED');
    await expect.poll(() => readdir(versions())).toEqual([]);
    expect(await readFile(new URL('head.json', head.folder), 'utf8')).toBe(before);
  },
  WITHIN.timeout,
);
