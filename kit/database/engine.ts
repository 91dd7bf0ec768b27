import { once } from 'node:events';
import { Duplex } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { EngineMessage, EngineOptions } from './engineMessages.ts';

/**
 * The embedded Postgres (PGlite) on one directory. It runs in a worker thread: its statements are synchronous WASM
 * and would otherwise block the event loop that serves the graph.
 * A connection is a thread of its own, as a connection to a server is a process of its own, and only one may live:
 * each waits until the one before it has ended. So the next connection replaces an engine that broke.
 */
export class Engine {
  readonly #options: EngineOptions;
  #ended: Promise<unknown> = Promise.resolve();

  constructor(options: EngineOptions) {
    this.#options = options;
  }

  /** What `pg` takes for a socket; it connects once the engine has started. */
  connect(): Duplex {
    const connection = new EngineConnection(this.#options, this.#ended);
    this.#ended = new Promise((resolve) => connection.once('close', resolve));
    return connection;
  }

  /** Resolves once the connections made so far have ended and their files are closed. */
  async ended(): Promise<void> {
    await this.#ended;
  }
}

type Done = (error?: Error | null) => void;

class EngineConnection extends Duplex {
  readonly #options: EngineOptions;
  readonly #previousEnded: Promise<unknown>;
  #worker: Worker | undefined;
  #answered: Done | undefined;

  constructor(options: EngineOptions, previousEnded: Promise<unknown>) {
    super();
    this.#options = options;
    this.#previousEnded = previousEnded;
  }

  connect(): void {
    this.#previousEnded.then(() => {
      if (this.destroyed) return;
      this.#worker = new Worker(new URL('./engine.worker.mjs', import.meta.url), { workerData: this.#options })
        .on('message', (message: EngineMessage) => this.#receive(message))
        .on('error', (error) => this.destroy(error))
        .on('exit', (code) => {
          if (code === 0) this.push(null);
          else this.destroy(new Error(`the engine's thread ended with code ${code}`));
        });
    });
  }

  #receive(message: EngineMessage): void {
    switch (message.kind) {
      case 'ready':
        this.emit('connect');
        break;
      case 'failed':
        this.destroy(new Error(message.reason));
        break;
      case 'answer':
        if (message.bytes.length > 0) this.push(message.bytes);
        this.#answered?.();
    }
  }

  override _read(): void {}

  override _write(chunk: Buffer, _: BufferEncoding, done: Done): void {
    this.#answered = done;
    this.#worker?.postMessage(chunk);
  }

  /** pg corks the messages of one statement, so that they cross to the thread at once. */
  override _writev(chunks: { chunk: Buffer; encoding: BufferEncoding }[], done: Done): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), 'binary', done);
  }

  override _final(done: Done): void {
    if (!this.#worker) {
      done();
      return;
    }
    this.#worker.once('exit', () => done());
    this.#worker.postMessage('close');
  }

  override _destroy(error: Error | null, done: Done): void {
    Promise.resolve(this.#worker?.terminate()).then(() => done(error), done);
  }

  // What a socket has and a thread does not need.
  setNoDelay(): void {}
  setKeepAlive(): void {}
  ref(): void {}
  unref(): void {}
}

/** Starts and ends an engine, which creates the cluster in an empty directory. */
export async function runEngineOnce(options: EngineOptions): Promise<void> {
  const connection = new EngineConnection(options, Promise.resolve());
  const closed = once(connection, 'close');
  connection.connect();
  await once(connection, 'connect');
  connection.resume().end();
  await closed;
}
