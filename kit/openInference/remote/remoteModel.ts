import { CodedError } from '../../errors.ts';
import type { Manifest } from '../../model/folder/manifest.ts';
import type { OutputTensor } from '../inference/makeOutputs.ts';
import type { SentTensor } from '../inference/readItems.ts';
import { elementsOf } from '../tensors/datatypes.ts';
import { RemoteFailure } from './remoteFailure.ts';
import { type RemoteSource, readAddress } from './remoteSource.ts';
import { type RemoteInput, type RemoteOutput, toElements, toRemoteOutput } from './remoteTensor.ts';
import { checkSignature, type DeclaredTensor, describe, type FoundTensor, fits, readSignature } from './signature.ts';
import type { RemoteAddress, RemoteCall, RemoteTransport } from './transport.ts';

/** What a manifest says of a remote model. */
export interface RemoteManifest extends Pick<Manifest, 'name' | 'signature'> {
  /** `signature` has what the model takes and gives, the items' dimension included, under the name of `remote.model`. */
  readonly remote?: RemoteSource | undefined;
}

export interface RemoteModelOptions {
  /** Where `keyVariable` is looked up; the process's environment by default. */
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The longest that an answer may take, in milliseconds; 10 seconds by default. */
  readonly timeoutMs?: number;
}

export interface RemoteCallOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds; that of the model by default. */
  readonly timeoutMs?: number;
}

/** A model behind a server of the Open Inference Protocol, such as Triton, KServe or MLServer. */
export interface RemoteModel {
  /**
   * @param inputs each of the signature, by name.
   * @returns each output of the signature, by name.
   * @throws CodedError `MODEL_UNAVAILABLE`, `MODEL_FAILED`, `OVERLOADED`, `DEADLINE_EXCEEDED`; the signal's reason.
   */
  infer(
    inputs: Readonly<Record<string, RemoteInput>>,
    options?: RemoteCallOptions,
  ): Promise<Readonly<Record<string, RemoteOutput>>>;
  close(): void;
}

const TIMEOUT_MS = 10_000;

/**
 * Connects to a remote model and checks that it takes and gives what the manifest declares; for the code of a model,
 * which runs in a worker thread.
 * @throws CodedError `MODEL_UNAVAILABLE` when it cannot be reached, has another signature or the key is not there.
 */
export async function openRemoteModel(
  manifest: RemoteManifest,
  { environment = process.env, timeoutMs = TIMEOUT_MS }: RemoteModelOptions = {},
): Promise<RemoteModel> {
  const { remote } = manifest;
  if (remote === undefined) {
    throw new CodedError('MODEL_UNAVAILABLE', `The manifest of ${manifest.name} names no remote model in \`remote\`.`);
  }
  const declared = readSignature(manifest, remote.model);
  const transport = await createTransport(readAddress(remote, manifest.name, environment));
  const { model } = remote;
  try {
    const found = await ask(model, { timeoutMs }, (call) => transport.describe(call));
    checkSignature({ model, manifest: manifest.name }, declared, found);
  } catch (error) {
    transport.close();
    throw error;
  }
  return {
    async infer(inputs, callOptions = {}) {
      const tensors = prepare(model, declared.inputs, inputs);
      const names = declared.outputs.map((output) => output.name);
      const answer = await ask(model, { timeoutMs, ...callOptions }, (call) => transport.infer(tensors, names, call));
      return Object.fromEntries(
        declared.outputs.map((output) => {
          const sent = answer.find((tensor) => fits(output, tensor));
          if (sent === undefined) throw unlike(model, declared.outputs, answer);
          return [output.name, readOutput(model, output, sent)];
        }),
      );
    },
    close: () => transport.close(),
  };
}

/** Each worker loads only the protocol that it speaks. */
async function createTransport(address: RemoteAddress): Promise<RemoteTransport> {
  if (!address.url.protocol.startsWith('grpc'))
    return (await import('./restTransport.ts')).createRestTransport(address);
  return (await import('./grpcTransport.ts')).createGrpcTransport(address);
}

/** Asks until the time is over or the caller left, and tells what went wrong in a sentence. */
async function ask<T>(
  model: string,
  { signal, timeoutMs }: { readonly signal?: AbortSignal; readonly timeoutMs: number },
  question: (call: RemoteCall) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted();
  const late = new AbortController();
  const timer = setTimeout(() => late.abort(), timeoutMs);
  const call = {
    signal: AbortSignal.any(signal ? [signal, late.signal] : [late.signal]),
    deadline: Date.now() + timeoutMs,
  };
  try {
    return await question(call);
  } catch (error) {
    signal?.throwIfAborted();
    if (late.signal.aborted) throw new RemoteFailure('late', { cause: error }).toCodedError(model);
    if (error instanceof RemoteFailure) throw error.toCodedError(model);
    throw cannotAsk(model, error instanceof Error ? error.message : 'its inputs cannot be sent.', error);
  } finally {
    clearTimeout(timer);
  }
}

/** Puts the inputs into the order of the signature and checks their shapes. */
function prepare(
  model: string,
  declared: readonly DeclaredTensor[],
  inputs: Readonly<Record<string, RemoteInput>>,
): readonly OutputTensor[] {
  const unknown = Object.keys(inputs).find((name) => !declared.some((input) => input.name === name));
  if (unknown !== undefined) throw cannotAsk(model, `it has no input ${unknown}; it has ${describe(declared)}.`);
  return declared.map((input) => {
    const { name, datatype } = input;
    const given = inputs[name];
    if (given === undefined) throw cannotAsk(model, `the input ${name} is missing.`);
    const { shape, data } = given;
    const tensor = { name, datatype, shape, elements: toElements(data) };
    if (!fits(input, tensor)) throw cannotAsk(model, `expected ${describe([input])}; got ${describe([tensor])}.`);
    if (data.length === elementsOf(shape)) return tensor;
    throw cannotAsk(
      model,
      `the input ${name} has ${data.length} elements; its shape [${shape.join(', ')}] has ${elementsOf(shape)}.`,
    );
  });
}

/** The fault of the model's code here, or of an item that it should have refused. */
function cannotAsk(model: string, why: string, cause?: unknown): CodedError {
  return new CodedError('MODEL_FAILED', `The remote model ${model} cannot be asked: ${why}`, { cause });
}

function readOutput(model: string, declared: DeclaredTensor, sent: SentTensor): RemoteOutput {
  try {
    const elements = sent.read(declared.datatype, `output "${declared.name}"`);
    return toRemoteOutput(declared.datatype, sent.shape, elements);
  } catch (cause) {
    throw new RemoteFailure('malformed', { cause }).toCodedError(model);
  }
}

function unlike(model: string, declared: readonly DeclaredTensor[], found: readonly FoundTensor[]): CodedError {
  return new CodedError(
    'MODEL_FAILED',
    `The remote model ${model} answered otherwise than it said: expected ${describe(declared)}; got ${describe(found)}.`,
  );
}
