import { parentPort, workerData } from 'node:worker_threads';
import type { LoadedModel, ModelCode, Prediction } from '../defineModel.ts';
import { readModelFile } from '../folder/modelFile.ts';
import type { SentResult, WorkerAnswer, WorkerRequest } from './messages.ts';
import { sendError } from './sentError.ts';
import { weigh } from './weigh.ts';

type RequestOf<Kind> = WorkerRequest & { readonly kind: Kind };

interface Loaded {
  readonly model: LoadedModel<unknown, unknown>;
  readonly releases: readonly (() => Promise<void>)[];
}

const port = parentPort;
if (port === null) throw new Error('kit/model/worker/worker.ts runs in a worker thread only.');

/** Whether batches may overlap: those of remote models, which only wait here. */
const { overlap }: { overlap: boolean } = workerData;
const models = new Map<number, Loaded>();

/** One after another: a batch that was sent ahead must not run within the time of the one before it. */
let last: Promise<void> = Promise.resolve();
port.on('message', (request: WorkerRequest) => {
  if (overlap) void answer(request);
  else last = last.then(() => answer(request));
});

async function answer(request: WorkerRequest): Promise<void> {
  try {
    port?.postMessage(await handle(request));
  } catch (error) {
    port?.postMessage({ kind: 'failed', id: request.id, error: sendError(error) } satisfies WorkerAnswer);
  }
}

function handle(request: WorkerRequest): Promise<WorkerAnswer> {
  if (request.kind === 'load') return load(request);
  return request.kind === 'unload' ? unload(request) : predict(request);
}

async function load({ id, model, folder, code, manifest }: RequestOf<'load'>): Promise<WorkerAnswer> {
  const { default: loader }: { default: ModelCode<unknown, unknown> } = await import(code);
  const read = (name: string): Promise<Buffer> => {
    const entry = manifest.files[name];
    if (entry === undefined) throw new Error(`The manifest of ${manifest.name} lists no file ${name}.`);
    return readModelFile(new URL(folder), name, entry);
  };
  const releases: (() => Promise<void>)[] = [];
  try {
    const loaded = await loader.load({ manifest, read, onUnload: (release) => releases.push(release) });
    const warmMs = await warmUp(loaded, loader.warmUp);
    models.set(model, { model: loaded, releases });
    return { kind: 'loaded', id, warmMs };
  } catch (error) {
    await release(releases);
    throw error;
  }
}

/** @returns what the first item takes the second time, in milliseconds. */
async function warmUp(model: LoadedModel<unknown, unknown>, items: readonly unknown[]): Promise<number | null> {
  for (const item of items) {
    const [result] = (await model.predict([item])).map(send);
    if (result !== undefined && 'answer' in result) continue;
    throw new Error(`its warm-up failed: ${result?.error.message ?? 'it gave no result'}`);
  }
  if (items.length === 0) return null;
  const startedAt = performance.now();
  await model.predict(items.slice(0, 1));
  return performance.now() - startedAt;
}

async function unload({ id, model }: RequestOf<'unload'>): Promise<WorkerAnswer> {
  const loaded = models.get(model);
  models.delete(model);
  if (loaded) await release(loaded.releases);
  return { kind: 'unloaded', id };
}

async function release(releases: readonly (() => Promise<void>)[]): Promise<void> {
  await Promise.all(releases.map((one) => one()));
}

async function predict({ id, model, items }: RequestOf<'predict'>): Promise<WorkerAnswer> {
  const loaded = models.get(model);
  if (loaded === undefined) throw new Error(`No model ${model} was loaded in this worker.`);
  const startedAt = performance.now();
  const results = await loaded.model.predict(items);
  const runMs = performance.now() - startedAt;
  if (results.length !== items.length) {
    throw new Error(`The model was given ${items.length} items and returned ${results.length} results.`);
  }
  return { kind: 'predicted', id, runMs, results: results.map(send) };
}

function send(result: Prediction<unknown> | Error): SentResult {
  if (result instanceof Error) return { error: sendError(result) };
  try {
    return { answer: { ...result, bytes: weigh(result) } };
  } catch (error) {
    return { error: sendError(error) };
  }
}
