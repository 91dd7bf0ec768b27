import { isBefore } from '../features/featuresOf.ts';
import type { OrderFacts } from './facts.ts';

/** Of the orders of a customer, a device or an address, the newest so many count: an order is scored in bounded time. */
export const MOST_PAST = 500;

/** All orders in memory, for training: what the island asks its table. Orders are added oldest first. */
export class Past {
  readonly #byKey = new Map<string, OrderFacts[]>();

  add(order: OrderFacts): void {
    for (const key of keysOf(order)) {
      const known = this.#byKey.get(key);
      if (known) known.push(order);
      else this.#byKey.set(key, [order]);
    }
  }

  /** The orders before it of its customer, its device or its address. */
  before(order: OrderFacts): OrderFacts[] {
    const found = keysOf(order).flatMap((key) =>
      (this.#byKey.get(key) ?? []).filter((one) => isBefore(one, order)).slice(-MOST_PAST),
    );
    return [...new Set(found)];
  }
}

function keysOf({ customerId, deviceId, address }: OrderFacts): string[] {
  return [`customer ${customerId}`, ...(deviceId === null ? [] : [`device ${deviceId}`]), `address ${address}`];
}
