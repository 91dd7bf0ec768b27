import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { inject } from 'vitest';
import { copyTemplateCluster } from '../kit/database/testDatabase.ts';
import { createServerDatabase, type ServerDatabase } from '../kit/database/testServer.ts';
import { TEMPLATE_FILE } from './prepared.ts';
import { runProcess } from './processes.ts';

/** Another file of tests may be at it, for as long as that takes on a busy machine. */
const WAITING = { retries: { retries: 900, minTimeout: 200, maxTimeout: 200 }, stale: 120_000 };

/** Makes the new folder `data` one for ARCHIPELAGO_DATA, with the demo world in it, which a run of the tests seeds once. */
export async function copyPreparedWorld(data: string): Promise<void> {
  const template = await once('embedded', async (draft) => {
    await copyTemplateCluster(join(draft, 'postgres'));
    await seed({ ARCHIPELAGO_DATA: draft });
  });
  await cp(template, data, { recursive: true });
}

/** A database on the server with the demo world in it, which a run of the tests seeds once. */
export async function createPreparedDatabase(): Promise<ServerDatabase> {
  const template = await once('server', async (draft) => {
    const { name, url } = await createServerDatabase();
    await writeFile(join(draft, TEMPLATE_FILE), name);
    await seed({ DATABASE_URL: url });
  });
  return createServerDatabase(await readFile(join(template, TEMPLATE_FILE), 'utf8'));
}

/** Makes a folder of this run, once: whoever comes meanwhile waits. */
async function once(name: string, make: (draft: string) => Promise<void>): Promise<string> {
  const folder = join(inject('prepared'), name);
  const release = await lock(inject('prepared'), WAITING);
  try {
    if (existsSync(folder)) return folder;
    const draft = `${folder}.draft`;
    await mkdir(draft);
    await make(draft);
    await rename(draft, folder);
    return folder;
  } finally {
    await release();
  }
}

async function seed(env: Record<string, string>): Promise<void> {
  const { code, output } = await runProcess({ entrance: 'subgraphs/seed.ts', env });
  if (code !== 0) throw new Error(`seeding the demo world failed:\n${output}`);
}
