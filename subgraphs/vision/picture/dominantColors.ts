import type { DecodedPicture } from '../../../kit/model/onnx/pictureDecoder.ts';
import { type ColorName, nameOf } from './colorName.ts';
import { distance, type Lab, toLab } from './oklab.ts';

export interface DominantColor {
  /** `#rrggbb`, the mean of what is counted to it. */
  readonly hex: string;
  /** Of what is not transparent, 0 to 1. */
  readonly share: number;
  readonly name: ColorName;
}

const MOST_COLORS = 5;
const LEAST_SHARE = 0.04;
/** Colours that are nearer than this are told as one. */
const ALIKE = 0.1;
const ROUNDS = 12;
const OPAQUE = 128;
const CHANNELS = 4;
const BITS = 5;

interface Bin {
  count: number;
  readonly sums: [red: number, green: number, blue: number];
}

interface Cluster {
  readonly center: Lab;
  readonly bins: readonly Bin[];
}

/**
 * The colours that make up most of a picture, the largest first; empty for one that is transparent. k-means in OKLab over
 * the picture's 15-bit colours, begun with the most frequent one and then always with what is farthest: no seed.
 */
export function dominantColors({ data }: DecodedPicture): readonly DominantColor[] {
  const bins = toBins(data);
  const pixels = bins.reduce((sum, { count }) => sum + count, 0);
  return cluster(bins)
    .map(({ bins: own }) => merge(own))
    .map((bin) => ({ share: bin.count / Math.max(pixels, 1), color: colorOf(bin) }))
    .filter(({ share }) => share >= LEAST_SHARE)
    .sort((a, b) => b.share - a.share)
    .map(({ share, color }) => ({
      hex: `#${color.map((value) => value.toString(16).padStart(2, '0')).join('')}`,
      share: Number(share.toFixed(4)),
      name: nameOf(toLab(...color)),
    }));
}

function toBins(data: Uint8Array): readonly Bin[] {
  const bins = new Map<number, Bin>();
  for (let place = 0; place < data.length; place += CHANNELS) {
    if ((data[place + 3] ?? 0) < OPAQUE) continue;
    const [red, green, blue] = [data[place] ?? 0, data[place + 1] ?? 0, data[place + 2] ?? 0];
    const key = ((red >> (8 - BITS)) << (2 * BITS)) | ((green >> (8 - BITS)) << BITS) | (blue >> (8 - BITS));
    const bin = bins.get(key) ?? { count: 0, sums: [0, 0, 0] };
    bins.set(key, bin);
    bin.count += 1;
    bin.sums[0] += red;
    bin.sums[1] += green;
    bin.sums[2] += blue;
  }
  return [...bins.entries()].sort(([a], [b]) => a - b).map(([, bin]) => bin);
}

function cluster(bins: readonly Bin[]): readonly Cluster[] {
  const points = bins.map((bin) => ({ bin, lab: toLab(...colorOf(bin)) }));
  const [start] = points.toSorted((a, b) => b.bin.count - a.bin.count);
  if (start === undefined) return [];
  let centers: Lab[] = [start.lab];
  const far = (lab: Lab): number => Math.min(...centers.map((center) => distance(lab, center)));
  while (centers.length < MOST_COLORS) {
    // Rare colours count less, or a single odd pixel would be a centre.
    const scored = points.map(({ bin, lab }) => ({ lab, score: far(lab) ** 2 * Math.sqrt(bin.count) }));
    const next = scored.reduce((best, one) => (one.score > best.score ? one : best));
    if (far(next.lab) < ALIKE) break;
    centers.push(next.lab);
  }
  let clusters: Cluster[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const members: Bin[][] = centers.map(() => []);
    for (const { bin, lab } of points) {
      const nearest = centers.reduce(
        (best, center, index) => (distance(lab, center) < distance(lab, centers[best] ?? lab) ? index : best),
        0,
      );
      members[nearest]?.push(bin);
    }
    clusters = members.flatMap((own) =>
      own.length === 0 ? [] : [{ bins: own, center: toLab(...colorOf(merge(own))) }],
    );
    centers = clusters.map(({ center }) => center);
  }
  return united(clusters);
}

/** Unites clusters whose centres have come too near. */
function united(clusters: readonly Cluster[]): readonly Cluster[] {
  const apart: Cluster[] = [];
  for (const one of clusters) {
    const place = apart.findIndex(({ center }) => distance(center, one.center) < ALIKE);
    const other = apart[place];
    if (other === undefined) apart.push(one);
    else {
      const bins = [...other.bins, ...one.bins];
      apart[place] = { bins, center: toLab(...colorOf(merge(bins))) };
    }
  }
  return apart;
}

function merge(bins: readonly Bin[]): Bin {
  const all: Bin = { count: 0, sums: [0, 0, 0] };
  for (const { count, sums } of bins) {
    all.count += count;
    all.sums[0] += sums[0];
    all.sums[1] += sums[1];
    all.sums[2] += sums[2];
  }
  return all;
}

function colorOf({ count, sums: [red, green, blue] }: Bin): [red: number, green: number, blue: number] {
  return [Math.round(red / count), Math.round(green / count), Math.round(blue / count)];
}
