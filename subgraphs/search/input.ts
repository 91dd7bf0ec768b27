import { z } from 'zod';
import { CodedError } from '../../kit/errors.ts';
import { CURRENCIES, expectedAmount, toMinorUnits } from '../../kit/money.ts';
import { entityId, readInput, text } from '../../kit/readInput.ts';
import { type Filters, NO_FILTERS } from './retrieval/filters.ts';
import type { ProductFilters } from './schema.generated.ts';

const MAX_QUERY = 200;
const MAX_CATEGORIES = 20;
const MAX_RELATED = 20;
/** Of letters; with fewer in Latin script a text is in another language than those there are models for. */
const LATIN_SHARE = 0.5;

const query = text(1, MAX_QUERY).refine((value) => /[\p{L}\p{N}]/u.test(value), {
  error: 'text with a letter or a digit in it',
});

export const jobId = entityId('job');
export const inquiryId = entityId('inquiry');

export const related = z.number().refine((value) => Number.isInteger(value) && value >= 1 && value <= MAX_RELATED, {
  error: `a whole number from 1 to ${MAX_RELATED}`,
});

/** @throws CodedError `BAD_USER_INPUT`, or `UNSUPPORTED_LANGUAGE` for another script. */
export function readQuery(given: string): string {
  const read = readInput(query, given, 'query');
  if (isLatin(read)) return read;
  throw new CodedError(
    'UNSUPPORTED_LANGUAGE',
    'query: expected words in English, Indonesian or Malay; got another script.',
    { details: { argument: 'query' } },
  );
}

export function isLatin(given: string): boolean {
  const letters = given.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  return latin.length >= LATIN_SHARE * letters.length;
}

const category = z.string().refine((id) => /^[a-z][a-z0-9-]{0,99}$/.test(id), {
  error: 'the id of a category, as Query.categories lists them',
});
const categories = z.array(category).refine(({ length }) => length >= 1 && length <= MAX_CATEGORIES, {
  error: `a list of 1 to ${MAX_CATEGORIES} ids of categories`,
});

const price = z
  .object({ currency: z.enum(CURRENCIES), min: z.string().nullish(), max: z.string().nullish() })
  .transform(({ currency, ...bounds }, context) => {
    const minor = (bound: 'min' | 'max'): number | null => {
      const amount = bounds[bound];
      if (amount === null || amount === undefined) return null;
      const value = toMinorUnits(amount, currency);
      if (value !== null) return Number(value);
      context.addIssue({ code: 'custom', path: [bound], message: expectedAmount(currency), input: amount });
      return null;
    };
    const [min, max] = [minor('min'), minor('max')];
    if (min !== null && max !== null && min > max)
      context.addIssue({
        code: 'custom',
        path: ['max'],
        message: 'an amount that is not below min',
        input: bounds.max,
      });
    return { currency, min, max };
  });

/** @throws CodedError `BAD_USER_INPUT` */
export function readFilters(given: ProductFilters | null | undefined): Filters {
  if (given === null || given === undefined) return NO_FILTERS;
  return {
    categories: given.categories ? readInput(categories, given.categories, 'filters.categories') : null,
    price: given.price ? readInput(price, given.price, 'filters.price') : null,
  };
}
