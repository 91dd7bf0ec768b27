import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { lockDirectory } from './directoryLock.ts';
import { type Fixture, spawnFixture } from './fixtures/spawnFixture.ts';
import { machineId } from './processIdentity.ts';

let folder: string;
let path: string;
const started: Fixture[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'archipelago-test-'));
  path = join(folder, 'postgres.lock');
});

afterEach(async () => {
  await Promise.all(started.splice(0).map((fixture) => fixture.kill()));
  rmSync(folder, { recursive: true });
});

function holdElsewhere(): Fixture {
  const fixture = spawnFixture('holdLock.ts', path);
  started.push(fixture);
  return fixture;
}

function leaveLock(holder: Record<string, unknown>, { silentMs = 0 } = {}): void {
  writeFileSync(path, JSON.stringify({ token: 'old', pid: process.pid, start: '1', host: 'elsewhere', ...holder }));
  const beat = new Date(Date.now() - silentMs);
  utimesSync(path, beat, beat);
}

it('refuses a second opener and says who holds the lock, where, and what to do', async () => {
  const holder = holdElsewhere();
  await holder.line('locked');
  expect(() => lockDirectory(path)).toThrow(
    expect.objectContaining({
      code: 'DATABASE_LOCKED',
      message:
        `The embedded database is open in process ${holder.pid} (${path}), and only one process may open it. ` +
        'Stop that process, give this one a folder of its own with ARCHIPELAGO_DATA, or, for several processes on one database, set DATABASE_URL to a Postgres server.',
    }),
  );
});

it('is not stolen from a process whose event loop is blocked, however long ago it last showed life', async () => {
  await holdElsewhere().line('locked');
  const longAgo = new Date(Date.now() - 3_600_000);
  utimesSync(path, longAgo, longAgo);
  expect(() => lockDirectory(path)).toThrow('only one process may open it');
});

it('refuses the process that holds it already', () => {
  const unlock = lockDirectory(path);
  expect(() => lockDirectory(path)).toThrow('is open in this very process');
  unlock();
});

it('is free again at once when its holder was killed', async () => {
  const holder = holdElsewhere();
  await holder.line('locked');
  await holder.kill();
  expect(existsSync(path)).toBe(true);
  lockDirectory(path)();
});

it('is free again when it was given back, and leaves nothing behind', () => {
  lockDirectory(path)();
  expect(readdirSync(folder)).toEqual([]);
});

it('is not held by a later process that happens to have the pid of the dead holder', () => {
  leaveLock({ machine: machineId() });
  lockDirectory(path)();
});

it('is held by another container, whose pids mean nothing here, for as long as it shows life', () => {
  leaveLock({ machine: 'another', pid: 1 }, { silentMs: 20_000 });
  expect(() => lockDirectory(path)).toThrow('is open in process 1 on elsewhere');
});

it('is free again when another container has shown no life for half a minute', () => {
  leaveLock({ machine: 'another' }, { silentMs: 31_000 });
  lockDirectory(path)();
});

it('goes to exactly one of many that find a dead holder at the same moment', async () => {
  leaveLock({ machine: machineId() });
  const outcomes = await Promise.all(Array.from({ length: 6 }, () => holdElsewhere().line('')));
  expect(outcomes.filter((line) => line === 'locked')).toHaveLength(1);
  expect(outcomes.filter((line) => line.includes('only one process may open it'))).toHaveLength(5);
  expect(readdirSync(folder)).toEqual(['postgres.lock']);
});

it('does not give back a lock that is no longer its own', () => {
  const unlock = lockDirectory(path);
  leaveLock({ machine: machineId() });
  unlock();
  expect(readFileSync(path, 'utf8')).toContain('"old"');
});

it('refuses to guess about a file that is no lock', () => {
  writeFileSync(path, 'hello');
  expect(() => lockDirectory(path)).toThrow('is not a lock file of this program');
});
