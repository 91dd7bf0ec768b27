import { CodedError } from '../../errors.ts';
import type { ModelWorker } from '../worker/modelWorker.ts';
import { receiveError } from '../worker/sentError.ts';
import type { PooledModel } from './pooledModel.ts';

/**
 * Has a worker load a model and predict its warm-up.
 * @param number by which later requests name it.
 * @throws CodedError `MODEL_UNAVAILABLE`
 */
export async function loadInto(worker: ModelWorker, model: PooledModel, number: number): Promise<void> {
  const { folder, code, manifest } = model;
  const request = { kind: 'load', model: number, folder: folder.href, code: code.href, manifest } as const;
  const failed = (why: string, cause: unknown): CodedError =>
    new CodedError('MODEL_UNAVAILABLE', `The model ${manifest.name} could not be loaded: ${why}`, { cause });
  const answer = await worker.ask(request).catch((cause: Error) => Promise.reject(failed(cause.message, cause)));
  if (answer.kind === 'loaded') {
    if (answer.warmMs !== null) model.served.guessMs = answer.warmMs;
    return;
  }
  if (answer.kind !== 'failed') throw new TypeError(`A worker answered a load with ${answer.kind}.`);
  const cause = receiveError(answer.error, manifest.name);
  throw answer.error.code === null ? failed(answer.error.message, cause) : cause;
}
