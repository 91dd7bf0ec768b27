import type { RequestContext } from '../../kit/context.ts';
import type { Database } from '../../kit/database/database.ts';
import { badInput, CodedError } from '../../kit/errors.ts';
import type { ModelHandle } from '../../kit/model/handle.ts';
import { readInput, text } from '../../kit/readInput.ts';
import { uploadId } from '../../kit/uploads/upload.ts';
import type { Uploads } from '../../kit/uploads/uploads.ts';
import { readAttachment } from './attachments.ts';
import { kindOf, toDocument } from './document.ts';
import type { Judgement } from './kinds.ts';
import { type Readers, readFile } from './readFile.ts';
import { MAX_CHARACTERS, type Reading, readingOfText } from './reading.ts';
import type { Resolvers } from './schema.generated.ts';
import { ReadingStore } from './store.ts';

export interface Context extends RequestContext {
  readonly models: Readers & { readonly kinds: ModelHandle<string, Judgement> };
  readonly readings: ReadingStore;
  readonly uploads: () => Promise<Uploads>;
}

export function createContext(
  request: RequestContext,
  { models, database, uploads }: Pick<Context, 'models' | 'uploads'> & { readonly database: Database },
): Context {
  return { ...request, models, readings: new ReadingStore(database), uploads };
}

const documentText = text(1, MAX_CHARACTERS);

export const resolvers: Resolvers = {
  Query: {
    classifyDocument: async (_, args, context) =>
      toDocument(await readGiven(args, context), context.models.kinds, context),
  },
  Attachment: {
    document: async (attachment, _, context) => {
      if (attachment.uploadId === undefined) {
        throw new CodedError('INPUT_UNAVAILABLE', 'Attachment.document needs Attachment.uploadId.');
      }
      const { models: readers, ...services } = context;
      const reading = await readAttachment(attachment.uploadId, { ...services, readers }, context);
      return toDocument(reading, context.models.kinds, context);
    },
  },
  Document: {
    kind: kindOf,
    confidence: ({ predicted }) => predicted.output.confidence,
    model: ({ predicted }) => predicted.model,
    degraded: ({ predicted }) => predicted.degraded,
  },
};

/** @throws CodedError `BAD_USER_INPUT` for none or both, `NOT_FOUND` for an upload that is not the caller's. */
async function readGiven(
  given: { readonly text?: string | null; readonly uploadId?: string | null },
  context: Context,
): Promise<Reading> {
  const wanted = [given.text ?? null, given.uploadId ?? null];
  if (wanted.filter((value) => value !== null).length !== 1) {
    throw badInput(`Expected either text or uploadId, got ${wanted[0] === null ? 'neither' : 'both'}.`, 'text');
  }
  if (wanted[0] !== null) return readingOfText(readInput(documentText, given.text, 'text'));
  const id = readInput(uploadId, given.uploadId, 'uploadId');
  const bytes = await (await context.uploads()).read(id, context.identity);
  if (bytes !== null) return readFile(bytes, context.models, context);
  throw new CodedError(
    'NOT_FOUND',
    `Expected the id of an upload of yours that has not expired; ${JSON.stringify(id)} is none. Upload it again.`,
  );
}
