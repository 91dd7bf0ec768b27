import { createHash } from 'node:crypto';
import { appendFile, readFile } from 'node:fs/promises';
import { z } from 'zod';
import { CodedError } from '../../kit/errors.ts';

/** One line of eval/openings.jsonl. */
const opening = z.strictObject({
  /** The file of the test set. */
  set: z.string(),
  /** Of the file, when it was opened. */
  sha256: z.string(),
  model: z.string(),
  version: z.string(),
  /** Of the model that was measured. */
  weights: z.string(),
  openedAt: z.string(),
});

export interface MeasuredModel {
  readonly name: string;
  readonly version: string;
  /** What was trained, byte for byte as it is served. */
  readonly weights: string;
}

/**
 * Opens a test set for a version of a model, once: the opening is logged beside it, in `openings.jsonl`, to be committed.
 * Training the same version again opens it again without a word, if it makes the same weights: that repeats a figure.
 * @param file `eval/<set>.jsonl`, an item a line
 * @throws CodedError `CONFLICT` when that version was measured with other weights: whoever tunes on a test set has none.
 */
export async function openTestSet<Item>(
  file: URL,
  item: z.ZodType<Item>,
  model: MeasuredModel,
): Promise<readonly Item[]> {
  const text = await readFile(file, 'utf8');
  const set = file.pathname.slice(file.pathname.lastIndexOf('/') + 1);
  const log = new URL('openings.jsonl', file);
  const weights = sha256(model.weights);
  const { name, version } = model;
  const before = readLines(await readFile(log, 'utf8').catch(() => ''), opening).filter(
    (each) => each.set === set && each.model === name && each.version === version,
  );
  if (before.some((each) => each.weights !== weights)) {
    throw new CodedError(
      'CONFLICT',
      `${set} was opened for ${name} ${version} with other weights. Choose on your own dev split; a model that is to be measured again needs a version of its own.`,
    );
  }
  if (before.length === 0) {
    const line: z.infer<typeof opening> = {
      set,
      sha256: sha256(text),
      model: name,
      version,
      weights,
      openedAt: new Date().toISOString(),
    };
    await appendFile(log, `${JSON.stringify(line)}\n`);
  }
  return readLines(text, item);
}

export function readLines<Item>(text: string, item: z.ZodType<Item>): Item[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => item.parse(JSON.parse(line)));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
