import type { Random } from '../random.ts';
import type { CountryCode } from '../users/countries.ts';
import { DAY, HOUR, MINUTE, seasonOf, WORLD_NOW } from './calendar.ts';
import type { Draft, OrderStatus, PaymentAttempt, Shipment, ShipmentEvent, ShipmentEventKind } from './order.ts';
import { paidAt, settle } from './payment.ts';

/** How often an order that is paid waits for a person to look at it, and how often that ends badly for an honest one. */
const REVIEWED = 0.03;
const DECLINED_AFTER_REVIEW = 0.04;
const CANCELLED = 0.022;
const RETURNED = 0.025;
const FASHION_RETURNED = 0.06;
/** How often a parcel is lost on its way: it is shipped and nothing more is heard. */
const LOST = 0.003;
const LATE = 0.06;
const LATE_IN_SALES = 0.18;

const CARRIERS: Readonly<Record<CountryCode, readonly (readonly [name: string, code: string])[]>> = {
  SG: [
    ['Merlion Post', 'MP'],
    ['Layang Express', 'LX'],
  ],
  MY: [
    ['Kancil Kargo', 'KK'],
    ['Layang Express', 'LX'],
  ],
  PH: [
    ['Haribon Courier', 'HC'],
    ['Layang Express', 'LX'],
  ],
  ID: [
    ['Kancil Kargo', 'KK'],
    ['Layang Express', 'LX'],
  ],
  TH: [
    ['Chang Phat Post', 'CP'],
    ['Layang Express', 'LX'],
  ],
  VN: [
    ['Sao Nhanh', 'SN'],
    ['Layang Express', 'LX'],
  ],
};

export interface Circumstances {
  readonly placedAt: number;
  readonly country: CountryCode;
  /** Whether it comes from another country. */
  readonly abroad: boolean;
  readonly payments: readonly PaymentAttempt[];
  readonly fashion: boolean;
  /** When it is known to have been there: it goes well, and is delivered earlier. */
  readonly hereBy?: number;
  /** What a person who looked at it decided, where that is not left to chance. */
  readonly verdict?: 'accept' | 'decline';
}

type Fulfilment = Pick<Draft, 'status' | 'updatedAt' | 'shipment' | 'payments'>;

/** What became of an order by the world's last day. */
export function fulfil(order: Circumstances, random: Random): Fulfilment {
  const paid = paidAt(order.placedAt, order.payments);
  const known = order.hereBy !== undefined;
  if (order.payments.at(-1)?.status === 'FAILED') return ended('CANCELLED', paid + 30 * MINUTE, order.payments);

  const looked = order.verdict !== undefined || (!known && random.chance(REVIEWED));
  const confirmed = paid + (looked ? random.integer(30, 2_160) * MINUTE : random.integer(1, 10) * MINUTE);
  const declined =
    order.verdict === 'decline' || (order.verdict === undefined && looked && random.chance(DECLINED_AFTER_REVIEW));
  if (confirmed > WORLD_NOW) return open(looked ? 'PENDING_REVIEW' : 'CONFIRMED', paid, order.payments);
  if (declined) return ended('DECLINED', confirmed, order.payments);

  const cancelled = !known && random.chance(CANCELLED) ? confirmed + random.integer(1, 20) * HOUR : WORLD_NOW;
  if (cancelled < WORLD_NOW) return ended('CANCELLED', cancelled, order.payments);

  const journey = travel(order, confirmed, random);
  const over = (journey.events.at(-1)?.at.getTime() ?? 0) <= WORLD_NOW;
  const events = over ? journey.events : journey.events.filter(({ at }) => at.getTime() <= WORLD_NOW);
  const last = events.at(-1);
  if (last === undefined) return open('CONFIRMED', confirmed, order.payments);
  const shipment: Shipment = { ...journey, events };
  const status = statusAfter(last.kind);
  const outcome = status === 'RETURNED' ? 'refunded' : 'delivered';
  const payments = status === 'DELIVERED' || status === 'RETURNED' ? settle(order.payments, outcome) : order.payments;
  return { status, updatedAt: last.at, shipment, payments };
}

function travel(order: Circumstances, confirmed: number, random: Random): Shipment {
  const sale = seasonOf(order.placedAt, order.country).demand > 2;
  const usual = order.abroad ? 4 + random.integer(0, 6) : 1 + random.integer(0, 2);
  const estimated = confirmed + (order.abroad ? 12 : 5) * DAY;
  const late = random.chance(sale ? LATE_IN_SALES : LATE) ? random.integer(3, order.abroad ? 14 : 8) : 0;
  let packed = confirmed + random.integer(2, sale ? 60 : 30) * HOUR;
  let delivered = packed + (usual + late) * DAY + random.integer(-300, 300) * MINUTE;
  if (order.hereBy !== undefined && delivered > order.hereBy) {
    // The review says when it was there: then it was quick.
    const left = Math.max(order.hereBy - confirmed, 2 * HOUR);
    packed = confirmed + Math.floor(0.15 * left);
    delivered = confirmed + Math.floor(0.95 * left);
  }
  const between = (part: number) => packed + Math.floor(part * (delivered - packed));
  const [carrier, code] = random.pick(CARRIERS[order.country]);
  const trackingNumber = `${code}${random.integer(1_000_000_000, 9_999_999_999)}${order.country}`;
  const known = order.hereBy !== undefined;
  const lost = !known && random.chance(LOST);
  const missed = !known && random.chance(0.05);
  const returned = !known && random.chance(order.fashion ? FASHION_RETURNED : RETURNED);
  const events: ShipmentEvent[] = [
    event('PACKED', packed),
    event('PICKED_UP', between(0.15)),
    event('IN_TRANSIT', between(0.4)),
  ];
  if (!lost) {
    events.push(event('OUT_FOR_DELIVERY', between(0.93)));
    if (missed) events.push(event('DELIVERY_FAILED', between(0.99)), event('OUT_FOR_DELIVERY', delivered + 18 * HOUR));
    const here = missed ? delivered + 22 * HOUR : delivered;
    events.push(event('DELIVERED', here));
    if (returned) events.push(event('RETURNED', here + random.integer(3, 20) * DAY + random.integer(0, 600) * MINUTE));
  }
  return { carrier, trackingNumber, estimatedAt: new Date(estimated), events };
}

const event = (kind: ShipmentEventKind, at: number): ShipmentEvent => ({ kind, at: new Date(at) });

function statusAfter(last: ShipmentEventKind): OrderStatus {
  if (last === 'DELIVERED' || last === 'RETURNED') return last;
  return last === 'PACKED' ? 'CONFIRMED' : 'SHIPPED';
}

function open(status: OrderStatus, at: number, payments: readonly PaymentAttempt[]): Fulfilment {
  return { status, updatedAt: new Date(at), shipment: null, payments };
}

function ended(status: OrderStatus, at: number, payments: readonly PaymentAttempt[]): Fulfilment {
  return { status, updatedAt: new Date(at), shipment: null, payments: settle(payments, 'called off') };
}
