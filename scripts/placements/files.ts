import { composeFile } from './compose.ts';
import type { Island } from './islands.ts';
import { kubernetesBase } from './kubernetes.ts';

/** Wholly generated: a file in here that no island accounts for is a left-over. */
export const GENERATED_FOLDER = 'k8s/base';

/** Every generated file: its path from the repository's root, and its text. */
export function placementFiles(islands: readonly Island[]): ReadonlyMap<string, string> {
  const base = [...kubernetesBase(islands)].map(([name, text]) => [`${GENERATED_FOLDER}/${name}`, text] as const);
  return new Map([['docker-compose.yml', composeFile(islands)], ...base]);
}
