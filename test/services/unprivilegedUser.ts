import { execFileSync } from 'node:child_process';
import { userInfo } from 'node:os';

const CANDIDATES = ['postgres', 'nobody'];

/** Whom a server runs as that refuses to run as root: undefined, ourselves, where we are not root. */
export function unprivilegedUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (userInfo().uid !== 0) return undefined;
  for (const name of CANDIDATES) {
    const uid = idOf('-u', name);
    const gid = idOf('-g', name);
    if (uid !== undefined && gid !== undefined) return { uid, gid };
  }
  throw new Error(
    `Expected one of the users ${CANDIDATES.join(', ')} to run the server as, for it refuses root; none exists. ` +
      'Add one (useradd --system postgres), or run the tests as someone else than root.',
  );
}

function idOf(which: '-u' | '-g', user: string): number | undefined {
  try {
    return Number(execFileSync('id', [which, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
  } catch {
    return undefined;
  }
}
