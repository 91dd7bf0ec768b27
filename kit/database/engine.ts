import { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { EngineMessage, EngineOptions } from './engineMessages.ts';

/**
 * A Postgres engine (PGlite) in a worker thread: its statements run in WASM, synchronously, and would otherwise
 * block the event loop that serves the graph.
 */
export class Engine {
  readonly #worker: Worker;
  readonly #answers: ((answer: Buffer | Error) => void)[] = [];
  #death: Error | undefined;
  #connection: EngineConnection | undefined;

  private constructor(worker: Worker) {
    this.#worker = worker;
  }

  /** @throws Error with what the engine said when it cannot start on this directory. */
  static async start(options: EngineOptions): Promise<Engine> {
    const worker = new Worker(new URL('./engine.worker.mjs', import.meta.url), { workerData: options });
    const engine = new Engine(worker);
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (message: EngineMessage) => {
        if (message.kind === 'ready') resolve();
        else if (message.kind === 'failed') reject(new Error(message.reason));
        else engine.#answers.shift()?.(Buffer.from(message.bytes.buffer, 0, message.bytes.byteLength));
      });
      const died = (error: Error): void => {
        engine.#die(error);
        reject(error);
      };
      worker.on('error', died);
      worker.on('exit', (code) => died(new Error(`the engine's thread ended with code ${code}`)));
    });
    return engine;
  }

  /** Opens the engine's one connection, as a socket to a server would be. */
  connect(): Duplex {
    this.#connection = new EngineConnection((bytes) => this.#send(bytes));
    if (this.#death) this.#connection.destroy(this.#death);
    return this.#connection;
  }

  async close(): Promise<void> {
    if (this.#death) return;
    const ended = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#worker.postMessage('close');
    await ended;
  }

  #send(bytes: Buffer): Promise<Buffer> {
    return new Promise((resolve, reject) => {
      if (this.#death) return reject(this.#death);
      this.#answers.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)));
      this.#worker.postMessage(bytes);
    });
  }

  #die(error: Error): void {
    this.#death ??= error;
    for (const answer of this.#answers.splice(0)) answer(this.#death);
    this.#connection?.destroy(this.#death);
  }
}

/** What `pg` needs of a socket. */
class EngineConnection extends Duplex {
  readonly #exchange: (bytes: Buffer) => Promise<Buffer>;

  constructor(exchange: (bytes: Buffer) => Promise<Buffer>) {
    super();
    this.#exchange = exchange;
  }

  connect(): void {
    process.nextTick(() => this.emit('connect'));
  }

  setNoDelay(): this {
    return this;
  }

  setKeepAlive(): this {
    return this;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  override _read(): void {}

  override _write(chunk: Buffer, _: BufferEncoding, done: (error?: Error | null) => void): void {
    this.#answer(chunk).then(() => done(), done);
  }

  override _writev(chunks: { chunk: Buffer }[], done: (error?: Error | null) => void): void {
    this.#answer(Buffer.concat(chunks.map(({ chunk }) => chunk))).then(() => done(), done);
  }

  override _final(done: () => void): void {
    this.push(null);
    done();
  }

  async #answer(bytes: Buffer): Promise<void> {
    const answer = await this.#exchange(bytes);
    if (answer.length > 0) this.push(answer);
  }
}
