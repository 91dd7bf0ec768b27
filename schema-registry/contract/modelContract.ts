import { z } from 'zod';
import { readInput } from '../../kit/readInput.ts';

/** What a model's manifest promises to whoever uses its answers; of a manifest, everything else is the model's own. */
const modelContract = z.object({
  name: z.string().regex(/^[a-z][a-z0-9-]{0,99}$/, { error: 'a model’s name' }),
  version: z.string().regex(/^\d+\.\d+\.\d+$/, { error: 'a version such as 1.0.0' }),
  labels: z.array(z.string().max(200)).max(10_000, { error: 'at most 10,000 labels' }).default([]),
  languages: z.array(z.string().max(20)).max(200).default([]),
  /** By file and tensor: the sizes of its dimensions, or names of those that are free. */
  signature: z
    .record(
      z.string(),
      z.object({ outputs: z.record(z.string(), z.object({ shape: z.array(z.union([z.number(), z.string()])) })) }),
    )
    .default({}),
  quality: z
    .array(
      z.object({
        metric: z.string().max(200),
        on: z.string().max(200),
        value: z.number(),
        n: z.number().int(),
        interval: z.tuple([z.number(), z.number()]).optional(),
      }),
    )
    .max(1_000, { error: 'at most 1,000 figures' })
    .default([]),
});

export type ModelContract = z.infer<typeof modelContract>;

const MAX_MODELS = 100;
const contracts = z.array(modelContract).max(MAX_MODELS, { error: `at most ${MAX_MODELS} models` });

/** Reads the manifests that are published with a schema. @throws CodedError `BAD_USER_INPUT` */
export function readContracts(manifests: unknown): ModelContract[] {
  return readInput(contracts, manifests, 'models').sort((a, b) => (a.name < b.name ? -1 : 1));
}
