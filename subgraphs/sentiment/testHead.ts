import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readManifest } from '../../kit/model/folder/manifest.ts';
import { versionFolder, writeTraffic } from '../../kit/model/versions/traffic.ts';
import { trainHeadApart } from './jobs/rebuildHead.ts';

/** So few of each domain that a test can wait for a head of them; it is a poor one. */
export const FEW_SENTENCES = 20;
/** The released head, where a poor one has the released version. */
export const GOOD_VERSION = '1.2.0';

const released = new URL('model/', import.meta.url);

/** A model folder for tests to put versions into: those of the checkout are every process's. */
export interface TestHead {
  readonly folder: URL;
  remove(): Promise<void>;
}

/** One with the released head. */
export async function createTestHead(): Promise<TestHead> {
  const folder = pathToFileURL(`${await mkdtemp(join(tmpdir(), 'archipelago-test-'))}/`);
  for (const file of ['head.json', 'valences.txt', 'manifest.json'])
    await cp(new URL(file, released), new URL(file, folder));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** One with a head of few sentences, and the released one as a later version that has all traffic; the former stands by. */
export async function createPoorHead(): Promise<TestHead> {
  const head = await createTestHead();
  const { folder } = head;
  const { manifest } = await readManifest(folder);
  const good = versionFolder(folder, manifest.version, GOOD_VERSION);
  await mkdir(good, { recursive: true });
  for (const file of ['head.json', 'valences.txt']) await cp(new URL(file, folder), new URL(file, good));
  const text = await readFile(new URL('manifest.json', folder), 'utf8');
  await writeFile(new URL('manifest.json', good), JSON.stringify({ ...JSON.parse(text), version: GOOD_VERSION }));
  await writeTraffic(folder, { weights: { [GOOD_VERSION]: 1, [manifest.version]: 0 } });

  const order = {
    folder: folder.href,
    version: manifest.version,
    command: 'a test',
    sentencesOfEachDomain: FEW_SENTENCES,
  };
  await trainHeadApart(order, { signal: new AbortController().signal, progress: () => {} });
  return head;
}
