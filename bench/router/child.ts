import { type ChildProcess, fork, spawn } from 'node:child_process';
import { on, once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Contestant } from './contestants.ts';

/** The heap that Node.js chooses in a container of 1 GiB, as k8s/base has it; with much more V8 collects seldom. */
const FLAGS = ['--max-old-space-size=512'];
const START_LIMIT_MS = 120_000;

/** A process of the benchmark's own, which answers messages one at a time. */
export class Helper {
  readonly #process: ChildProcess;
  readonly #messages: NodeJS.AsyncIterator<unknown[]>;

  constructor(file: string, ...args: string[]) {
    this.#process = fork(new URL(file, import.meta.url), args, { execArgv: ['--import', 'tsx'] });
    this.#messages = on(this.#process, 'message', { close: ['exit'] });
  }

  /** Its next message. */
  async next(): Promise<unknown> {
    const { done, value } = await this.#messages.next();
    if (done) throw new Error('a process of the benchmark ended early');
    return value[0];
  }

  ask(message: object): Promise<unknown> {
    this.#process.send(message);
    return this.next();
  }

  end(): void {
    this.#process.kill();
  }
}

export interface RunningContestant {
  readonly contestant: Contestant;
  readonly pid: number;
  readonly url: string;
  end(): void;
}

/** Resolves once it answers a GraphQL request. */
export async function startContestant(contestant: Contestant, supergraph: string): Promise<RunningContestant> {
  const port = await freePort();
  const child = spawn(process.execPath, [...FLAGS, ...contestant.command(port, supergraph)], {
    cwd: fileURLToPath(contestant.folder),
    env: { ...process.env, NODE_ENV: 'production', ...contestant.env },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (child.pid === undefined) throw new Error(`${contestant.title} did not start`);
  // Apollo's standalone server answers at every path, the others at this one.
  const url = `http://127.0.0.1:${port}/graphql`;
  const limit = performance.now() + START_LIMIT_MS;
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`${contestant.title} ended with ${child.exitCode}`);
    if (performance.now() > limit) throw new Error(`${contestant.title} did not answer within ${START_LIMIT_MS} ms`);
    await sleep(200);
  }
  return { contestant, pid: child.pid, url, end: () => void child.kill('SIGKILL') };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"query":"{ __typename }"}',
    });
    return (await response.text()).includes('"Query"');
  } catch {
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new TypeError('expected a TCP address');
  return address.port;
}
