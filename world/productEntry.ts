import type { PriceTag } from './money.ts';

/** A product as it is written down in world/products/; its id is `product-` and the entry's name. */
export interface ProductEntry<Kind extends string = string> {
  /** What reviewers talk of: the key of its kind in world/reviews/kinds/. */
  readonly kind: Kind;
  readonly name: string;
  readonly price: PriceTag;
  readonly description: string;
}
