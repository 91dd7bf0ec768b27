import DataLoader from 'dataloader';
import type { Page } from '../../kit/connection.ts';
import type { Identity } from '../../kit/context.ts';
import type { NewestFirstKey } from '../../kit/newestFirst.ts';
import { readsAll, visibleOwner } from './access.ts';
import type { Account, OrderLineRow, OrderRow, OrderStore, PaymentRow, ShipmentRow } from './store.ts';

/** Gathers what one request asks of many orders and users into one query each, as far as who asks may read them. */
export class OrderLoaders {
  readonly orderById: DataLoader<string, OrderRow | null>;
  readonly lines: DataLoader<string, OrderLineRow[]>;
  readonly payments: DataLoader<string, PaymentRow[]>;
  readonly shipment: DataLoader<string, ShipmentRow | null>;
  readonly #store: OrderStore;
  readonly #identity: Identity;
  readonly #accounts: DataLoader<string, Account | null>;
  readonly #pages = new Map<string, DataLoader<string, OrderRow[]>>();

  constructor(store: OrderStore, identity: Identity) {
    this.#store = store;
    this.#identity = identity;
    this.orderById = new DataLoader((ids) => store.ordersById(ids, visibleOwner(identity)));
    this.lines = new DataLoader((orderIds) => store.lines(orderIds));
    this.payments = new DataLoader((orderIds) => store.payments(orderIds));
    this.shipment = new DataLoader((orderIds) => store.shipments(orderIds));
    this.#accounts = new DataLoader((ids) => store.accounts(ids));
  }

  /** Null for a stranger, without a look whether there is one. */
  async account(userId: string): Promise<Account | null> {
    return this.#mayRead(userId) ? this.#accounts.load(userId) : null;
  }

  /** The newest orders of a user, none of a stranger; users asked for the same page share a query. */
  async newestOrders(userId: string, page: Page<NewestFirstKey>): Promise<OrderRow[]> {
    if (!this.#mayRead(userId)) return [];
    const key = JSON.stringify([page.first, page.after]);
    let loader = this.#pages.get(key);
    if (loader === undefined) {
      loader = new DataLoader((userIds) => this.#store.newestOrdersOf(userIds, page));
      this.#pages.set(key, loader);
    }
    return loader.load(userId);
  }

  /** After a write: what was loaded of the user's orders no longer holds. */
  forget(userId: string): void {
    for (const page of this.#pages.values()) page.clear(userId);
  }

  #mayRead(userId: string): boolean {
    return readsAll(this.#identity) || this.#identity.subject === userId;
  }
}
