import { CodedError } from '../../../kit/errors.ts';
import type { JobContext } from '../../../kit/jobs/defineJob.ts';

/** Asks the whole graph: products and reviews are other subgraphs' to tell. */
type Ask = JobContext<unknown>['graph'];

/** What to judge the reviews of. */
export type Subject = { readonly productId: string } | { readonly categoryId: string };

export interface ReviewedProduct {
  readonly id: string;
  readonly reviewCount: number;
}

export interface ReviewText {
  readonly id: string;
  readonly body: string;
}

interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';

const PRODUCT = 'query ($id: ID!) { product(id: $id) { id reviewCount } }';

const PRODUCTS = `query ($category: ID!, $after: String) {
  products(category: $category, first: 100, after: $after) { nodes { id reviewCount } ${PAGE_INFO} }
}`;

const REVIEWS = `query ($id: ID!, $after: String) {
  product(id: $id) { reviews(first: 50, after: $after) { nodes { id body } ${PAGE_INFO} } }
}`;

/** @throws CodedError `NOT_FOUND`, or what the graph says. */
export async function readProducts(subject: Subject, ask: Ask): Promise<readonly ReviewedProduct[]> {
  if ('productId' in subject) {
    const { productId: id } = subject;
    const { product } = await ask<{ product: ReviewedProduct | null }>(PRODUCT, { id });
    if (product) return [product];
    throw new CodedError('NOT_FOUND', `productId: expected the id of a product, got ${JSON.stringify(id)}.`);
  }
  const products: ReviewedProduct[] = [];
  for await (const page of pages(async (after) => {
    const variables = { category: subject.categoryId, after };
    return (await ask<{ products: Page<ReviewedProduct> }>(PRODUCTS, variables)).products;
  }))
    products.push(...page);
  return products;
}

/** The product's reviews, newest first, page by page; none when it has gone meanwhile. */
export function readReviews(id: string, ask: Ask): AsyncGenerator<readonly ReviewText[]> {
  return pages(async (after) => {
    const { product } = await ask<{ product: { reviews: Page<ReviewText> } | null }>(REVIEWS, { id, after });
    return product?.reviews ?? null;
  });
}

async function* pages<Node>(
  read: (after: string | null) => Promise<Page<Node> | null>,
): AsyncGenerator<readonly Node[]> {
  let after: string | null = null;
  do {
    const page: Page<Node> | null = await read(after);
    if (page === null) return;
    yield page.nodes;
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
}
