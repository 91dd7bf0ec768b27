import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { createBaseline } from '../../../kit/model/quality/baseline.ts';
import { formatHead, signalsOf, tell, toFeatures, toMatrix } from '../head.ts';
import { TAG_LABELS } from '../tagLabels.ts';
import { learnEmbedding } from './learnEmbedding.ts';
import { type Example, learnTags } from './learnTags.ts';
import type { Seen } from './readFeatures.ts';

/** From the lowest of these on a person should look, … */
const REVIEW_FROM = [0.05, 0.1, 0.2, 0.3, 0.5];
/** … at which at most so many of the training pictures, all harmless, are taken for what they are not. */
const FALSE_ALARMS = 0.01;
const DIGITS = 5;

export interface Learned {
  readonly headJson: string;
  /** What the model noticed of the pictures, each held out of its training. */
  readonly baseline: NonNullable<Manifest['baseline']>;
}

/** Makes a head of what the network says of the training pictures. */
export function learn(seen: readonly Seen[]): Learned {
  const features = seen.map(({ variants }) => variants.map((variant) => toFeatures(variant.features)));
  const mean = meanOf(features.flat());
  const examples = seen.map(
    ({ picture }, place): Example => ({
      picture,
      variants: (features[place] ?? []).map((vector) =>
        Float64Array.from(vector, (value, feature) => value - (mean[feature] ?? 0)),
      ),
    }),
  );
  console.log(`Learning from ${seen.length} pictures…`);
  const { weights, bias, tellFrom, calibration, heldOut, gram } = learnTags(examples);
  const embedding = learnEmbedding(
    examples.map(({ variants }) => variants),
    gram,
  );
  const head = {
    mean,
    tags: { ...toMatrix(weights), bias: bias.map(rounded) },
    tellFrom: tellFrom.map((from) => (from === null ? null : rounded(from))),
    calibration: { slope: rounded(calibration.slope), offset: rounded(calibration.offset) },
    embedding: toMatrix(embedding),
    reviewFrom: reviewFrom(seen),
  };
  for (const [tag, label] of TAG_LABELS.entries()) {
    const own = seen.filter(({ picture }) => picture.tags.includes(label)).length;
    console.log(
      `  ${label}: ${own} pictures, ${head.tellFrom[tag] === null ? 'never told' : `told from ${head.tellFrom[tag]}`}`,
    );
  }
  console.log(`  a person should look from ${head.reviewFrom}`);
  const signals = heldOut.map((scores, place) => ({
    ...signalsOf(tell(head, scores)),
    embeddingNorm: Number(Math.hypot(...(seen[place]?.variants[0]?.features ?? [])).toFixed(2)),
  }));
  return {
    headJson: formatHead(head),
    baseline: createBaseline('the training pictures, each judged by a model that had not seen its family', signals),
  };
}

function meanOf(vectors: readonly Float32Array[]): number[] {
  const sum = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors) for (const [place, value] of vector.entries()) sum[place] = (sum[place] ?? 0) + value;
  return [...sum].map((value) => rounded(value / vectors.length));
}

function reviewFrom(seen: readonly Seen[]): number {
  const indecent = seen.map(({ variants }) => {
    const [, hentai = 0, , porn = 0, sexy = 0] = variants[0]?.classes ?? [];
    return hentai + porn + sexy;
  });
  const alarms = (from: number): number => indecent.filter((value) => value >= from).length / indecent.length;
  return REVIEW_FROM.find((from) => alarms(from) <= FALSE_ALARMS) ?? 1;
}

function rounded(value: number): number {
  return Number(value.toFixed(DIGITS));
}
