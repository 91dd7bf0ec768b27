import { execFileSync } from 'node:child_process';

/** Where the schemas come from, for the history; nothing outside of a repository. */
export function readGitContext(): { commit: string | null; committer: string | null; branch: string | null } {
  return {
    commit: git('rev-parse', 'HEAD'),
    committer: git('log', '-1', '--format=%an <%ae>'),
    branch: git('rev-parse', '--abbrev-ref', 'HEAD'),
  };
}

function git(...args: string[]): string | null {
  try {
    return execFileSync('git', args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim() || null;
  } catch {
    return null;
  }
}
