import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('./child.ts', import.meta.url));

/** A process that is started again whenever it dies, as an orchestrator would. */
export class Keeper {
  /** All that its processes printed. */
  output = '';
  /** How often a process of it has died. */
  deaths = 0;
  /** How many jobs have ended, as far as a process that tells it has told. */
  ended = 0;
  readonly #env: Readonly<Record<string, string | undefined>>;
  #child: ChildProcess;
  #stopping = false;
  #submitted: (() => void) | undefined;
  #awaited: { readonly jobs: number; resolve(): void } | undefined;
  /** Resolves once everything is submitted. */
  readonly submitted: Promise<void>;

  constructor(env: Readonly<Record<string, string | undefined>>) {
    this.#env = env;
    this.submitted = new Promise((resolve) => {
      this.#submitted = resolve;
    });
    this.#child = this.#start();
  }

  /** Resolves once the process that runs now has begun. */
  async ready(): Promise<void> {
    await once(this.#child, 'message');
  }

  /** Resolves once its processes have told that so many jobs have ended. */
  untilEnded(jobs: number): Promise<void> {
    return new Promise((resolve) => {
      this.#awaited = { jobs, resolve };
      this.#hearEnded(this.ended);
    });
  }

  #hearEnded(ended: number): void {
    this.ended = ended;
    if (this.#awaited && ended >= this.#awaited.jobs) this.#awaited.resolve();
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  async stop(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> {
    this.#stopping = true;
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return this.#child.exitCode;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGCONT');
    this.#child.kill(signal);
    const [code] = await ended;
    return code;
  }

  #start(): ChildProcess {
    const { DATABASE_URL: _, RABBITMQ_URL: __, ...inherited } = process.env;
    const child = fork(program, { execArgv: ['--import', 'tsx'], env: { ...inherited, ...this.#env }, stdio: 'pipe' });
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.output += text;
      });
    child.on('message', (message) => {
      if (message === 'submitted') this.#submitted?.();
      if (typeof message === 'object' && 'ended' in message) this.#hearEnded(Number(message.ended));
    });
    child.once('exit', (code) => {
      if (this.#stopping || code === 0) return;
      this.deaths += 1;
      this.#child = this.#start();
    });
    return child;
  }
}
