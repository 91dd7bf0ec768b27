/**
 * Imports point one way: entrance → service → kit. Lists each import that points another and fails.
 * Every folder may import itself and packages; an island is a folder of its own.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path/posix';

const root = new URL('../', import.meta.url).pathname;

/** Which other folders the sources of a folder may import. Folders not named here are entrances and may import any. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  kit: [],
  world: [],
  router: ['kit'],
  'schema-registry': ['kit', 'supergraph'],
  supergraph: ['kit', 'subgraphs'],
  'subgraphs/*': ['kit', 'world', 'models'],
  models: ['kit'],
  conformance: ['kit', 'router', 'supergraph'],
};

/** The folder whose rule governs a file: `subgraphs/reviews` for an island, else its top folder ('' for the root). */
function folderOf(file: string): string {
  const [top = '', second, third] = file.split('/');
  if (second === undefined) return '';
  return top === 'subgraphs' && third !== undefined ? `${top}/${second}` : top;
}

function mayImport(from: string, to: string): boolean {
  if (from === to) return true;
  const allowed = ALLOWED[from.startsWith('subgraphs/') ? 'subgraphs/*' : from];
  return allowed === undefined || allowed.includes(to);
}

const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
  (file) => /\.(ts|mjs)$/.test(file) && !/(^|\/)node_modules\//.test(file),
);
const faults = sources.flatMap((file) => {
  const from = folderOf(file);
  const specifiers = readFileSync(join(root, file), 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'(\.[^']+)'/g);
  return [...specifiers].flatMap(([, specifier = '']) => {
    const target = join(dirname(file), specifier);
    return mayImport(from, folderOf(target))
      ? []
      : [`${file} imports ${target}: ${from}/ may not import ${folderOf(target)}/`];
  });
});
for (const fault of faults) console.error(fault);
console.log(`imports: ${sources.length} files, ${faults.length} against the direction`);
process.exitCode = faults.length === 0 ? 0 : 1;
