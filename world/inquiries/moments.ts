import { DAY, HOUR, MINUTE, WORLD_NOW } from '../orders/calendar.ts';
import type { Order, ShipmentEventKind } from '../orders/order.ts';
import type { Random } from '../random.ts';
import type { Moment } from './form.ts';

/** The shop forgets inquiries after this; all there are were written since. */
const WINDOW = 45 * DAY;

type Span = readonly [from: number, to: number];

/** When a message of that moment is written about the order; null for an order without such a moment of late. */
export function momentOf(order: Order, moment: Moment, random: Random): Date | null {
  const span = SPANS[moment](order);
  if (span === null) return null;
  const from = Math.max(span[0], WORLD_NOW - WINDOW);
  const to = Math.min(span[1], WORLD_NOW - HOUR);
  if (from >= to) return null;
  return new Date(from + random.integer(0, Math.floor((to - from) / 1_000)) * 1_000);
}

const SPANS: Readonly<Record<Moment, (order: Order) => Span | null>> = {
  UNPAID: ({ payments }) => {
    const last = payments.at(-1);
    return last?.status === 'FAILED' ? [last.at.getTime() + 4 * MINUTE, last.at.getTime() + 55 * MINUTE] : null;
  },
  PLACED: (order) => {
    if (order.payments.at(-1)?.status === 'FAILED') return null;
    const from = order.placedAt.getTime() + 4 * MINUTE;
    return [from, Math.min(timeOf(order, 'PACKED') ?? order.updatedAt.getTime(), from + 6 * HOUR)];
  },
  ON_THE_WAY: (order) => {
    const pickedUp = timeOf(order, 'PICKED_UP');
    return pickedUp === null ? null : [pickedUp + 18 * HOUR, Math.min(endOf(order), promised(order))];
  },
  // Whoever waits for longer has written before.
  LATE: (order) =>
    order.shipment === null ? null : [promised(order) + DAY, Math.min(endOf(order), promised(order) + 20 * DAY)],
  DELIVERED: (order) => after(timeOf(order, 'DELIVERED'), HOUR, 7 * DAY),
  OWNED: (order) => after(timeOf(order, 'DELIVERED'), 60 * DAY, 330 * DAY),
  RETURNED: (order) => after(timeOf(order, 'RETURNED'), 2 * DAY, 14 * DAY),
};

function after(time: number | null, from: number, to: number): Span | null {
  return time === null ? null : [time + from, time + to];
}

function timeOf({ shipment }: Order, kind: ShipmentEventKind): number | null {
  return shipment?.events.find((event) => event.kind === kind)?.at.getTime() ?? null;
}

function promised({ shipment }: Order): number {
  return shipment?.estimatedAt.getTime() ?? Number.POSITIVE_INFINITY;
}

/** When the parcel was there, or went back; the world's last day if neither has happened. */
function endOf(order: Order): number {
  return timeOf(order, 'DELIVERED') ?? timeOf(order, 'RETURNED') ?? WORLD_NOW;
}
