import sharp from 'sharp';
import { z } from 'zod';
import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { wilsonInterval } from '../../../kit/model/quality/wilsonInterval.ts';
import { type MeasuredModel, openTestSet } from '../../../models/training/testSet.ts';
import { Random } from '../../../world/random.ts';
import type { Analysis } from '../analysis.ts';
import { readPicture as readTestPicture } from './eval/readPicture.ts';
import { measurePairs, pair } from './measurePairs.ts';

export type Figure = Manifest['quality'][number];
/** What the model served says of a picture's bytes. */
export type Analyse = (bytes: Buffer) => Promise<Analysis>;
/** The same of a test picture, by its path. */
export type AnalysePath = (path: string) => Promise<Analysis>;

const SOURCES = { 'fluent-3d': '3D renders', noto: 'flat drawings', photo: 'photographs' } as const;
type Source = keyof typeof SOURCES;
const source = z.enum(['fluent-3d', 'noto', 'photo']);

const tagged = z.looseObject({
  source,
  /** Pictures of one object are not independent. */
  object: z.string(),
  path: z.string(),
  tags: z.array(z.string()),
});
const harmless = z.looseObject({ source, path: z.string() });

interface Told {
  readonly source: Source;
  readonly object: string;
  readonly tags: readonly string[];
  readonly told: readonly string[];
  /** Of each tag told. */
  readonly confidences: readonly number[];
}

const RESAMPLES = 2_000;
const BINS = 10;
const test = (name: string): URL => new URL(`eval/${name}.jsonl`, import.meta.url);

/** Opens the held-out test sets and measures a model on them, the headline first. */
export async function measure(model: MeasuredModel, analyse: Analyse): Promise<Figure[]> {
  const known = new Map<string, Promise<Analysis>>();
  const analysePath: AnalysePath = (path) => {
    const found = known.get(path) ?? toBytes(path).then(analyse);
    known.set(path, found);
    return found;
  };
  const items = await openTestSet(test('tags'), tagged, model);
  const told: Told[] = [];
  for (const item of items) {
    const { tags } = await analysePath(item.path);
    told.push({
      ...item,
      told: tags.map(({ label }) => label),
      confidences: tags.map(({ confidence }) => confidence),
    });
  }
  const pairs = await measurePairs(await openTestSet(test('pairs'), pair, model), analysePath);
  const alarms = await openTestSet(test('moderation'), harmless, model);
  let rejected = 0;
  for (const { path } of alarms) {
    if ((await analysePath(path)).moderation?.decision === 'REVIEW') rejected += 1;
  }
  return [
    ...tagFigures(told, 'held-out pictures'),
    ...tagFigures(withoutPersons(told), 'held-out pictures, PERSON_OR_FACE left out'),
    ...Object.entries(SOURCES).flatMap(([key, name]) =>
      tagFigures(
        told.filter((one) => one.source === key),
        `held-out ${name}`,
      ),
    ),
    ...Object.entries(SOURCES)
      .slice(0, 2)
      .flatMap(([key, name]) =>
        tagFigures(
          withoutPersons(told.filter((one) => one.source === key)),
          `held-out ${name}, PERSON_OR_FACE left out`,
        ),
      ),
    calibrationError(told),
    share(
      'no tag told, rightly',
      'held-out pictures without a tag',
      told.filter((one) => one.tags.length === 0 && one.told.length === 0).length,
      told.filter((one) => one.tags.length === 0).length,
    ),
    ...pairs,
    share('false alarms of moderation', 'harmless pictures that look suspicious', rejected, alarms.length),
  ];
}

/** Drawings are SVG, which nothing that is served reads: they are drawn first. */
async function toBytes(path: string): Promise<Buffer> {
  const bytes = await readTestPicture(path);
  return path.includes('.svg') ? sharp(bytes).png().toBuffer() : bytes;
}

function withoutPersons(told: readonly Told[]): readonly Told[] {
  const other = (tags: readonly string[]) => tags.filter((tag) => tag !== 'PERSON_OR_FACE');
  return told.map((one) => ({ ...one, tags: other(one.tags), told: other(one.told) }));
}

function tagFigures(told: readonly Told[], on: string): Figure[] {
  const precision = (items: readonly Told[]): number => ratio(rightOf(items), toldOf(items));
  const recall = (items: readonly Told[]): number => ratio(rightOf(items), trueOf(items));
  return [
    // Where nothing is told, nothing is wrong either.
    ...(toldOf(told) === 0
      ? []
      : [figure('precision of tags told', on, precision(told), toldOf(told), bootstrap(told, precision))]),
    figure('recall of tags', on, recall(told), trueOf(told), bootstrap(told, recall)),
  ];
}

/** Mean gap between confidence and being right, over ten equal bins of confidence. */
function calibrationError(told: readonly Told[]): Figure {
  const gaps = new Float64Array(BINS);
  for (const { tags, told: own, confidences } of told) {
    for (const [place, tag] of own.entries()) {
      const confidence = confidences[place] ?? 0;
      const bin = Math.min(Math.floor(confidence * BINS), BINS - 1);
      gaps[bin] = (gaps[bin] ?? 0) + confidence - (tags.includes(tag) ? 1 : 0);
    }
  }
  const n = toldOf(told);
  const value = ratio(
    gaps.reduce((total, gap) => total + Math.abs(gap), 0),
    n,
  );
  return { metric: 'calibration error of tags told (ECE, 10 bins)', on: 'held-out pictures', value: digits(value), n };
}

const sum = (items: readonly Told[], count: (item: Told) => number): number =>
  items.reduce((total, item) => total + count(item), 0);
const rightOf = (items: readonly Told[]): number =>
  sum(items, ({ tags, told }) => told.filter((tag) => tags.includes(tag)).length);
const toldOf = (items: readonly Told[]): number => sum(items, ({ told }) => told.length);
const trueOf = (items: readonly Told[]): number => sum(items, ({ tags }) => tags.length);

/** 95% interval by the percentiles of test sets made of objects drawn again (Efron, 1979); seeded, so that it is the same each time. */
function bootstrap(told: readonly Told[], value: (items: readonly Told[]) => number): [number, number] {
  const groups = new Map<string, Told[]>();
  for (const one of told) groups.set(one.object, [...(groups.get(one.object) ?? []), one]);
  const objects = [...groups.values()];
  const random = new Random('tags');
  const values = Array.from({ length: RESAMPLES }, () => value(objects.flatMap(() => random.pick(objects)))).sort(
    (a, b) => a - b,
  );
  return [digits(values[Math.floor(RESAMPLES * 0.025)] ?? 0), digits(values[Math.floor(RESAMPLES * 0.975)] ?? 0)];
}

export function share(metric: string, on: string, part: number, n: number): Figure {
  const [low, high] = wilsonInterval(part, Math.max(n, 1));
  return figure(metric, on, ratio(part, n), n, [digits(low), digits(high)]);
}

function figure(metric: string, on: string, value: number, n: number, interval: [number, number]): Figure {
  return { metric, on, value: digits(value), n, interval };
}

function ratio(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole;
}

function digits(value: number): number {
  return Number(value.toFixed(4));
}
