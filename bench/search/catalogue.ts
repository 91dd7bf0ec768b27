import { readManifest } from '../../kit/model/folder/manifest.ts';
import { loadEmbed } from '../../subgraphs/search/model/embed.ts';
import { products, readQueries } from '../../subgraphs/search/model/queries.ts';
import { embeddedText, type IndexedProduct } from '../../subgraphs/search/retrieval/product.ts';
import { DIMENSIONS } from '../../subgraphs/search/retrieval/quantised.ts';
import { Random } from '../../world/random.ts';

export interface Catalogue {
  readonly products: readonly IndexedProduct[];
  /** Of length 1, row after row. */
  readonly vectors: Float32Array;
  readonly queries: readonly { readonly text: string; readonly vector: Float32Array }[];
}

const QUERIES = 300;
/** Of a part that is embedded, and of noise: two generated products of one kind are then about as alike as two real ones. */
const NOISE = 0.6;
const SENTENCE = /(?<=[.!?…])\s+(?=[\p{Lu}\p{N}])/u;
const SYLLABLES = 'ba ku ri sa to la mi na pe da ju wa se ko ra ti mu lo ha ni'.split(' ');

/**
 * Products as the demo shop's, many of them: a made-up brand, a name of the shop's, and two to four sentences of products of
 * its shelf. To embed 100,000 takes half an hour, so names and sentences are embedded, and a product's vector is the mean of
 * its parts' with noise of a share of its length, drawn anew for each product.
 */
export async function makeCatalogue(count: number): Promise<Catalogue> {
  const { manifest } = await readManifest(new URL('../../subgraphs/search/model/', import.meta.url));
  const embed = await loadEmbed(manifest);
  const random = new Random('bench search');
  const sentences = new Map<string, string[]>();
  for (const { categoryId, description } of products)
    sentences.set(categoryId, [...(sentences.get(categoryId) ?? []), ...description.split(SENTENCE)]);
  const texts = [...products.map(embeddedText), ...Array.from(sentences.values()).flat()];
  const embedded = new Map((await embed(texts)).map(({ vector }, at) => [texts[at] ?? '', vector]));
  const queries = random.shuffled(readQueries('en')).slice(0, QUERIES);
  const asked = await embed(queries.map(({ text }) => text));

  const vectors = new Float32Array(count * DIMENSIONS);
  const made = Array.from({ length: count }, (_, row): IndexedProduct => {
    const base = random.pick(products);
    const own = random.shuffled(sentences.get(base.categoryId) ?? []).slice(0, random.integer(2, 4));
    const parts = [embeddedText(base), ...own].map((text) => embedded.get(text) ?? new Float32Array(DIMENSIONS));
    vectors.set(mixed(parts, random), row * DIMENSIONS);
    return {
      ...{ id: `product-${row}`, name: `${brand(random)} ${base.name}`, description: own.join(' ') },
      ...{ categoryId: base.categoryId, currency: base.currency },
      priceMinor: Math.max(1, Math.round(base.priceMinor * (0.5 + random.next()))),
    };
  });
  const withVectors = queries.map(({ text }, at) => ({ text, vector: asked[at]?.vector ?? new Float32Array() }));
  return { products: made, vectors, queries: withVectors };
}

function brand(random: Random): string {
  const word = Array.from({ length: random.integer(2, 4) }, () => random.pick(SYLLABLES)).join('');
  return `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
}

function mixed(parts: readonly Float32Array[], random: Random): Float32Array {
  const mean = new Float32Array(DIMENSIONS);
  for (const part of parts) for (let at = 0; at < DIMENSIONS; at++) mean[at] = (mean[at] ?? 0) + (part[at] ?? 0);
  const spread = (NOISE * Math.hypot(...mean)) / Math.sqrt(DIMENSIONS);
  const noisy = mean.map((value) => value + spread * normal(random));
  const length = Math.hypot(...noisy);
  return noisy.map((value) => value / length);
}

/** Box and Muller (1958). */
function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random.next())) * Math.cos(2 * Math.PI * random.next());
}
