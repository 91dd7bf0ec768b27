import { CodedError } from '../../../kit/errors.ts';
import type { Uploads } from '../../../kit/uploads/uploads.ts';

/** The bytes of a product's picture, which catalog attached and tells of. */
export async function readAttachedPicture(
  pictureId: string,
  { uploads }: { readonly uploads: () => Promise<Uploads> },
): Promise<Buffer> {
  const bytes = await (await uploads()).readAttached(pictureId);
  if (bytes !== null) return bytes;
  throw new CodedError(
    'NOT_FOUND',
    `picture: expected an upload that is kept, got ${pictureId}, which is not any more.`,
  );
}
