import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runProcess } from '../processes.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'archipelago-test-'));
});
afterEach(() => rm(folder, { recursive: true }));

const start = (env: Record<string, string>) =>
  runProcess({ entrance: 'all-in-one.ts', env: { PORT: '0', ARCHIPELAGO_DATA: folder, ...env } });

test('a bad environment stops the start before anything is opened', async () => {
  const { code, output } = await start({ PORT: 'http', LOG_LEVEL: 'loud' });
  expect(code).toBe(1);
  expect(output).toContain('CONFIG_INVALID: The environment is not usable:');
  expect(output).toContain('PORT: expected a port number from 0 to 65535; got "http"');
  expect(output).not.toContain('    at ');
});

test('a half-written database folder is refused and left as it is', async () => {
  const database = join(folder, 'postgres');
  await mkdir(database);
  await writeFile(join(database, 'PG_VERSION'), '18\n');
  const { code, output } = await start({});
  expect(code).toBe(1);
  expect(output).toMatch(/DATABASE_CORRUPT: .*it lacks base, global, pg_wal, pg_xact/);
  expect(await readFile(join(database, 'PG_VERSION'), 'utf8')).toBe('18\n');
}, 60_000);

test('a Postgres server that does not answer is told without its password', async () => {
  const { code, output } = await start({ DATABASE_URL: 'postgres://user:hunter2@127.0.0.1:1/db' });
  expect(code).toBe(1);
  expect(output).toContain('DATABASE_UNAVAILABLE');
  expect(output).not.toContain('hunter2');
}, 60_000);

test('an island that nobody knows is refused with the list of those there are', async () => {
  const { code, output } = await runProcess({ entrance: 'subgraphs/main.ts', args: ['atlantis'] });
  expect(code).toBe(1);
  expect(output).toContain(
    'CONFIG_INVALID: Name the island to serve, one of catalog, reviews, orders, support, language, sentiment, topics, assistant, jobs, search, recommendations, fraud, vision, documents; got atlantis.',
  );
});
