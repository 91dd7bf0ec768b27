import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The first of `folders` that holds all of `names`, undefined where none does. */
export function findFolder(folders: readonly string[], ...names: readonly string[]): string | undefined {
  return folders.find((folder) => names.every((name) => existsSync(join(folder, name))));
}

/** Where a shell would look for a command. */
export function commandFolders(): readonly string[] {
  return (process.env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
}

/** `inside` of each version that `parent` holds, the newest first: `15/bin` before `9/bin`. */
export function versionFolders(parent: string, inside: string): readonly string[] {
  if (!existsSync(parent)) return [];
  const newestFirst = readdirSync(parent).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
  return newestFirst.map((version) => join(parent, version, inside));
}
