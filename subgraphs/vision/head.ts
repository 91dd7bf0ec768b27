import { z } from 'zod';
import type { Signals } from '../../kit/model/quality/signals.ts';
import { type Analysis, MODERATION_LABELS, type Tag } from './analysis.ts';
import type { NetworkOutput } from './network.ts';
import { NO_TAG, TAG_LABELS } from './tagLabels.ts';

/** Of the network. */
export const FEATURES = 1792;

/** Rows of signed bytes in base64, each to be multiplied by `step`. */
const matrix = z.strictObject({ step: z.number().positive(), rows: z.array(z.base64()) });

/** head.json: what is made of the network's features. */
const headSchema = z.strictObject({
  /** Of the features, as `toFeatures` gives them. */
  mean: z.array(z.number()).length(FEATURES),
  /** A row and a bias for each tag; together they give its score. */
  tags: matrix.extend({ bias: z.array(z.number()).length(TAG_LABELS.length) }),
  /** The score from which a tag is told; null for one that is never told. */
  tellFrom: z.array(z.number().nullable()).length(TAG_LABELS.length),
  /** The probability that a tag of a score is right is 1 / (1 + exp(-(slope · score + offset))). */
  calibration: z.strictObject({ slope: z.number(), offset: z.number() }),
  /** A row for each number of an embedding. */
  embedding: matrix,
  /** The probability of what is indecent from which a person should look. */
  reviewFrom: z.number().min(0).max(1),
});

type HeadFile = z.infer<typeof headSchema>;

export interface Matrix {
  readonly step: number;
  readonly rows: readonly Int8Array[];
}

export interface Head extends Omit<HeadFile, 'tags' | 'embedding'> {
  readonly tags: Matrix & { readonly bias: readonly number[] };
  readonly embedding: Matrix;
}

/** @throws ZodError when the text is not that of a head.json. */
export function parseHead(json: string): Head {
  const { tags, embedding, ...head } = headSchema.parse(JSON.parse(json));
  return { ...head, tags: { ...tags, ...readMatrix(tags) }, embedding: readMatrix(embedding) };
}

/** One row a line, so that a change shows as such in version control. */
export function formatHead({ tags, embedding, ...head }: Head): string {
  const written = { ...head, tags: { ...tags, ...writeMatrix(tags) }, embedding: writeMatrix(embedding) };
  return `${JSON.stringify(written).replaceAll('","', '",\n"')}\n`;
}

/** Rounds to 255 steps; what one processor computes a little otherwise than another is rounded away, nearly always. */
export function toMatrix(rows: readonly Float64Array[]): Matrix {
  const most = rows.reduce((high, row) => row.reduce((max, value) => Math.max(max, Math.abs(value)), high), 0);
  const step = Number((most / 127).toPrecision(3)) || 1;
  return {
    step,
    rows: rows.map((row) => Int8Array.from(row, (value) => Math.max(-127, Math.min(127, Math.round(value / step))))),
  };
}

/** Of length 1: the features' roots, so that few strong ones do not drown the others. */
export function toFeatures(raw: Float32Array): Float32Array {
  const roots = raw.map((value) => Math.sqrt(Math.max(value, 0)));
  const norm = Math.hypot(...roots) || 1;
  return roots.map((value) => value / norm);
}

/** What the head makes of a picture that the network has seen. */
export function judge(
  head: Head,
  { classes, features: raw }: NetworkOutput,
): Pick<Analysis, 'tags' | 'moderation' | 'embedding'> & { readonly signals: Signals } {
  const features = toFeatures(raw);
  const centred = Float64Array.from(features, (value, place) => value - (head.mean[place] ?? 0));
  const tags = tell(head, scoresOf(head, centred));
  const indecent = MODERATION_LABELS.reduce(
    (sum, label, place) => sum + (label === 'DRAWING' || label === 'NEUTRAL' ? 0 : (classes[place] ?? 0)),
    0,
  );
  return {
    tags,
    moderation: { decision: indecent >= head.reviewFrom ? 'REVIEW' : 'CLEAR', scores: [...classes] },
    embedding: embed(head, centred),
    signals: { ...signalsOf(tags), embeddingNorm: Math.hypot(...raw) },
  };
}

/** What monitoring lives on: the surest tag. */
export function signalsOf([first]: readonly Tag[]): Signals {
  return first === undefined ? { label: NO_TAG } : { label: first.label, confidence: first.confidence };
}

/** The score of each tag, in the order of `TAG_LABELS`. */
export function scoresOf({ tags }: Pick<Head, 'tags'>, centred: Float64Array): Float64Array {
  return product(tags, centred).map((score, place) => score + (tags.bias[place] ?? 0));
}

/** The tags that are told at these scores, the surest first. */
export function tell({ tellFrom, calibration }: Pick<Head, 'tellFrom' | 'calibration'>, scores: Float64Array): Tag[] {
  const { slope, offset } = calibration;
  return TAG_LABELS.flatMap((label, place): Tag[] => {
    const [score, from] = [scores[place] ?? 0, tellFrom[place] ?? null];
    if (from === null || score < from) return [];
    return [{ label, confidence: 1 / (1 + Math.exp(-(slope * score + offset))) }];
  }).sort((a, b) => b.confidence - a.confidence);
}

function embed({ embedding }: Head, centred: Float64Array): Float32Array {
  const vector = product(embedding, centred);
  const norm = Math.hypot(...vector) || 1;
  return Float32Array.from(vector, (value) => value / norm);
}

function product({ step, rows }: Matrix, vector: Float64Array): Float64Array {
  return Float64Array.from(rows, (row) => {
    let sum = 0;
    for (let place = 0; place < vector.length; place++) sum += (row[place] ?? 0) * (vector[place] ?? 0);
    return sum * step;
  });
}

function readMatrix({ step, rows }: z.infer<typeof matrix>): Matrix {
  return { step, rows: rows.map((row) => new Int8Array(Buffer.from(row, 'base64'))) };
}

function writeMatrix({ step, rows }: Matrix): z.infer<typeof matrix> {
  return { step, rows: rows.map((row) => Buffer.from(row.buffer, row.byteOffset, row.byteLength).toString('base64')) };
}
