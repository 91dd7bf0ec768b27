import { parentPort } from 'node:worker_threads';
import { compose } from '../../supergraph/compose.ts';
import type { ComposeReply, ComposeRequest } from './messages.ts';

/** The composer's thread: composition is synchronous and may take seconds, and here it holds up nobody. */
function answer({ id, services }: ComposeRequest): ComposeReply {
  const started = performance.now();
  try {
    return { kind: 'composed', id, composition: compose(services), ms: performance.now() - started };
  } catch (error) {
    return { kind: 'broken', id, reason: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', (request: ComposeRequest) => parentPort?.postMessage(answer(request)));
parentPort?.postMessage({ kind: 'ready' } satisfies ComposeReply);
