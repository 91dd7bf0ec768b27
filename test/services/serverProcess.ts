import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import type { GuardedFolder } from './guardedFolder.ts';
import { killTree, listTree, untilGone } from './processTree.ts';

const FINISH_LIMIT_MS = 60_000;

export interface ServerCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Where it works, and the folder whose guard ends it when this process dies. */
  readonly folder: GuardedFolder;
  /** Where what it prints is appended. */
  readonly logFile: string;
  /** Whom it runs as; as ourselves where it is undefined. */
  readonly user?: { readonly uid: number; readonly gid: number } | undefined;
}

/** One run of a server, from its start to its end. */
export interface ServerProcess {
  /** How it ended: `code 0`, `signal SIGKILL`; undefined while it runs. */
  end(): string | undefined;
  /** Resolves with how it ended. */
  readonly ended: Promise<string>;
  /** Writes to its standard input. */
  type(text: string): void;
  /** Kills it and all its children at once; resolves when they are gone. */
  kill(): Promise<void>;
  /** Asks it to end with `signal`; resolves when it and its children are gone. */
  finish(signal: NodeJS.Signals): Promise<void>;
}

export async function startServerProcess(what: ServerCommand): Promise<ServerProcess> {
  const { command, args, env, folder, logFile, user } = what;
  const log = openSync(logFile, 'a');
  const child = spawn(command, args, {
    cwd: folder.path,
    env,
    // Leads a process group, by which the guard finds it.
    detached: true,
    stdio: ['pipe', log, log],
    ...user,
  });
  closeSync(log);
  let end: string | undefined;
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      end = signal === null ? `code ${code}` : `signal ${signal}`;
      folder.watch(undefined);
      resolve(end);
    });
  });
  await once(child, 'spawn');
  const { pid } = child;
  if (pid === undefined) throw new Error(`Expected ${command} to have a process id once spawned, but it has none.`);
  folder.watch(pid);
  // What is typed at a process that just died is lost, and `end` tells so.
  child.stdin?.on('error', () => {});

  const kill = async (): Promise<void> => {
    if (end !== undefined) return;
    await killTree(pid);
    await ended;
  };
  return {
    end: () => end,
    ended,
    type: (text) => {
      child.stdin?.write(text);
    },
    kill,
    finish: async (signal) => {
      if (end !== undefined) return;
      const tree = await listTree(pid);
      child.kill(signal);
      if ((await Promise.race([ended, wait(FINISH_LIMIT_MS, undefined, { ref: false })])) === undefined) {
        await kill();
        throw new Error(
          `Expected ${command} to end within ${FINISH_LIMIT_MS} ms of ${signal}, but it ran on and was killed. ` +
            'See in its log what it waited for: a client that kept it busy, perhaps.',
        );
      }
      await untilGone(tree);
    },
  };
}
