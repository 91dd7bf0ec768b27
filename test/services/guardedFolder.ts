import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * Reads process groups, a line each, until this process ends the pipe or dies, SIGKILL included; then ends the last of
 * them, within five seconds by force, and removes the folder. It tries for a while: what dies may still be writing.
 */
const GUARD = `
while read -r line; do group=$line; done
if [ -n "$group" ]; then
  kill -"$2" -"$group"
  for _ in $(seq 50); do kill -0 -"$group" || break; sleep 0.1; done
  kill -9 -"$group"
fi
for _ in $(seq 10); do rm -rf "$1" && exit 0; sleep 1; done
exit 1`;

/** A temporary folder that does not outlive this process, and takes the process that works in it along. */
export interface GuardedFolder {
  readonly path: string;
  /** Names the process group that must not outlive this process, undefined when it is gone. */
  watch(group: number | undefined): void;
  /** Ends the watched group, removes the folder. */
  remove(): Promise<void>;
}

/** Makes a folder whose name begins with `prefix`, and a guard that sends `signal` to what works there. */
export async function createGuardedFolder(prefix: string, signal: 'QUIT' | 'KILL'): Promise<GuardedFolder> {
  const path = await mkdtemp(join(tmpdir(), prefix));
  const guard = spawn('/bin/sh', ['-c', GUARD, 'guard', path, signal], {
    // A group of its own: Ctrl-C in the terminal must not end the guard with the tests.
    detached: true,
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.unref();
  const ended = once(guard, 'exit');
  return {
    path,
    watch: (group) => {
      guard.stdin.write(`${group ?? ''}\n`);
    },
    remove: async () => {
      guard.stdin.end();
      guard.ref();
      const [code] = await ended;
      if (code === 0) return;
      throw new Error(`Expected ${path} to be removed, but its guard ended with ${code}. Look at who writes there.`);
    },
  };
}
