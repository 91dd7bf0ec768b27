import { z } from 'zod';
import { readPackageFile } from '../../../models/packages.ts';

export const DOMAINS = ['amazon', 'imdb', 'yelp'] as const;
export type Domain = (typeof DOMAINS)[number];

export interface Sentence {
  readonly text: string;
  /** 1 is positive. */
  readonly label: 0 | 1;
  /** The site it was written on. */
  readonly domain: Domain;
}

/** The fixtures end with an entry that is not a sentence. */
const fixture = z.array(
  z.object({ text: z.string().nullable(), class: z.union([z.literal(0), z.literal(1)]).nullable() }),
);

/**
 * The labelled sentences that the head learns from, without duplicates: a sentence that stands twice could be in the
 * training and the held-out part at once.
 */
export async function readDataset(): Promise<readonly Sentence[]> {
  const sentences = new Map<string, Sentence>();
  for (const domain of DOMAINS) {
    const json = await readPackageFile(`sentiment/test/fixtures/${domain}.json`);
    for (const { text, class: label } of fixture.parse(JSON.parse(json.toString('utf8')))) {
      const trimmed = text?.trim();
      if (!trimmed || label === null) continue;
      const key = normalized(trimmed);
      if (!sentences.has(key)) sentences.set(key, { text: trimmed, label, domain });
    }
  }
  return [...sentences.values()];
}

/** Two texts with the same letters and digits in the same order are the same sentence. */
export function normalized(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
