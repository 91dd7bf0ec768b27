import { minorUnits, priceOf } from '../money.ts';
import { products } from '../products.ts';
import { DAMAGED_ORDER_ID, DAMAGED_PRODUCT_ID, LATE_ORDER_ID, LATE_PRODUCT_ID, STORY_USER_ID } from '../story.ts';
import { DAY, HOUR, MINUTE } from './calendar.ts';
import type { Address, Order, ShipmentEventKind } from './order.ts';
import { attempt } from './payment.ts';

const HOME: Address = {
  recipient: 'Rina Lestari',
  street: 'Blk 412 Tampines Street 41, #08-123',
  town: 'Tampines',
  postalCode: '520412',
  country: 'SG',
};
const CARD = { brand: 'VISA', lastFour: '4417' } as const;
const REGISTERED_AT = Date.UTC(2025, 6, 14, 12, 5);

/** When the woman of the story opened her account, and where she lives. */
export const storyAccount = { registeredAt: REGISTERED_AT, address: HOME, card: CARD };

type Lines = readonly (readonly [productId: string, quantity: number])[];
/** Hours after the order at which each thing happened to the parcel. */
type Journey = readonly (readonly [ShipmentEventKind, hours: number])[];

const QUICK: Journey = [
  ['PACKED', 9],
  ['PICKED_UP', 20],
  ['IN_TRANSIT', 29],
  ['OUT_FOR_DELIVERY', 44],
  ['DELIVERED', 50],
];

/** All orders of the woman of the story, oldest first; no other of hers is made up. */
export function createStoryOrders(): readonly Order[] {
  return [
    order('order-story-sunscreen', Date.UTC(2025, 6, 14, 12, 41), [['product-sunscreen-gel', 1]], 5, QUICK),
    order('order-story-bedsheet', Date.UTC(2025, 10, 11, 13, 2), [['product-bedsheet-bamboo', 1]], 5, QUICK),
    order('order-story-lebaran', Date.UTC(2026, 2, 4, 14, 20), [['product-baju-kurung-modern', 1]], 12, [
      ['PACKED', 20],
      ['PICKED_UP', 31],
      ['IN_TRANSIT', 70],
      ['OUT_FOR_DELIVERY', 204],
      ['DELIVERED', 211],
    ]),
    order(
      'order-story-powerbank',
      Date.UTC(2026, 7, 29, 3, 30),
      [
        ['product-powerbank-20k', 1],
        ['product-screen-glass-2pk', 1],
      ],
      5,
      QUICK,
    ),
    order(
      LATE_ORDER_ID,
      Date.UTC(2026, 10, 2, 12, 18),
      [
        [LATE_PRODUCT_ID, 3],
        ['product-tempeh-chips', 2],
        ['product-kopi-toraja', 1],
      ],
      12,
      [
        ['PACKED', 26],
        ['PICKED_UP', 44],
        ['IN_TRANSIT', 236],
      ],
    ),
    order(
      DAMAGED_ORDER_ID,
      Date.UTC(2026, 10, 13, 4, 47),
      [
        [DAMAGED_PRODUCT_ID, 1],
        ['product-kaya-pandan', 2],
      ],
      5,
      [
        ['PACKED', 22],
        ['PICKED_UP', 40],
        ['IN_TRANSIT', 52],
        ['OUT_FOR_DELIVERY', 94],
        ['DELIVERED', 99],
      ],
    ),
  ];
}

function order(id: string, placedAt: number, wanted: Lines, estimatedDays: number, journey: Journey): Order {
  const lines = wanted.map(([productId, quantity]) => {
    const product = products.find((one) => one.id === productId);
    if (!product) throw new RangeError(`The story is about products of the world; got ${productId}.`);
    return { productId, quantity, unitPrice: product.price };
  });
  const currency = lines[0]?.unitPrice.currency ?? 'SGD';
  const total = priceOf(
    lines.reduce((sum, { quantity, unitPrice }) => sum + quantity * minorUnits(unitPrice), 0),
    currency,
  );
  const events = journey.map(([kind, hours]) => ({ kind, at: new Date(placedAt + hours * HOUR + 17 * MINUTE) }));
  const last = events.at(-1);
  return {
    id,
    userId: STORY_USER_ID,
    placedAt: new Date(placedAt),
    updatedAt: last?.at ?? new Date(placedAt),
    status: last?.kind === 'DELIVERED' ? 'DELIVERED' : 'SHIPPED',
    lines,
    voucher: null,
    discount: priceOf(0, currency),
    total,
    shippingAddress: HOME,
    deviceId: 'device-rina000001',
    payments: [attempt(placedAt + MINUTE, total, { method: 'CARD', card: CARD }, null)],
    shipment: {
      carrier: 'Merlion Post',
      trackingNumber: `MP${String(placedAt).slice(0, 10)}SG`,
      estimatedAt: new Date(placedAt + estimatedDays * DAY),
      events,
    },
  };
}
