import type { ApiKey } from '../keys/apiKey.ts';
import type { Authorship } from '../store/launch.ts';

/** `GitContextInput` of the API, as far as it is kept. */
export interface GitContext {
  readonly commit?: string | null;
  readonly committer?: string | null;
}

export interface FromGit {
  readonly gitContext?: GitContext | null | undefined;
}

const MAX_LENGTH = 200;

/** Whose change it is. Of several people who use one key, the one who committed. */
export function authorOf({ name }: ApiKey, git?: GitContext | null): Authorship {
  return { author: (git?.committer || name).slice(0, MAX_LENGTH), commit: git?.commit?.slice(0, MAX_LENGTH) || null };
}
