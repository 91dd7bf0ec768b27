import type { Order } from '../orders/order.ts';
import { type Product, products } from '../products.ts';
import type { Random } from '../random.ts';
import type { Goods } from './form.ts';
import { kindsOf } from './goods.ts';
import type { Voice } from './voices.ts';

const byId = new Map(products.map((product) => [product.id, product]));

/** The first product of the order that such a message can be about; null when there is none. */
export function productFor({ lines }: Order, goods: Goods): Product | null {
  for (const { productId } of lines) {
    const product = byId.get(productId);
    if (product && (goods === 'any' || kindsOf[goods].includes(product.kind))) return product;
  }
  return null;
}

export interface Filling {
  readonly order: Order;
  readonly product: Product;
}

const OPENS = 0.35;
const CLOSES = 0.3;
const SMALL = 0.15;
const NO_STOP = 0.3;

/** Fills a form in, as somebody types it. */
export function write(text: string, { order, product }: Filling, voice: Voice, random: Random): string {
  const filled = text.replaceAll('{order}', order.id).replaceAll('{product}', shortName(product));
  const opening = random.chance(OPENS) ? `${random.pick(voice.openings)} ` : '';
  const closing = random.chance(CLOSES) ? ` ${random.pick(voice.closings)}` : '';
  const whole = `${opening}${filled}${closing}`;
  const cased = voice.cased && random.chance(SMALL) ? whole.toLowerCase() : whole;
  return random.chance(NO_STOP) ? cased.replace(/[.。]$/, '') : cased;
}

/** As people call it: without the size and number behind the comma. */
function shortName({ name }: Product): string {
  return name.split(',', 1)[0] ?? name;
}
