import type { Currency } from '../../../kit/money.ts';

/** What the island keeps of a product. */
export interface IndexedProduct {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly categoryId: string;
  /** In the currency's smallest priced unit; whole, and below 2^53. */
  readonly priceMinor: number;
  readonly currency: Currency;
}

/** What of a product is embedded. */
export function embeddedText({ name, description }: Pick<IndexedProduct, 'name' | 'description'>): string {
  return `${name}. ${description}`;
}
