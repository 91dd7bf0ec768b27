import { type ChildProcess, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const root = new URL('../', import.meta.url).pathname;
const START_LIMIT_MS = 90_000;

/** A process of ours, started from its source as a user would start it. */
export interface RunningProcess {
  /** What `urlPattern` found in its output: where it listens. */
  readonly url: string;
  readonly pid: number;
  /** All it has printed so far, both streams. */
  output(): string;
  /** Sends a signal and resolves with how it ended once it is gone. */
  stop(signal?: NodeJS.Signals): Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
}

export interface StartProcessOptions {
  readonly entrance: string;
  /** What runs it, with arguments; by default Node, from TypeScript. */
  readonly command?: readonly [string, ...string[]];
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Finds in its output where it listens; by default the URL of a graph. */
  readonly urlPattern?: RegExp;
}

const GRAPH_URL = /http:\/\/127\.0\.0\.1:\d+\/graphql/;
/** What serves no graph: a worker. */
export const WORKER_URL = /http:\/\/127\.0\.0\.1:\d+(?=".*working)/;

const NODE = [process.execPath, '--import', 'tsx'] as const;

function spawnEntrance({ entrance, command = NODE, args = [], env = {} }: StartProcessOptions): ChildProcess {
  const { DATABASE_URL: _, ...inherited } = process.env;
  const [program, ...before] = command;
  return spawn(program, [...before, entrance, ...args], {
    cwd: root,
    env: { ...inherited, NO_COLOR: '1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Starts an entrance and resolves when it says where it listens. */
export function startProcess(options: StartProcessOptions): Promise<RunningProcess> {
  const child = spawnEntrance(options);
  const lines: string[] = [];
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('close', (code, signal) => resolve({ code, signal }));
  });
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`${options.entrance} ${why}. It printed:\n${lines.join('\n')}`));
    const limit = setTimeout(() => {
      child.kill('SIGKILL');
      fail(`did not listen within ${START_LIMIT_MS} ms`);
    }, START_LIMIT_MS);
    const onLine = (line: string): void => {
      lines.push(line);
      const url = (options.urlPattern ?? GRAPH_URL).exec(line)?.[0];
      if (url === undefined || child.pid === undefined) return;
      clearTimeout(limit);
      resolve({
        url,
        pid: child.pid,
        output: () => lines.join('\n'),
        stop: (signal = 'SIGTERM') => {
          child.kill(signal);
          return ended;
        },
      });
    };
    for (const stream of [child.stdout, child.stderr]) if (stream) createInterface(stream).on('line', onLine);
    void ended.then(({ code, signal }) => {
      clearTimeout(limit);
      fail(`ended with ${code ?? signal} before it listened`);
    });
  });
}

/** Runs an entrance to its end; `onOutput` is told all it has printed so far, as it prints. */
export async function runProcess(
  options: StartProcessOptions,
  onOutput: (output: string) => void = () => {},
): Promise<{ code: number | null; output: string }> {
  const child = spawnEntrance(options);
  const chunks: string[] = [];
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text) => {
      chunks.push(text);
      onOutput(chunks.join(''));
    });
  }
  const code = await new Promise<number | null>((resolve) => child.once('close', resolve));
  return { code, output: chunks.join('') };
}
