import { z } from 'zod';
import { CodedError } from '../../../kit/errors.ts';
import { defineJob, type JobDefinition } from '../../../kit/jobs/defineJob.ts';
import { type Manifest, readManifest } from '../../../kit/model/folder/manifest.ts';
import { trainApart } from '../../../kit/model/versions/trainApart.ts';
import { TrainedVersions } from '../../../kit/model/versions/trainedVersions.ts';
import type { TrainingOrder } from './trainingProgram.ts';

/** Whoever has it may have models trained and served. */
export const TRAIN_SCOPE = 'models:train';

/** What is stored of a rebuild and read again. */
export const headRebuild = z.strictObject({
  model: z.strictObject({ name: z.string(), version: z.string() }),
  previous: z.array(z.string()),
  quality: z.array(
    z.strictObject({
      metric: z.string(),
      on: z.string(),
      value: z.number(),
      n: z.number().int(),
      interval: z.tuple([z.number(), z.number()]).optional(),
    }),
  ),
  trainedOn: z.number().int(),
  servedSince: z.iso.datetime(),
});
export type HeadRebuild = z.infer<typeof headRebuild>;

export interface RebuildOptions {
  /** The model's folder. */
  readonly folder: URL;
  /** The first so many of each domain instead of all. */
  readonly sentencesOfEachDomain?: number;
}

/** What the manifest says a head was trained by; another attempt of the job finds by it what this one made. */
export function commandOf(jobId: string): string {
  return `mutation { rebuildSentimentHead { id } }, as ${jobId}`;
}

const program = new URL('./trainingProgram.ts', import.meta.url);

/** Has the head trained in a process of its own. */
export function trainHeadApart(
  order: TrainingOrder,
  observer: Pick<Parameters<typeof trainApart>[2], 'signal' | 'progress'>,
): Promise<Manifest> {
  return trainApart(program, order, { model: 'sentiment-minilm', ...observer });
}

/** A sentence in a thousand: by so much the figures of another make of processor may differ. */
const TOLERANCE = 0.001;

/** Trains the head anew as a version of its own and has that one served, if it is as good as the released one. */
export function defineRebuildHead({ folder, sentencesOfEachDomain }: RebuildOptions): JobDefinition<null> {
  return defineJob<null, HeadRebuild>({
    kind: 'sentiment.rebuildHead',
    input: z.null(),
    timeoutMs: 3_600_000,
    // It is of the place where it runs, and another attempt would find it there, too.
    finalErrors: ['MODEL_UNAVAILABLE'],
    handler: async (_, { id, attempt, signal, progress, commit }) => {
      const { manifest: released } = await readManifest(folder);
      const versions = new TrainedVersions(folder);
      const command = commandOf(id);
      const serve = async ({ name, version, quality, training }: Manifest): Promise<HeadRebuild> => {
        const { previous, since } = await versions.serve(version);
        return {
          model: { name, version },
          previous: namesOf(previous),
          quality,
          trainedOn: training.items,
          servedSince: since.toISOString(),
        };
      };
      const earlier = await versions.trainedBy(command);
      if (earlier) return commit(() => serve(earlier));

      const draft = await versions.openDraft(id, attempt);
      try {
        const order = { folder: draft.href, version: released.version, command, sentencesOfEachDomain };
        progress(0, null, 'loading the encoder');
        const trained = await trainHeadApart(order, { signal, progress });
        checkQuality(trained, released);
        return await commit(async () => serve(await versions.place(draft, trained)));
      } finally {
        await versions.removeDraft(draft);
      }
    },
  });
}

export const rebuildHead = defineRebuildHead({ folder: new URL('../model/', import.meta.url) });

/** @throws CodedError `CONFLICT` when the first figure of the one falls short of the other's. */
function checkQuality({ quality: [came] }: Manifest, { name, version, quality: [expected] }: Manifest): void {
  if (came === undefined || expected === undefined) throw new TypeError(`A version of ${name} has no figure.`);
  const same = came.metric === expected.metric && came.on === expected.on;
  if (same && came.value >= expected.value - TOLERANCE) return;
  throw new CodedError(
    'CONFLICT',
    `The rebuilt head is not served: expected it to reach ${figure(expected)}, as ${name} ${version} does; it has ${figure(came)}. What is served stays.`,
  );
}

function figure({ metric, on, value, n }: Manifest['quality'][number]): string {
  return `${metric} ${value} on ${on} (n = ${n})`;
}

/** Those that had a share, most traffic first. */
function namesOf(weights: Readonly<Record<string, number>>): string[] {
  const shares = Object.entries(weights).filter(([, weight]) => weight > 0);
  return shares.sort(([, a], [, b]) => b - a).map(([version]) => version);
}
