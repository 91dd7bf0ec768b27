// Plain JavaScript: on Node 20 a worker thread does not inherit tsx, and starting it here would cost every start 150 ms.
import { parentPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';

/** @type {(message: import('./engineMessages.ts').EngineMessage, transfer?: ArrayBuffer[]) => void} */
const tell = (message, transfer = []) => parentPort.postMessage(message, transfer);
const said = [];

/** After these a server's process ends and is started anew; PGlite would go on with what is left of it. */
const broken = () => said.some((line) => /\b(PANIC|FATAL): /.test(line));

function reason(error) {
  // Postgres's own words, when it had any, say more than the abort of the WASM module.
  const words = said.flatMap((line) => line.match(/\b(?:PANIC|FATAL|DETAIL): +(.+?)\.?$/)?.[1] ?? []);
  return words.join(': ') || [error?.message ?? String(error), ...said.slice(-2)].join(': ');
}

try {
  const engine = await PGlite.create({
    dataDir: workerData.dataDir,
    // Postgres's default of 128 MB is for a machine of its own; this takes 110 MB off the process.
    startParams: [...PGlite.defaultStartParams, '-c', 'shared_buffers=32MB'],
    onStderr: (line) => said.push(line),
  });
  said.length = 0;
  parentPort.on('message', async (message) => {
    if (message === 'close') {
      await engine.close();
      process.exit(0);
    }
    const bytes = engine.execProtocolRawSync(message);
    tell({ kind: 'answer', bytes }, [bytes.buffer]);
    if (broken()) process.exit(1);
    said.length = 0;
  });
  tell({ kind: 'ready' });
} catch (error) {
  tell({ kind: 'failed', reason: reason(error) });
  process.exit(1);
}
