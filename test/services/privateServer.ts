import { existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { type ServerCommand, type ServerProcess, startServerProcess } from './serverProcess.ts';

const START_LIMIT_MS = 60_000;
const POLL_MS = 25;

/** A server that a test has for itself: on a free port of 127.0.0.1, with its data in a folder of its own. */
export interface PrivateServer {
  readonly url: string;
  /** Where its data and its log are. */
  readonly folder: string;
  /** Starts it again after `kill`, on the same port and data; resolves when it answers. */
  start(): Promise<void>;
  /** SIGKILL for it and all its children at once; resolves when they are gone. */
  kill(): Promise<void>;
  /** Lets it end in good order and starts it again, on the same port and data. */
  restart(): Promise<void>;
  /** Ends it for good and removes its folder. */
  stop(): Promise<void>;
}

export interface ServerRecipe extends ServerCommand {
  /** For errors: 'Postgres'. */
  readonly name: string;
  readonly url: string;
  /** Asks it to end in good order. */
  readonly restartSignal: NodeJS.Signals;
  /** Ends it fast, when its data are needed no more; where undefined, it is killed. */
  readonly stopSignal?: NodeJS.Signals;
  /** Resolves when the server answers a client; rejects while it does not. */
  answers(): Promise<void>;
}

export interface PreparedServer extends PrivateServer {
  isRunning(): boolean;
  /** Writes to the standard input of the one that runs. */
  type(text: string): void;
}

/** What a recipe describes, not started yet. */
export function prepareServer(recipe: ServerRecipe): PreparedServer {
  const { name, url, folder, restartSignal, stopSignal } = recipe;
  let current: ServerProcess | undefined;

  const isRunning = (): boolean => current !== undefined && current.end() === undefined;
  const start = async (): Promise<void> => {
    if (isRunning()) throw new Error(`${name} runs already. Call kill() before start().`);
    current = await startServerProcess(recipe);
    await untilAnswers(recipe, current);
  };
  const kill = async (): Promise<void> => current?.kill();
  return {
    url,
    folder: folder.path,
    start,
    kill,
    restart: async () => {
      await current?.finish(restartSignal);
      await start();
    },
    stop: async () => {
      try {
        await (stopSignal ? current?.finish(stopSignal) : kill());
      } finally {
        await folder.remove();
      }
    },
    type: (text) => {
      if (!isRunning()) throw new Error(`Expected ${name} to run, but it does not. Call start() first.`);
      current?.type(text);
    },
    isRunning,
  };
}

async function untilAnswers({ name, url, logFile, answers }: ServerRecipe, running: ServerProcess): Promise<void> {
  const fail = (came: string, cause?: unknown): Error =>
    new Error(`Expected ${name} to answer at ${url}, but ${came}. ${lastLines(logFile)}`, { cause });
  const deadline = Date.now() + START_LIMIT_MS;
  for (;;) {
    const end = running.end();
    if (end !== undefined) throw fail(`it ended with ${end}`);
    try {
      return await answers();
    } catch (cause) {
      if (Date.now() > deadline) {
        await running.kill();
        throw fail(`it did not within ${START_LIMIT_MS} ms`, cause);
      }
    }
    await wait(POLL_MS);
  }
}

/** For errors: what a server said last. */
export function lastLines(logFile: string, count = 20): string {
  const log = existsSync(logFile) ? readFileSync(logFile, 'utf8').trim() : '';
  return log === ''
    ? `Its log ${logFile} is empty.`
    : `Its log ends with:\n${log.split('\n').slice(-count).join('\n')}`;
}
