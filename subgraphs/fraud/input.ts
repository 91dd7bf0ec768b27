import { z } from 'zod';
import { entityId } from '../../kit/readInput.ts';
import { FEATURES, type Features, featuresFrom } from './features/names.ts';

export const orderId = entityId('order');

/** What is left out is missing. */
export const givenFeatures = z
  .array(z.object({ feature: z.enum(FEATURES), value: z.number().nullish() }))
  .refine((given) => new Set(given.map(({ feature }) => feature)).size === given.length, {
    error: 'each feature at most once',
  })
  .transform((given): Features => {
    const values = new Map(given.map(({ feature, value }) => [feature, value ?? null]));
    return featuresFrom((feature) => values.get(feature) ?? null);
  });
