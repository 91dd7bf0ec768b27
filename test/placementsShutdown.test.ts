import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createServerDatabase, serverAnswers } from '../kit/database/testServer.ts';
import { readIslands } from '../scripts/placements/islands.ts';
import { subgraphs } from '../subgraphs/index.ts';
import { startProcess } from './processes.ts';

let folder: string;
let server: Awaited<ReturnType<typeof createServerDatabase>> | null;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archipelago-test-'));
  server = serverAnswers ? await createServerDatabase() : null;
});
afterAll(async () => {
  await server?.drop();
  await rm(folder, { recursive: true });
});

// What a placement sends to stop a container; any other exit code tells it that the process failed.
const ENDED_WELL = { code: 0, signal: null };

test.each((await readIslands(subgraphs)).map(({ name }) => name))(
  'the process of %s closes what it opened and ends with 0 on SIGTERM',
  async (name) => {
    const database = server ? { DATABASE_URL: server.url } : { ARCHIPELAGO_DATA: join(folder, name) };
    const env = { PORT: '0', MODEL_WORKERS: '1', ...database };
    const island = await startProcess({ entrance: 'subgraphs/main.ts', args: [name], env });
    expect(await island.stop('SIGTERM'), island.output()).toEqual(ENDED_WELL);
    expect(island.output()).not.toContain('"level":50');
  },
  120_000,
);

test('the process of the router ends with 0 on SIGTERM', async () => {
  const router = await startProcess({ entrance: 'router/main.ts', env: { PORT: '0' } });
  expect(await router.stop('SIGTERM'), router.output()).toEqual(ENDED_WELL);
});
