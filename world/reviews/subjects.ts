import type { CategoryId } from '../categories.ts';
import type { Product } from '../products.ts';
import type { Subject } from './compose.ts';
import { beautyKinds } from './kinds/beauty.ts';
import { deskKinds } from './kinds/desk.ts';
import { electronicsKinds } from './kinds/electronics.ts';
import { fashionKinds } from './kinds/fashion.ts';
import { foodKinds } from './kinds/food.ts';
import { homeKinds } from './kinds/home.ts';
import { kidsKinds } from './kinds/kids.ts';
import { kitchenKinds } from './kinds/kitchen.ts';
import { outdoorsKinds } from './kinds/outdoors.ts';
import { petsKinds } from './kinds/pets.ts';
import { nouns } from './nouns.ts';
import { beautyRemarks } from './remarks/beauty.ts';
import { deskRemarks } from './remarks/desk.ts';
import { electronicsRemarks } from './remarks/electronics.ts';
import { fashionRemarks } from './remarks/fashion.ts';
import { foodRemarks } from './remarks/food.ts';
import { homeRemarks } from './remarks/home.ts';
import { kidsRemarks } from './remarks/kids.ts';
import { kitchenRemarks } from './remarks/kitchen.ts';
import { outdoorsRemarks } from './remarks/outdoors.ts';
import { petsRemarks } from './remarks/pets.ts';
import type { KindRemarks, Remarks } from './remarks.ts';

interface Shelf {
  readonly kinds: Readonly<Record<string, KindRemarks>>;
  readonly own: Readonly<Record<string, Remarks>>;
}

const shelves: Readonly<Record<CategoryId, Shelf>> = {
  beauty: { kinds: beautyKinds, own: beautyRemarks },
  desk: { kinds: deskKinds, own: deskRemarks },
  electronics: { kinds: electronicsKinds, own: electronicsRemarks },
  fashion: { kinds: fashionKinds, own: fashionRemarks },
  food: { kinds: foodKinds, own: foodRemarks },
  home: { kinds: homeKinds, own: homeRemarks },
  kids: { kinds: kidsKinds, own: kidsRemarks },
  kitchen: { kinds: kitchenKinds, own: kitchenRemarks },
  outdoors: { kinds: outdoorsKinds, own: outdoorsRemarks },
  pets: { kinds: petsKinds, own: petsRemarks },
};

/** @throws RangeError for a product of which nothing is written down. */
export function subjectOf(product: Product): Subject {
  const { kinds, own } = shelves[product.category];
  const kind = kinds[product.kind];
  const name = product.id.replace('product-', '');
  const remarks = own[name];
  const noun = nouns[name];
  if (kind && remarks && noun) return { kind, own: remarks, noun };
  throw new RangeError(`Nobody has anything to say of ${product.id}: write it down in world/reviews/.`);
}
