import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { GENERATED_FOLDER } from './files.ts';

/** How a checkout differs from the files that its list of islands asks for; paths are from its root. */
export interface Differences {
  /** Missing, or with another text. */
  readonly stale: readonly string[];
  /** In the generated folder for no island. */
  readonly leftOver: readonly string[];
}

export function compareFiles(root: URL, wanted: ReadonlyMap<string, string>): Differences {
  const folder = new URL(`${GENERATED_FOLDER}/`, root);
  const present = existsSync(folder) ? readdirSync(folder).map((name) => `${GENERATED_FOLDER}/${name}`) : [];
  const isStale = ([path, text]: readonly [string, string]): boolean => {
    const file = new URL(path, root);
    return !existsSync(file) || readFileSync(file, 'utf8') !== text;
  };
  return {
    stale: [...wanted].filter(isStale).map(([path]) => path),
    leftOver: present.filter((path) => !wanted.has(path)),
  };
}
