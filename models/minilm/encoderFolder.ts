import { readFile } from 'node:fs/promises';
import type { ModelFolder } from '../../kit/model/defineModel.ts';
import type { BuiltModel } from '../builtModel.ts';
import { minilmInt8 } from './minilmInt8.ts';

/** A form of the encoder by itself, as a model folder: for tests and benchmarks, which have no model around it. */
export function encoderFolder(form: BuiltModel): ModelFolder {
  const files = new URL(`../built/${form.name}/${form.version}/`, import.meta.url);
  return {
    manifest: {
      name: form.name,
      version: form.version,
      description: 'The encoder alone.',
      license: 'Apache-2.0',
      files: {},
      signature: {},
      labels: [],
      languages: ['en'],
      maxBatch: 32,
      batchInvariant: form !== minilmInt8,
      training: { data: [], items: 0, command: 'none' },
      quality: [],
    },
    read: (name) => readFile(new URL(name, files)),
    onUnload: () => {},
  };
}
