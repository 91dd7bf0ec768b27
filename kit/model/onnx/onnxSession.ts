import { InferenceSession } from 'onnxruntime-node';
import { CodedError } from '../../errors.ts';
import type { ModelFolder } from '../defineModel.ts';
import type { Signature } from '../folder/manifest.ts';

/**
 * Opens an ONNX file of a model folder with one thread: the runtime's workers are the parallelism.
 * @throws CodedError `MODEL_UNAVAILABLE` when the file is missing, corrupt, or not of the manifest's signature.
 */
export async function openOnnxSession(folder: ModelFolder, file: string): Promise<InferenceSession> {
  const bytes = await folder.read(file);
  const session = await InferenceSession.create(bytes, {
    intraOpNumThreads: 1,
    interOpNumThreads: 1,
    // Its warnings are about constant folding; a real fault is thrown.
    logSeverityLevel: 3,
  }).catch((cause: unknown) => {
    throw new CodedError('MODEL_UNAVAILABLE', `onnxruntime cannot load ${file}.`, { cause });
  });
  folder.onUnload(() => session.release());
  const expected = folder.manifest.signature[file];
  if (expected === undefined) return session;
  const actual = signatureOf(session);
  for (const side of ['inputs', 'outputs'] as const) {
    const [declared, found] = [describe(expected[side]), describe(actual[side])];
    if (declared !== found) {
      throw new CodedError(
        'MODEL_UNAVAILABLE',
        `${file} does not have the ${side} that the manifest of ${folder.manifest.name} declares: expected ${declared}; the file has ${found}.`,
      );
    }
  }
  return session;
}

/** What the file itself says it takes and gives. */
export function signatureOf(session: InferenceSession): Signature {
  return { inputs: tensors(session.inputMetadata), outputs: tensors(session.outputMetadata) };
}

function tensors(metadata: readonly InferenceSession.ValueMetadata[]): Signature['inputs'] {
  return Object.fromEntries(
    metadata.map((value) => [
      value.name,
      value.isTensor ? { type: value.type, shape: [...value.shape] } : { type: 'not a tensor', shape: [] },
    ]),
  );
}

function describe(side: Signature['inputs']): string {
  return Object.entries(side)
    .map(([name, { type, shape }]) => `${name} ${type}[${shape.join(', ')}]`)
    .sort()
    .join('; ');
}
