import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { CodedError } from '../../kit/errors.ts';
import { typeNameOf } from './checkName.ts';

const templates = new URL('island/', import.meta.url);
const LIST_END = '\n};\n';

/**
 * Writes `subgraphs/<name>/` and the island's line in `subgraphs/index.ts`.
 * @returns the paths of what it wrote.
 * @throws CodedError `CONFIG_INVALID` when the folder is there, or the list is not as it was made; then nothing is written.
 */
export function writeIsland(root: URL, name: string): string[] {
  const list = new URL('subgraphs/index.ts', root);
  const source = readFileSync(list, 'utf8');
  const start = source.indexOf('export const subgraphs');
  const end = source.indexOf(LIST_END, start);
  if (start < 0 || end < 0) {
    throw new CodedError(
      'CONFIG_INVALID',
      'subgraphs/index.ts has no list `export const subgraphs = { … };` to add to.',
    );
  }
  const folder = new URL(`subgraphs/${name}/`, root);
  try {
    mkdirSync(folder);
  } catch (cause) {
    throw new CodedError('CONFIG_INVALID', `subgraphs/${name}/ cannot be made: remove it, or choose another name.`, {
      cause,
    });
  }
  const paths = readdirSync(templates).map((file) => {
    const made = fill(file.replace('NAME', '{{name}}').replace(/\.txt$/, ''), name);
    writeFileSync(new URL(made, folder), fill(readFileSync(new URL(file, templates), 'utf8'), name));
    return `subgraphs/${name}/${made}`;
  });
  writeFileSync(list, `${source.slice(0, end)}\n  ${name}: () => import('./${name}/index.ts'),${source.slice(end)}`);
  return [...paths, 'subgraphs/index.ts'];
}

function fill(template: string, name: string): string {
  return template.replaceAll('{{name}}', name).replaceAll('{{Name}}', typeNameOf(name));
}
