import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import type { Figure, Figures } from '../learn/measure.ts';

type Quality = Manifest['quality'][number];

/** The two figures of a list of ten for a manifest, the hit rate first. */
export function qualityOf(what: string, on: string, { hitRate, ndcg }: Figures): [Quality, Quality] {
  const one = (metric: string, { value, n, interval: [low, high] }: Figure): Quality => ({
    metric: `${metric}, ${what}`,
    on,
    value,
    n,
    interval: [low, high],
  });
  return [one('HR@10', hitRate), one('NDCG@10', ndcg)];
}
