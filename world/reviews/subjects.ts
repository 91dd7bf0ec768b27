import type { CategoryId } from '../categories.ts';
import type { Product } from '../products.ts';
import type { Subject } from './compose.ts';
import { kitchenKinds } from './kinds/kitchen.ts';
import { kitchenRemarks } from './remarks/kitchen.ts';
import type { KindRemarks, Remarks } from './remarks.ts';

interface Shelf {
  readonly kinds: Readonly<Record<string, KindRemarks>>;
  readonly own: Readonly<Record<string, Remarks>>;
}

const shelves: Partial<Readonly<Record<CategoryId, Shelf>>> = {
  kitchen: { kinds: kitchenKinds, own: kitchenRemarks },
};

export function subjectOf(product: Product): Subject | undefined {
  const shelf = shelves[product.category];
  const kind = shelf?.kinds[product.kind];
  const own = shelf?.own[product.id.replace('product-', '')];
  return kind && own ? { kind, own } : undefined;
}
