import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { dropServerDatabase } from '../kit/database/testServer.ts';
import { ensureModels, ensurePackages } from '../models/ensureModels.ts';
import { progressBar } from '../models/progressBar.ts';
import { TEMPLATE_FILE } from './prepared.ts';

/** Before the tests of a clean clone: the real models, and the texts that they were trained on. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const onProgress = progressBar(process.stderr);
  await ensureModels({ onProgress });
  await ensurePackages({ onProgress });
  const prepared = await mkdtemp(join(tmpdir(), 'archipelago-prepared-'));
  project.provide('prepared', prepared);
  return async () => {
    for (const folder of ['server', 'server.draft']) {
      const name = await readFile(join(prepared, folder, TEMPLATE_FILE), 'utf8').catch(() => null);
      if (name !== null) await dropServerDatabase(name);
    }
    await rm(prepared, { recursive: true });
  };
}
