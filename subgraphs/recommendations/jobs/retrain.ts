import { z } from 'zod';
import type { Database } from '../../../kit/database/database.ts';
import { defineJob, type JobDefinition } from '../../../kit/jobs/defineJob.ts';
import { type Manifest, readManifest } from '../../../kit/model/folder/manifest.ts';
import { versionFolder } from '../../../kit/model/versions/traffic.ts';
import { trainApart } from '../../../kit/model/versions/trainApart.ts';
import { TrainedVersions } from '../../../kit/model/versions/trainedVersions.ts';
import { PurchaseStore } from '../store.ts';
import type { TrainingOrder } from './retrainingProgram.ts';

/** Whoever has it may have models trained and served. */
export const TRAIN_SCOPE = 'models:train';

/** What is stored of a retraining and read again. */
export const retraining = z.strictObject({
  model: z.strictObject({ name: z.string(), version: z.string() }),
  previous: z.array(z.string()),
  trainedOn: z.number().int(),
  judgedBy: z.number().int(),
  hitRate: z.number(),
  previousHitRate: z.number(),
  servedSince: z.iso.datetime().transform((instant) => new Date(instant)),
});
export type Retraining = z.output<typeof retraining>;

export interface RetrainOptions {
  /** The model's folder. */
  readonly folder: URL;
}

interface Services {
  readonly database: Database;
  readonly models: { readonly taste: { readonly manifest: Manifest } };
}

const program = new URL('./retrainingProgram.ts', import.meta.url);

/** What the manifest says a version was trained by; another attempt of the job finds by it what this one made. */
export function commandOf(jobId: string): string {
  return `mutation { retrainRecommendations { id } }, as ${jobId}`;
}

/** Learns from all orders anew, as a version of its own, and has that one served if it is as good as the one that is. */
export function defineRetrain({ folder }: RetrainOptions): JobDefinition<null, Services> {
  return defineJob<null, z.input<typeof retraining>, Services>({
    kind: 'recommendations.retrain',
    input: z.null(),
    timeoutMs: 3_600_000,
    // It is of the place where it runs, and another attempt would find it there, too.
    finalErrors: ['MODEL_UNAVAILABLE'],
    handler: async (_, { id, attempt, services, signal, progress, commit }) => {
      const { manifest: released } = await readManifest(folder);
      const versions = new TrainedVersions(folder);
      const command = commandOf(id);
      const serve = async (manifest: Manifest) => {
        const { previous, since } = await versions.serve(manifest.version);
        return resultOf(manifest, previous, since);
      };
      const earlier = await versions.trainedBy(command);
      if (earlier) return commit(() => serve(earlier));

      const draft = await versions.openDraft(id, attempt);
      try {
        progress(0, null, 'reading the orders');
        const served = versionFolder(folder, released.version, services.models.taste.manifest.version);
        const order: TrainingOrder = {
          folder: draft.href,
          released: folder.href,
          served: served.href,
          command,
          sales: await new PurchaseStore(services.database).sales(),
        };
        const trained = await trainApart(program, order, { model: released.name, signal, progress });
        return await commit(async () => serve(await versions.place(draft, trained)));
      } finally {
        await versions.removeDraft(draft);
      }
    },
  });
}

export const retrain = defineRetrain({ folder: new URL('../model/', import.meta.url) });

function resultOf(
  { name, version, quality: [own, before], training }: Manifest,
  previous: Readonly<Record<string, number>>,
  since: Date,
): z.input<typeof retraining> {
  if (own === undefined || before === undefined) throw new TypeError(`A version of ${name} has no figures.`);
  const shares = Object.entries(previous).filter(([, weight]) => weight > 0);
  return {
    model: { name, version },
    previous: shares.sort(([, a], [, b]) => b - a).map(([served]) => served),
    trainedOn: training.items,
    judgedBy: own.n,
    hitRate: own.value,
    previousHitRate: before.value,
    servedSince: since.toISOString(),
  };
}
