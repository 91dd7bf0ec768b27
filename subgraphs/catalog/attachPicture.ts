import type { Identity } from '../../kit/context.ts';
import type { Transaction } from '../../kit/database/database.ts';
import { badInput } from '../../kit/errors.ts';
import type { Uploads } from '../../kit/uploads/uploads.ts';

/** A product's picture: an upload that is attached to it. */
export interface Picture {
  readonly id: string;
  readonly contentType: string;
}

/**
 * Makes an upload of the caller's a product's picture, in the transaction that writes the product.
 * @throws CodedError `UNAUTHENTICATED`, `NOT_FOUND` for what cannot be attached, `BAD_USER_INPUT` for what is no picture.
 */
export async function attachPicture(
  transaction: Transaction,
  id: string,
  identity: Identity,
  uploads: Uploads,
): Promise<Picture> {
  const [upload] = await uploads.attach(transaction, [id], identity);
  if (upload === undefined) throw new TypeError('Of one upload none was attached.');
  const { contentType } = upload;
  if (contentType.startsWith('image/')) return { id, contentType };
  throw badInput(
    `input.pictureId: expected an upload that is a JPEG, PNG, WebP or GIF, got one of ${contentType}.`,
    'input.pictureId',
  );
}
