import { createShelf } from '../../../world/orders/shelf.ts';
import { createReviews } from '../../../world/reviews.ts';
import type { Taste } from '../taste.ts';

/** Prints how well what is used up was told from what lasts, by what the simulator knows. */
export function supplyFigures(taste: Taste, log: (line: string) => void): void {
  const shelf = createShelf(createReviews()).articles;
  const told = new Set(taste.products.filter((_, place) => taste.supplies[place] !== null));
  const used = shelf.filter(({ usedUpAfter }) => usedUpAfter !== null).map(({ product }) => product.id);
  const right = used.filter((product) => told.has(product)).length;
  log(
    `  what is used up, told from how it is bought: ${told.size} products, ${right} of them rightly; ${used.length} of ${shelf.length} are.`,
  );
}
