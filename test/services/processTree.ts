import { execFile } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const GONE_LIMIT_MS = 10_000;
const POLL_MS = 10;

/** The process `root` and all that descend from it, as far as they are alive. */
export async function listTree(root: number): Promise<readonly number[]> {
  const parents = await parentsOfAll();
  const tree = parents.has(root) ? [root] : [];
  // Grows while it is walked: each member brings its children.
  for (const member of tree) for (const [pid, parent] of parents) if (parent === member) tree.push(pid);
  return tree;
}

/**
 * Kills `root` and all that descend from it at once, and resolves when they are gone. Not by its process group:
 * Postgres' backends and Erlang's port programs each lead a group of their own.
 */
export async function killTree(root: number): Promise<void> {
  // Stopped, it starts no children behind the list's back.
  signal(root, 'SIGSTOP');
  const tree = await listTree(root);
  for (const pid of tree) signal(pid, 'SIGKILL');
  await untilGone(tree);
}

/** Resolves when none of `pids` is alive. */
export async function untilGone(pids: readonly number[]): Promise<void> {
  const deadline = Date.now() + GONE_LIMIT_MS;
  for (;;) {
    const alive = await parentsOfAll();
    const left = pids.filter((pid) => alive.has(pid));
    if (left.length === 0) return;
    if (Date.now() > deadline) {
      throw new Error(
        `Expected the processes ${pids.join(', ')} to be gone within ${GONE_LIMIT_MS} ms, but ${left.join(', ')} ` +
          `still run. See what they do (ps -o pid,stat,wchan,args -p ${left.join(',')}) and end them.`,
      );
    }
    await wait(POLL_MS);
  }
}

/** Each living process and its parent. Zombies are dead: in a container, nobody may ever collect them. */
async function parentsOfAll(): Promise<ReadonlyMap<number, number>> {
  const { stdout } = await promisify(execFile)('ps', ['-A', '-o', 'pid=,ppid=,stat=']);
  const parents = new Map<number, number>();
  for (const line of stdout.trim().split('\n')) {
    const [pid, parent, state] = line.trim().split(/\s+/);
    if (!state?.startsWith('Z')) parents.set(Number(pid), Number(parent));
  }
  return parents;
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    const isGone = error instanceof Error && 'code' in error && error.code === 'ESRCH';
    if (!isGone) throw error;
  }
}
