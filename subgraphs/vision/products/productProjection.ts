import { z } from 'zod';
import { defineProjection } from '../../../kit/changes/defineProjection.ts';
import type { Transaction } from '../../../kit/database/database.ts';
import { uploadId } from '../../../kit/uploads/upload.ts';

const payload = z.object({ picture: z.object({ id: uploadId }).nullish() });

interface ProductPage {
  readonly products: {
    readonly nodes: readonly (z.input<typeof payload> & { readonly id: string; readonly version: number })[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const PAGE = `query ProductsToLookAt($after: String) {
  products(first: 100, after: $after) {
    nodes { id version picture { id } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** The products of catalog, as far as they have a picture. */
export const productProjection = defineProjection({
  consumer: 'vision',
  entity: 'Product',
  payload,
  identity: { subject: 'vision', tenant: null, scopes: [] },
  apply: async (transaction, { id, version, payload: product }) => {
    const pictureId = product?.picture?.id;
    if (pictureId === undefined) await transaction.query('delete from vision.products where id = $1', [id]);
    else {
      await transaction.query(
        `insert into vision.products (id, picture_id, version) values ($1, $2, $3)
         on conflict (id) do update set picture_id = $2, version = $3`,
        [id, pictureId, version],
      );
    }
    await bumpRevision(transaction);
  },
  clear: async (transaction) => {
    await transaction.query('delete from vision.products');
    await bumpRevision(transaction);
  },
  async *rebuild(ask) {
    for (let after: string | null = null; ; ) {
      const { products }: ProductPage = await ask(PAGE, { after });
      for (const { id, version, picture } of products.nodes) yield { id, version, payload: { picture } };
      if (!products.pageInfo.hasNextPage) return;
      after = products.pageInfo.endCursor;
    }
  },
});

/** Processes that hold the products in memory read them anew. */
async function bumpRevision(transaction: Transaction): Promise<void> {
  await transaction.query('update vision.served set revision = revision + 1');
}
