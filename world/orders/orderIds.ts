import { Random } from '../random.ts';
import { DAY } from './calendar.ts';

/** Ids for orders in the order of time, such as `order-260911-k7m2q`: the day, and five letters or digits by chance. */
export class OrderIds {
  readonly #random = new Random('order ids');
  readonly #taken = new Set<string>();
  #day = { number: Number.NaN, text: '' };

  next(placedAt: Date): string {
    const day = this.#dayOf(placedAt);
    for (;;) {
      const chance = Math.floor(this.#random.next() * 36 ** 5);
      const id = `order-${day}-${chance.toString(36).padStart(5, '0')}`;
      if (this.#taken.has(id)) continue;
      this.#taken.add(id);
      return id;
    }
  }

  #dayOf(at: Date): string {
    const number = Math.floor(at.getTime() / DAY);
    if (number !== this.#day.number) {
      this.#day = { number, text: at.toISOString().slice(2, 10).replaceAll('-', '') };
    }
    return this.#day.text;
  }
}
