import { z } from 'zod';
import { expectedAmount, toMinorUnits } from '../../kit/money.ts';
import { entityId, text } from '../../kit/readInput.ts';
import type { MoneyInput } from './schema.generated.ts';

export const orderId = entityId('order');

/** A user's id is the subject of their token, and tokens are made elsewhere. */
export const userId = text(1, 200);

const MAX_LINES = 50;
const MAX_QUANTITY = 99;

const quantity = z.number().refine((value) => Number.isInteger(value) && value >= 1 && value <= MAX_QUANTITY, {
  error: `a whole number from 1 to ${MAX_QUANTITY}`,
});

const lines = z
  .array(z.object({ productId: entityId('product'), quantity }))
  .refine(({ length }) => length >= 1 && length <= MAX_LINES, { error: `a list of 1 to ${MAX_LINES} products` })
  .refine((given) => new Set(given.map(({ productId }) => productId)).size === given.length, {
    error: 'each product once, with how many of it',
  });

const shippingAddress = z.object({
  recipient: text(1, 100),
  street: text(1, 200),
  town: text(1, 100),
  postalCode: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9 -]{0,11}$/, {
    error: '1 to 12 letters, digits, spaces and hyphens',
  }),
  country: z.string().regex(/^[A-Z]{2}$/, { error: 'the two capitals of an ISO 3166 code' }),
});

const expectedTotal = z.custom<MoneyInput>().transform(({ amount, currency }, context) => {
  const minor = toMinorUnits(amount, currency);
  if (minor !== null) return { minor, currency };
  context.addIssue({ code: 'custom', message: expectedAmount(currency), path: ['amount'], input: amount });
  return z.NEVER;
});

export const newOrder = z.object({
  lines,
  shippingAddress,
  idempotencyKey: z.string().regex(/^[\x21-\x7e]{1,255}$/, {
    error: '1 to 255 printable ASCII characters without spaces',
  }),
  expectedTotal: expectedTotal.nullish(),
  deviceId: text(1, 100).nullish(),
});
export type NewOrder = z.infer<typeof newOrder>;
export type GivenAddress = NewOrder['shippingAddress'];
