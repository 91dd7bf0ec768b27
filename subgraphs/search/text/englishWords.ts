import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { readManifest } from '../../../kit/model/folder/manifest.ts';
import { readModelFile } from '../../../kit/model/folder/modelFile.ts';

const tokenizer = z.object({ model: z.object({ vocab: z.record(z.string(), z.number()) }) });
const FILE = 'tokenizer.json';
const WHOLE_WORD = /^[a-z]{2,}$/;

/**
 * English words: those that the encoder has as wholes, and those of shops that it has not. A word among them is not misspelled.
 * @param folder of a model that has the encoder's tokenizer
 * @throws CodedError `MODEL_UNAVAILABLE`
 */
export async function readEnglishWords(folder: URL): Promise<ReadonlySet<string>> {
  const { manifest } = await readManifest(folder);
  const entry = manifest.files[FILE];
  if (entry === undefined) throw new TypeError(`The manifest of ${manifest.name} lists no ${FILE}.`);
  return englishWords(await readModelFile(folder, FILE, entry));
}

export function englishWords(tokenizerJson: Buffer): ReadonlySet<string> {
  const { model } = tokenizer.parse(JSON.parse(String(tokenizerJson)));
  const ofShops = readFileSync(new URL('shopWords.txt', import.meta.url), 'utf8').split(/\s+/);
  return new Set([...Object.keys(model.vocab), ...ofShops].filter((word) => WHOLE_WORD.test(word)));
}
