import { CodedError } from '../../kit/errors.ts';
import type { PredictOptions } from '../../kit/model/handle.ts';
import type { Uploads } from '../../kit/uploads/uploads.ts';
import { type Readers, readFile } from './readFile.ts';
import type { Reading } from './reading.ts';
import type { ReadingStore } from './store.ts';

export interface AttachmentServices {
  readonly readings: ReadingStore;
  readonly uploads: () => Promise<Uploads>;
  readonly readers: Readers;
}

/**
 * What stands in an attachment; it is read once by a version of the models.
 * @throws CodedError `NOT_FOUND` when no attachment is this upload, and as `readFile` does.
 */
export async function readAttachment(
  uploadId: string,
  { readings, uploads, readers }: AttachmentServices,
  options: PredictOptions,
): Promise<Reading> {
  const models = versionsOf(readers);
  const known = await readings.find(uploadId, models);
  if (known) return known;
  const bytes = await (await uploads()).readAttached(uploadId);
  if (bytes === null) throw new CodedError('NOT_FOUND', 'The file of this attachment is not there any more.');
  const reading = await readFile(bytes, readers, options);
  await readings.keep(uploadId, models, reading);
  return reading;
}

function versionsOf({ detector, recogniser }: Readers): string {
  return [detector.manifest, recogniser.manifest].map(({ name, version }) => `${name}@${version}`).join(' ');
}
