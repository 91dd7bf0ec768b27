// Plain JavaScript: on Node 20 a worker thread does not inherit tsx, and starting it here would cost every start 150 ms.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

/** @type {(message: import('./engineMessages.ts').EngineMessage, transfer?: ArrayBuffer[]) => void} */
const tell = (message, transfer = []) => parentPort.postMessage(message, transfer);
const said = [];

try {
  const engine = await PGlite.create({
    dataDir: workerData.dataDir,
    // Postgres's default of 128 MB is for machines whose main work it is; this takes 110 MB off the process.
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'],
    onStderr: (text) => said.push(text),
  });
  parentPort.on('message', async (message) => {
    if (message === 'close') {
      await engine.close();
      return parentPort.close();
    }
    // pg says goodbye with a message of type X, to which there is no answer.
    const bytes = engine.execProtocolRawSync(message);
    tell({ kind: 'answer', bytes }, [bytes.buffer]);
  });
  tell({ kind: 'ready' });
} catch (error) {
  tell({ kind: 'failed', reason: [error?.message ?? String(error), ...said.slice(-5)].join('; ') });
  process.exit(1);
}
