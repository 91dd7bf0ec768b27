import { parentPort } from 'node:worker_threads';
import type { LoadedModel, ModelCode } from './defineModel.ts';
import type { SentResult, WorkerAnswer, WorkerRequest } from './messages.ts';
import { readModelFile } from './modelFile.ts';
import { sendError } from './sentError.ts';

const port = parentPort;
if (port === null) throw new Error('kit/model/worker.ts runs in a worker thread only.');

const models = new Map<number, LoadedModel<unknown, unknown>>();

/** One after another: a batch that was sent ahead must not run within the time of the one before it. */
let last: Promise<void> = Promise.resolve();
port.on('message', (request: WorkerRequest) => {
  last = last.then(() => answer(request));
});

async function answer(request: WorkerRequest): Promise<void> {
  try {
    port?.postMessage(await handle(request));
  } catch (error) {
    port?.postMessage({ kind: 'failed', id: request.id, error: sendError(error) } satisfies WorkerAnswer);
  }
}

function handle(request: WorkerRequest): Promise<WorkerAnswer> {
  return request.kind === 'load' ? load(request) : predict(request);
}

async function load({ id, model, folder, code, manifest }: WorkerRequest & { kind: 'load' }): Promise<WorkerAnswer> {
  const { default: loader }: { default: ModelCode<unknown, unknown> } = await import(code);
  const read = (name: string): Promise<Buffer> => {
    const entry = manifest.files[name];
    if (entry === undefined) throw new Error(`The manifest of ${manifest.name} lists no file ${name}.`);
    return readModelFile(new URL(folder), name, entry);
  };
  models.set(model, await loader.load({ manifest, read }));
  return { kind: 'loaded', id };
}

async function predict({ id, model, items }: WorkerRequest & { kind: 'predict' }): Promise<WorkerAnswer> {
  const loaded = models.get(model);
  if (loaded === undefined) throw new Error(`No model ${model} was loaded in this worker.`);
  const startedAt = performance.now();
  const results = await loaded.predict(items);
  const runMs = performance.now() - startedAt;
  if (results.length !== items.length) {
    throw new Error(`The model was given ${items.length} items and returned ${results.length} results.`);
  }
  return { kind: 'predicted', id, runMs, results: results.map(sendResult) };
}

function sendResult(result: unknown): SentResult {
  return result instanceof Error ? { error: sendError(result) } : { value: result };
}
