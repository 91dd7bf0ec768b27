import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { readPackageFile } from '../../../models/packages.ts';
import { readLines } from '../../../models/training/testSet.ts';
import { TAG_LABELS } from '../tagLabels.ts';

const PACKAGE = '@lobehub/fluent-emoji-3d';

export const PICTURES_SOURCE = {
  name: '3D renders of Fluent Emoji, tagged by us by what they show',
  source: `npm:${PACKAGE}@1.1.0/assets, file:training/pictures.jsonl`,
  license: 'MIT',
};

const tag = z.enum(TAG_LABELS);

/** A line of training/pictures.jsonl. */
const trainingPicture = z.strictObject({
  /** Of the file, without its ending: the code points of the emoji. */
  name: z.string(),
  tags: z.array(tag),
  /** Tags of which nothing is said, neither that they hold nor that they do not. */
  doubtful: z.array(tag),
  /** Pictures of one family are so alike that they are held out together. */
  family: z.string(),
});

export type TrainingPicture = z.infer<typeof trainingPicture>;

export async function readTrainingPictures(): Promise<readonly TrainingPicture[]> {
  return readLines(await readFile(new URL('training/pictures.jsonl', import.meta.url), 'utf8'), trainingPicture);
}

export function readRender({ name }: TrainingPicture): Promise<Buffer> {
  return readPackageFile(`${PACKAGE}/assets/${name}.webp`);
}
