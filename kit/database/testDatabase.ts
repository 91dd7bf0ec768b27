import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { describe } from 'vitest';
import { z } from 'zod';
import { createCluster } from './cluster.ts';
import type { Database } from './database.ts';
import { openDatabase } from './openDatabase.ts';
import { createServerDatabase, serverAnswers, TEST_SERVER } from './testServer.ts';

const log = pino({ level: 'silent' });

/**
 * Runs the tests of `body` on each kind of database, each kind in a `describe` of its own; those on a server are
 * skipped by name where none answers. Call `open` in a hook or test, and `close` what it gives.
 */
export function describeOnDatabases(title: string, body: (open: () => Promise<Database>) => void): void {
  describe(`${title} on PGlite`, () => body(() => openTestDatabase('pglite')));
  const where = serverAnswers ? 'a Postgres server' : `a Postgres server (none answers at ${TEST_SERVER})`;
  describe.skipIf(!serverAnswers)(`${title} on ${where}`, () => body(() => openTestDatabase('postgres')));
}

/** Opens a fresh, empty database; its `close` also removes it. */
export function openTestDatabase(kind: Database['kind'] = 'pglite'): Promise<Database> {
  return kind === 'pglite' ? openTestDirectory() : openTestServer();
}

async function openTestDirectory(): Promise<Database> {
  const directory = await mkdtemp(join(tmpdir(), 'archipelago-test-'));
  const remove = (): Promise<void> => rm(directory, { recursive: true, force: true });
  await copyTemplateCluster(join(directory, 'postgres'));
  return openAndRemove({ url: undefined, directory }, remove);
}

async function openTestServer(): Promise<Database> {
  const { url, drop } = await createServerDatabase();
  return openAndRemove({ url, directory: tmpdir() }, drop);
}

async function openAndRemove(
  where: { url: string | undefined; directory: string },
  remove: () => Promise<void>,
): Promise<Database> {
  try {
    const database = await openDatabase({ ...where, log });
    return {
      ...database,
      close: async () => {
        await database.close();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Puts an empty cluster into the new folder `directory`: creating one takes 3 s, copying it 0.1 s. */
export async function copyTemplateCluster(directory: string): Promise<void> {
  await cp(await templateCluster(), directory, { recursive: true });
}

/** Made once for each version of the engine. */
async function templateCluster(): Promise<string> {
  const engine = dirname(dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')));
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(await readFile(join(engine, 'package.json'), 'utf8')));
  const template = fileURLToPath(new URL(`../../node_modules/.cache/archipelago/postgres-${version}`, import.meta.url));
  if (existsSync(template)) return template;
  await mkdir(dirname(template), { recursive: true });
  const draft = await mkdtemp(`${template}.`);
  await createCluster(draft);
  try {
    await rename(draft, template);
  } catch (error) {
    // Another test process was faster.
    await rm(draft, { recursive: true });
    if (!existsSync(template)) throw error;
  }
  return template;
}
