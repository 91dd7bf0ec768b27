import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';
import { foreignCopies } from './fixtures/graphqlCopies.ts';

it('is one copy of graphql that everything in a test uses', async () => {
  expect(await foreignCopies()).toEqual([]);
});

it('is one copy of graphql that everything in a plain process uses', async () => {
  const program = fileURLToPath(new URL('fixtures/printGraphqlCopies.ts', import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program]);
  expect(JSON.parse(stdout)).toEqual([]);
});
