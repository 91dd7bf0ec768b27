import { CodedError } from '../../../kit/errors.ts';
import { type Manifest, readManifest } from '../../../kit/model/folder/manifest.ts';
import { readModelFile } from '../../../kit/model/folder/modelFile.ts';
import { checkVersion } from '../../../kit/model/versions/checkVersion.ts';
import type { TrainingProgram } from '../../../kit/model/versions/trainApart.ts';
import { writeModelFolder } from '../../../models/training/writeModelFolder.ts';
import { measureAll, tasteLister } from '../learn/evaluate.ts';
import { FACTORS, learnTaste } from '../learn/learnTaste.ts';
import type { Figure } from '../learn/measure.ts';
import { nextOrdersOf } from '../learn/nextOrders.ts';
import { DAY, type Sales, salesUntil } from '../learn/purchases.ts';
import { formatTaste, parseTaste, type Taste } from '../taste.ts';

export interface TrainingOrder {
  /** Where taste.json and manifest.json are written to, as are the others a URL. */
  readonly folder: string;
  /** The folder of the released version. */
  readonly released: string;
  /** The folder of the version that is served. */
  readonly served: string;
  readonly command: string;
  readonly sales: Sales;
}

/** Both are judged by the next orders of so many days, or of those since the served one was trained if they are fewer. */
const JUDGED_DAYS = 28;
/** Fewer say nothing. */
const ENOUGH_ORDERS = 50;
/** By so much the new one may be worse: chance moves the figure by more. */
const TOLERANCE = 0.01;

/** Learns twice: without the orders that both are judged by, and then, if that is as good as what is served, from all. */
export const train: TrainingProgram<TrainingOrder> = async ({ folder, released, served, command, sales }, progress) => {
  const total = 2 * FACTORS.epochs;
  const learn = (known: Sales, until: number, stage: string, before: number): Taste => {
    progress(before, total, stage);
    const onEpoch = (done: number): void => progress(before + done, total, stage);
    return learnTaste(known, until, { ...FACTORS, onEpoch });
  };
  const { manifest: servedManifest, taste: servedTaste } = await readServed(new URL(served));
  const until = (sales.purchases.at(-1)?.at ?? 0) + 1;
  const from = Math.max(until - JUDGED_DAYS * DAY, Date.parse(servedTaste.trainedUntil));
  const judges = nextOrdersOf(sales, from, until).filter(({ products }) => products.length > 0);
  if (judges.length < ENOUGH_ORDERS) {
    throw new CodedError(
      'CONFLICT',
      `Nothing can be learned yet: expected at least ${ENOUGH_ORDERS} buyers with an order since what is served was trained (${servedTaste.trainedUntil}), to judge by; there are ${judges.length}. What is served stays.`,
    );
  }
  const past = salesUntil(sales, from);
  const hitRateOf = (taste: Taste): Figure => measureAll(judges, tasteLister(taste, past, [], 'all')).hitRate;
  const own = hitRateOf(learn(past, from, 'learning, to be judged', 0));
  const before = hitRateOf(servedTaste);
  if (own.value < before.value - TOLERANCE) {
    throw new CodedError(
      'CONFLICT',
      `The retrained version is not served: expected it to reach HR@10 ${before.value} on ${judges.length} next orders, as ${servedManifest.name} ${servedManifest.version} does; it has ${own.value}. What is served stays.`,
    );
  }
  const taste = learn(sales, until, 'learning from all', FACTORS.epochs);
  const { manifest } = await readManifest(new URL(released));
  await writeModelFolder(new URL(folder), manifestOf(manifest, { taste, command, sales, from, own, before }), {
    'taste.json': formatTaste(taste),
  });
  return checkVersion(new URL(folder));
};

async function readServed(folder: URL): Promise<{ readonly manifest: Manifest; readonly taste: Taste }> {
  const { manifest } = await readManifest(folder);
  const file = manifest.files['taste.json'];
  if (file === undefined) throw new CodedError('MODEL_UNAVAILABLE', `${manifest.name} has no taste.json.`);
  return { manifest, taste: parseTaste(String(await readModelFile(folder, 'taste.json', file))) };
}

interface Learned {
  readonly taste: Taste;
  readonly command: string;
  readonly sales: Sales;
  readonly from: number;
  readonly own: Figure;
  readonly before: Figure;
}

function manifestOf(
  { baseline: _, ...released }: Manifest,
  { taste, command, sales, from, own, before }: Learned,
): Manifest {
  const on = `next orders from ${new Date(from).toISOString().slice(0, 10)}`;
  const figure = (metric: string, of: string, { value, n, interval: [low, high] }: Figure) => ({
    metric,
    on: `${on}, ${of}`,
    value,
    n,
    interval: [low, high] as [number, number],
  });
  return {
    ...released,
    labels: [...taste.products],
    training: {
      data: [
        { name: `orders until ${taste.trainedUntil.slice(0, 10)}`, source: "the island's projection", license: 'own' },
      ],
      items: sales.purchases.length,
      command,
    },
    quality: [
      figure('HR@10, all lines', 'the same training without them', own),
      figure('HR@10, all lines, served before', 'the version that was served', before),
    ],
  };
}
