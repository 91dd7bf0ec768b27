import { z } from 'zod';
import { readManifest } from '../../../kit/model/folder/manifest.ts';
import { readModelFile } from '../../../kit/model/folder/modelFile.ts';
import { folded } from './wordsOf.ts';

const tokenizer = z.object({ model: z.object({ vocab: z.record(z.string(), z.number()) }) });
const FILE = 'tokenizer.json';
const WHOLE_WORD = /^[a-z]{2,}$/;

/**
 * The English words that the encoder has as wholes, the commonest first: its vocabulary is in that order.
 * @param folder of a model that has the encoder's tokenizer
 * @throws CodedError `MODEL_UNAVAILABLE`
 */
export async function readEnglishWords(folder: URL): Promise<readonly string[]> {
  const { manifest } = await readManifest(folder);
  const entry = manifest.files[FILE];
  if (entry === undefined) throw new TypeError(`The manifest of ${manifest.name} lists no ${FILE}.`);
  const { model } = tokenizer.parse(JSON.parse(String(await readModelFile(folder, FILE, entry))));
  return Object.entries(model.vocab)
    .filter(([word]) => WHOLE_WORD.test(word))
    .sort(([, one], [, other]) => one - other)
    .map(([word]) => folded(word));
}
