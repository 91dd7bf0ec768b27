import { type ChildProcess, fork } from 'node:child_process';
import { on, once } from 'node:events';
import type { Behaviour } from './behaviour.ts';
import type { IslandName } from './graph.ts';

/** A child process and the messages it answers with. */
class Child {
  readonly process: ChildProcess;
  readonly #messages: NodeJS.AsyncIterator<unknown[]>;

  constructor(file: string, args: readonly string[]) {
    this.process = fork(new URL(file, import.meta.url), args, { execArgv: ['--import', 'tsx', '--expose-gc'] });
    this.#messages = on(this.process, 'message', { close: ['exit'] });
  }

  /** The next message, which must have the property. */
  async answer<Name extends string>(name: Name): Promise<Record<Name, unknown> & Record<string, unknown>> {
    const { done, value } = await this.#messages.next();
    if (done) throw new Error(`a child process ended with ${this.process.exitCode ?? this.process.signalCode}`);
    const message: unknown = value[0];
    if (typeof message !== 'object' || message === null || !(name in message)) {
      throw new TypeError(`expected a message with "${name}"; got ${JSON.stringify(message)}`);
    }
    return message as Record<Name, unknown> & Record<string, unknown>;
  }

  /** Resolves once it is gone. */
  async end(signal: NodeJS.Signals): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const gone = once(this.process, 'exit');
    this.process.kill(signal);
    await gone;
  }
}

export interface Island {
  readonly port: number;
  behave(behaviour: Behaviour): void;
  /** Stops the process where it stands, as a machine that is out of breath does; the kernel still takes connections. */
  freeze(): void;
  thaw(): void;
  /** How many requests came since the last call. */
  requests(): Promise<number>;
  /** Resolves once it is gone: SIGKILL is sudden, SIGTERM lets it end what it has begun. */
  end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void>;
}

export async function startIsland(name: IslandName, address = '127.0.0.1', port = 0): Promise<Island> {
  const child = new Child('./island.ts', [name, address, String(port)]);
  const { port: listening } = await child.answer('port');
  return {
    port: Number(listening),
    behave: (behaviour) => void child.process.send(behaviour),
    freeze: () => void child.process.kill('SIGSTOP'),
    thaw: () => void child.process.kill('SIGCONT'),
    requests: async () => {
      child.process.send('requests');
      return Number((await child.answer('requests')).requests);
    },
    end: (signal) => child.end(signal),
  };
}

export interface Router {
  readonly url: string;
  /** What `mood.test` resolves to from now on. */
  resolveMoodTo(addresses: readonly string[]): void;
  /** Bytes in use after a collection, and the most that was ever resident. */
  memory(): Promise<{ bytes: number; peakRss: number }>;
  end(): Promise<void>;
}

export async function startRouter(supergraph: string): Promise<Router> {
  const child = new Child('./router.ts', [supergraph]);
  const { url } = await child.answer('url');
  return {
    url: String(url),
    resolveMoodTo: (addresses) => void child.process.send([...addresses]),
    memory: async () => {
      child.process.send('memory');
      const { bytes, peakRss } = await child.answer('bytes');
      return { bytes: Number(bytes), peakRss: Number(peakRss) };
    },
    end: () => child.end('SIGKILL'),
  };
}

/** A server whose every answer takes so long as a request may. */
export async function startControl(delayMs: number): Promise<{ url: string; end(): Promise<void> }> {
  const child = new Child('./control.ts', [String(delayMs)]);
  const { url } = await child.answer('url');
  return { url: String(url), end: () => child.end('SIGKILL') };
}
