/**
 * `npm run placements`: writes docker-compose.yml and k8s/base from the one list of islands, and removes what is left
 * of islands that are gone. With --check it changes nothing and fails where a committed file is stale.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { subgraphs } from '../subgraphs/index.ts';
import { compareFiles } from './placements/compare.ts';
import { GENERATED_FOLDER, placementFiles } from './placements/files.ts';
import { readIslands } from './placements/islands.ts';

const root = new URL('../', import.meta.url);
const wanted = placementFiles(await readIslands(subgraphs));
const { stale, leftOver } = compareFiles(root, wanted);

if (process.argv.includes('--check')) {
  for (const path of stale) console.error(`${path} is not what subgraphs/index.ts says. Run: npm run placements`);
  for (const path of leftOver) console.error(`${path} belongs to no island. Run: npm run placements`);
  process.exitCode = stale.length + leftOver.length === 0 ? 0 : 1;
} else {
  mkdirSync(new URL(GENERATED_FOLDER, root), { recursive: true });
  for (const path of stale) {
    writeFileSync(new URL(path, root), wanted.get(path) ?? '');
    console.log(`wrote ${path}`);
  }
  for (const path of leftOver) {
    rmSync(new URL(path, root), { recursive: true });
    console.log(`removed ${path}`);
  }
}
