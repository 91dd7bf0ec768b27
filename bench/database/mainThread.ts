import { Duplex } from 'node:stream';
import { PGlite } from '@electric-sql/pglite';
import pg from 'pg';

/** The alternative that was not taken: the same engine and the same client as kit/database, without the worker thread. */
export async function openInMainThread(dataDir: string): Promise<pg.Pool> {
  const engine = await PGlite.create({
    dataDir,
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'],
  });
  const pool = new pg.Pool({ stream: () => new EngineSocket(engine), user: 'postgres', max: 1, idleTimeoutMillis: 0 });
  await pool.query('select 1');
  return pool;
}

class EngineSocket extends Duplex {
  readonly #engine: PGlite;

  constructor(engine: PGlite) {
    super();
    this.#engine = engine;
  }

  connect(): void {
    process.nextTick(() => this.emit('connect'));
  }

  override _read(): void {}

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    // Not within the call: a stream that is answered while it writes loses its turn.
    process.nextTick(() => {
      const answer = this.#engine.execProtocolRawSync(chunk);
      if (answer.length > 0) this.push(answer);
      done();
    });
  }

  override _writev(chunks: { chunk: Buffer; encoding: BufferEncoding }[], done: () => void): void {
    this._write(Buffer.concat(chunks.map(({ chunk }) => chunk)), 'binary', done);
  }

  override _final(done: () => void): void {
    this.#engine.close().then(() => {
      this.push(null);
      done();
    });
  }

  setNoDelay(): void {}
  setKeepAlive(): void {}
  ref(): void {}
  unref(): void {}
}
