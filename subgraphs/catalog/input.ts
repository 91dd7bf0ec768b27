import { z } from 'zod';
import { badInput } from '../../kit/errors.ts';
import { type Currency, expectedAmount, toMinorUnits } from '../../kit/money.ts';
import { entityId, text } from '../../kit/readInput.ts';
import { uploadId } from '../../kit/uploads/upload.ts';
import type { MoneyInput } from './schema.generated.ts';

export const productId = entityId('product');

const expectedCategory = { error: 'the id of a category, 1 to 40 lower-case letters, digits and hyphens' };
export const categoryId = z.string(expectedCategory).regex(/^[a-z0-9-]{1,40}$/, expectedCategory);

const price = z.custom<MoneyInput>().transform(({ amount, currency }, context): Price => {
  const minor = toMinorUnits(amount, currency);
  if (minor !== null) return { minor, currency };
  context.addIssue({ code: 'custom', message: expectedAmount(currency), path: ['amount'], input: amount });
  return z.NEVER;
});

/** A price as the table has it. */
export interface Price {
  /** In the currency's smallest priced unit. */
  readonly minor: string;
  readonly currency: Currency;
}

export const newProduct = z.object({
  name: text(1, 120),
  description: text(1, 2_000),
  categoryId,
  price,
  pictureId: uploadId.nullish(),
});
export type NewProduct = z.infer<typeof newProduct>;

export const productChanges = newProduct.partial();
export type ProductChanges = z.infer<typeof productChanges>;

/** Leaves out what is null: to a client, null and absent both mean "as it was". */
export function givenFields(input: object): Record<string, unknown> {
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== null && value !== undefined));
  if (Object.keys(given).length > 0) return given;
  throw badInput(
    'input: expected at least one of name, description, categoryId, price and pictureId, got none.',
    'input',
  );
}
