import { z } from 'zod';
import { requireSubject } from '../../kit/access.ts';
import type { RequestContext } from '../../kit/context.ts';
import { badInput, CodedError } from '../../kit/errors.ts';
import type { ModelHandle } from '../../kit/model/handle.ts';
import { entityId, readInput } from '../../kit/readInput.ts';
import { uploadId } from '../../kit/uploads/upload.ts';
import type { Uploads } from '../../kit/uploads/uploads.ts';
import { type Analysis, MODERATION_LABELS } from './analysis.ts';
import type { PictureFetcher } from './fetch/pictureFetcher.ts';
import type { PictureIndex } from './products/pictureIndex.ts';
import { readAttachedPicture } from './products/readAttachedPicture.ts';
import type { Resolvers } from './schema.generated.ts';
import { similarProducts } from './similarProducts.ts';

const MAX_SIMILAR = 20;
const MAX_URL = 2_000;

export interface Context extends RequestContext {
  readonly model: ModelHandle<Uint8Array, Analysis>;
  readonly index: PictureIndex;
  readonly fetcher: PictureFetcher;
  readonly uploads: () => Promise<Uploads>;
}

export function createContext(
  request: RequestContext,
  { model, index, fetcher, uploads }: Pick<Context, 'model' | 'index' | 'fetcher' | 'uploads'>,
): Context {
  return { ...request, model, index, fetcher, uploads };
}

const productId = entityId('product');
const similar = z.number().refine((value) => Number.isInteger(value) && value >= 1 && value <= MAX_SIMILAR, {
  error: `a whole number from 1 to ${MAX_SIMILAR}`,
});
const url = z.string().max(MAX_URL, { error: `a URL of at most ${MAX_URL.toLocaleString('en')} characters` });

export const resolvers: Resolvers = {
  Query: {
    moderateImage: async (_, given, context) => {
      const predicted = await context.model.predict(await readGiven(given, context), context);
      const { moderation } = predicted.output;
      if (moderation !== null) return { ...predicted, moderation };
      throw new CodedError('OVERLOADED', 'The model that moderates pictures has too much to do now. Ask again.', {
        details: { retryAfterMs: 1_000 },
      });
    },
  },
  Product: {
    __resolveReference: ({ id, ...rest }) => ({ id: readInput(productId, id, 'id'), ...rest }),
    imageAnalysis: async ({ picture }, _, context) => {
      const id = pictureOf('imageAnalysis', picture);
      return id === null ? null : context.model.predict(await readAttachedPicture(id, context), context);
    },
    similarProducts: async (product, { first }, context) => {
      const pictureId = pictureOf('similarProducts', product.picture);
      const count = readInput(similar, first, 'first');
      if (pictureId === null) return null;
      const { matches } = await similarProducts({ id: product.id, pictureId }, count, context);
      return matches.map(({ product: { id } }) => ({ id }));
    },
    similarProductDetails: async (product, { first }, context) => {
      const pictureId = pictureOf('similarProductDetails', product.picture);
      const count = readInput(similar, first, 'first');
      return pictureId === null ? null : similarProducts({ id: product.id, pictureId }, count, context);
    },
  },
  ImageAnalysis: {
    tags: ({ output }) => [...output.tags],
    moderation: ({ output: { moderation }, ...predicted }) => moderation && { ...predicted, moderation },
    quality: ({ output: { quality } }) => ({ ...quality, issues: [...quality.issues] }),
    dominantColors: ({ output }) => [...output.dominantColors],
  },
  ImageModeration: {
    decision: ({ moderation }) => moderation.decision,
    scores: ({ moderation }) =>
      MODERATION_LABELS.map((label, place) => ({ label, score: moderation.scores[place] ?? 0 })),
  },
};

/** @returns null for a product without a picture. */
function pictureOf(field: string, picture: { readonly id: string } | null | undefined): string | null {
  if (picture === undefined) throw new CodedError('INPUT_UNAVAILABLE', `Product.${field} needs Product.picture.`);
  return picture && readInput(uploadId, picture.id, 'picture.id');
}

async function readGiven(
  given: { readonly uploadId?: string | null; readonly url?: string | null },
  { identity, signal, fetcher, uploads }: Context,
): Promise<Buffer> {
  requireSubject(identity);
  const { uploadId: upload = null, url: address = null } = given;
  if (upload !== null && address === null) {
    const id = readInput(uploadId, upload, 'uploadId');
    const bytes = await (await uploads()).read(id, identity);
    if (bytes !== null) return bytes;
    throw new CodedError('NOT_FOUND', `uploadId: expected an upload of yours that has not expired, got ${id}.`, {
      details: { argument: 'uploadId' },
    });
  }
  if (upload === null && address !== null) return fetcher.fetch(readInput(url, address, 'url'), signal);
  throw badInput(`Expected exactly one of uploadId and url, got ${upload === null ? 'neither' : 'both'}.`);
}
