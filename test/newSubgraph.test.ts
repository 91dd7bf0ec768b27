import { execFile } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../', import.meta.url));
/** Not copied: large, and only read. */
const SHARED = ['node_modules', 'models/node_modules', 'models/built'];
const LIMIT_MS = 120_000;

const run = promisify(execFile);
let copy: string;

beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'archipelago-copy-'));
  const { stdout } = await run('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    maxBuffer: 16_777_216,
  });
  const paths = stdout.split('\0').filter((path) => path !== '' && !SHARED.includes(path));
  for (const path of paths) await cp(join(root, path), join(copy, path), { recursive: true });
  for (const path of SHARED) await symlink(join(root, path), join(copy, path));
}, LIMIT_MS);
afterAll(() => rm(copy, { recursive: true }));

/** A command of the copy: how it ended, and what it printed. */
async function inCopy(...args: readonly string[]): Promise<{ code: number; output: string }> {
  const env = { ...process.env, NO_COLOR: '1' };
  try {
    const { stdout, stderr } = await run(process.execPath, args, { cwd: copy, env });
    return { code: 0, output: stdout + stderr };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, output: stdout + stderr };
  }
}

const newSubgraph = (...names: readonly string[]) => inCopy('--import', 'tsx', 'scripts/newSubgraph.ts', ...names);

test.each([
  [[], 'Name the new island in 2 to 20 lower-case letters and digits, a letter first; got nothing.'],
  [['Weather-2'], 'a letter first; got "Weather-2".'],
  [['reviews'], 'There is an island reviews already.'],
  [['router'], 'router is what the placements call a part of their own.'],
  [['price'], 'The graph has a field Product.price already, which the island price would add.'],
  [['money'], 'The graph has a type Money already, which the island money would add.'],
])(
  '%j is no name for a new island',
  async (names, message) => {
    const { code, output } = await newSubgraph(...names);
    expect(output).toContain(message);
    expect(output).toContain('For example: npm run new-subgraph -- weather');
    expect(code).toBe(1);
  },
  LIMIT_MS,
);

test(
  'a new island passes its own tests, composes, and is as tidy as the others',
  async () => {
    const made = await newSubgraph('greetings');
    expect(made.output).toContain('wrote subgraphs/greetings/greetings.test.ts');
    expect(made.code).toBe(0);
    expect(await readFile(join(copy, 'supergraph/supergraph.graphql'), 'utf8')).toContain('GREETINGS @join__graph');
    expect(await readFile(join(copy, 'docker-compose.yml'), 'utf8')).toContain('  greetings:\n');

    const tested = await inCopy('node_modules/vitest/vitest.mjs', 'run', 'subgraphs/greetings');
    expect(tested.output).toMatch(/Tests +4 passed/);
    const tidy = await inCopy(
      'node_modules/@biomejs/biome/bin/biome',
      'check',
      'subgraphs/greetings',
      'subgraphs/index.ts',
    );
    expect(tidy).toMatchObject({ code: 0 });
    const typed = await inCopy(
      join(dirname(fileURLToPath(import.meta.resolve('typescript/package.json'))), 'bin/tsc'),
      '--noEmit',
    );
    expect(typed).toEqual({ code: 0, output: '' });
    const again = await newSubgraph('greetings');
    expect(again.output).toContain('There is an island greetings already.');
  },
  LIMIT_MS,
);
