/** `npm run new-subgraph -- NAME`: makes a working island with its test, puts it on the one list, and composes it. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildASTSchema, parse } from 'graphql';
import { runEntrance } from '../kit/entrance.ts';
import { CodedError } from '../kit/errors.ts';
import { checkName } from './newSubgraph/checkName.ts';
import { writeIsland } from './newSubgraph/writeIsland.ts';

const root = new URL('../', import.meta.url);

await runEntrance(async () => {
  const [name = ''] = process.argv.slice(2);
  const supergraph = parse(readFileSync(new URL('supergraph/supergraph.graphql', root), 'utf8'));
  await checkName(name, buildASTSchema(supergraph, { assumeValidSDL: true }));
  for (const path of writeIsland(root, name)) console.log(`wrote ${path}`);
  for (const script of ['scripts/codegen.ts', 'supergraph/main.ts', 'scripts/placements.ts']) run(script);
  console.log(`
The island ${name} counts words, until you have it do what it is for. Try:

npx vitest run subgraphs/${name}
npm start, and in its explorer: { ${name}(text: "three words here") { words } products(first: 1) { nodes { name ${name} { words } } } }

Then change subgraphs/${name}/schema.graphql and what follows from it: docs/add-a-subgraph.md.`);
});

/** In a process of its own: this one has read the list before the island was on it. */
function run(script: string): void {
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', fileURLToPath(new URL(script, root))], {
    cwd: fileURLToPath(root),
    stdio: 'inherit',
  });
  if (status === 0) return;
  throw new CodedError(
    'COMPOSITION_FAILED',
    `${script} failed; the island is written, and on the list. Mend it, or take both away.`,
  );
}
