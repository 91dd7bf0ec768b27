import type { Manifest } from '../../../kit/model/folder/manifest.ts';
import { createBaseline } from '../../../kit/model/quality/baseline.ts';
import { writeModelFolder } from '../../../models/training/writeModelFolder.ts';
import { readAsked, withAsked, writeAsked } from '../asked.ts';
import type { Fusion } from '../fusion.ts';
import { NO_FILTERS } from '../retrieval/filters.ts';
import { embeddedText } from '../retrieval/product.ts';
import { quantise } from '../retrieval/quantised.ts';
import { SearchIndex } from '../retrieval/searchIndex.ts';
import { englishWords } from '../text/englishWords.ts';
import { readLexicon } from '../text/lexicon.ts';
import { type Asking, QueryReader } from '../text/queryReader.ts';
import { wordsOf } from '../text/wordsOf.ts';
import { quantile, scoreBy, shares } from './devScores.ts';
import { encoderDraft, wordsDraft } from './drafts.ts';
import { loadEmbed, readEncoderFile, readSignature } from './embed.ts';
import { learnAsked, learnDirections } from './learnAsked.ts';
import { type Compared, learnFusion, type Weights } from './learnFusion.ts';
import { type Ask, measure } from './measure.ts';
import { type DevQuery, misspelledQueries, products, readMessages, readQueries } from './queries.ts';

const FOLDS = 3;
/** Of the right products, the share that is to be a hit of its query. */
const HITS = 0.98;
/** Of messages that name no product, the share that is to be given none. */
const SILENT = 0.9;
/** Of the norms that the baseline is counted over; finer ones differ from one processor to the next. */
const NORM_DIGITS = 3;
const SHOWN = 5;

/** Learns what the island ranks by, measures both models on the held-out sets, and writes their folders. */
export async function train(): Promise<void> {
  const embed = await loadEmbed(encoderDraft);
  const reader = new QueryReader(readLexicon(), englishWords(await readEncoderFile('tokenizer.json')));
  const index = new SearchIndex();
  for (const product of products) index.put(product);
  const read = (text: string, asking: Asking = QUERY) => reader.read(text, index.dictionary, asking);
  const vectorsOf = async (texts: readonly string[]) => (await embed(texts)).map(({ vector }) => vector);
  const plain = await vectorsOf(products.map(embeddedText));
  const placeOf = new Map(products.map(({ id }, place) => [id, place]));
  const places = (ids: readonly string[]): number[] => ids.flatMap((id) => placeOf.get(id) ?? []);

  const english = readQueries('en');
  const englishVectors = await vectorsOf(english.map(({ text }) => read(text).english));
  const asked = english.map(({ products: right }, at) => ({
    vector: englishVectors[at] ?? new Float32Array(),
    products: places(right),
  }));
  console.log(`search: learning what is asked of ${products.length} products from ${english.length} queries…`);
  const learned = learnAsked(asked, products, plain, console.log);
  const askedJson = `${JSON.stringify(writeAsked(learned))}\n`;
  const served = readAsked(JSON.parse(askedJson));
  const moved = (by: typeof served) =>
    plain.map((vector, place) => {
      const product = products[place];
      return product === undefined ? vector : withAsked(vector, embeddedText(product), by);
    });

  const compare = async (queries: readonly DevQuery[], vectors: readonly Float32Array[]): Promise<Compared[]> => {
    const readings = queries.map(({ text }) => read(text));
    const own = await vectorsOf(readings.map((reading) => reading.english));
    return queries.map(({ products: right }, at) => {
      const { bm25, coverage, inName } = index.words.score(readings[at]?.terms ?? [], products.length);
      const features = products.map((_, row) => ({
        ...{ bm25: bm25[row] ?? 0, coverage: coverage[row] ?? 0, inName: inName[row] ?? 0 },
        cosine: dot(own[at], vectors[row]),
      }));
      return { features, right: places(right), weight: 1 / queries.length };
    });
  };
  // An English query is compared with products that have learned from the others.
  const heldOut: Compared[] = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const directions = learnDirections(
      asked.filter((_, at) => at % FOLDS !== fold),
      products,
      plain,
    );
    const chosen = english.filter((_, at) => at % FOLDS === fold);
    const compared = await compare(chosen, moved({ ...served, directions }));
    heldOut.push(...compared.map((one) => ({ ...one, weight: 1 / english.length })));
  }
  const final = moved(served);
  const kinds = {
    'English, low overlap': heldOut,
    misspelled: await compare(misspelledQueries(), final),
    Indonesian: await compare(readQueries('id'), final),
    Malay: await compare(readQueries('ms'), final),
  };
  const all = Object.values(kinds).flat();
  for (const [place, product] of products.entries())
    index.setVector(product.id, quantise(final[place] ?? new Float32Array()));

  const fuse = async (weights: Weights, withMeaning: boolean): Promise<Fusion> => {
    for (const [kind, queries] of Object.entries(kinds)) console.log(`  ${kind}: ${shares(queries, weights)}`);
    const rightScores = all.map(({ features, right }) =>
      Math.max(...right.map((one) => scoreBy(features[one], weights))),
    );
    const draft = { ...weights, queryThreshold: quantile(rightScores, 1 - HITS), inquiryThreshold: 0 };
    const silent: number[] = [];
    const named: boolean[] = [];
    const scores: number[] = [];
    for (const { text, language, product } of readMessages()) {
      const [best] = await searchBy(draft, withMeaning, { as: 'message', language }, text, 0);
      if (product === null) silent.push(best?.score ?? 0);
      else {
        named.push(best?.id === product);
        scores.push(best?.score ?? 0);
      }
    }
    const inquiryThreshold = quantile(silent, SILENT);
    const told = scores.filter((score) => score >= inquiryThreshold).length;
    console.log(
      `  messages of the demo world: ${named.filter(Boolean).length} of ${named.length} that name a product find it first; with the threshold ${told} are told, and ${silent.filter((score) => score >= inquiryThreshold).length} of ${silent.length} that name none`,
    );
    return { ...draft, inquiryThreshold };
  };
  const searchBy = async (fusion: Fusion, withMeaning: boolean, asking: Asking, text: string, threshold: number) => {
    const reading = read(text, asking);
    const [vector] = withMeaning && reading.english !== '' ? await vectorsOf([reading.english]) : [];
    const { hits } = index.search({
      ...{ terms: reading.terms, vector: vector ? quantise(vector) : null, fusion, threshold },
      ...{ filters: NO_FILTERS, after: null, first: SHOWN },
    });
    return hits;
  };
  const askBy =
    (fusion: Fusion, withMeaning: boolean): Ask =>
    async (text, of) => {
      const asking: Asking = of === 'query' ? QUERY : { as: 'message', language: of };
      const threshold = of === 'query' ? fusion.queryThreshold : fusion.inquiryThreshold;
      return (await searchBy(fusion, withMeaning, asking, text, threshold)).map(({ id }) => id);
    };

  console.log('By words and meaning, on our own queries (English ones each held out in turn):');
  const fusion = await fuse(learnFusion(all, true), true);
  console.log('By words alone:');
  const wordFusion = await fuse(learnFusion(all, false), false);
  const [fusionJson, wordsJson] = [fusion, wordFusion].map((one) => `${JSON.stringify(one, null, 2)}\n`);

  const meaningAlone: Ask = async (text) => {
    const [vector] = await vectorsOf([read(text).english]);
    return rankedBy(plain.map((own) => dot(vector, own)));
  };
  const embeddings = await embed(english.map(({ text }) => read(text).english));
  const items = all.length;
  await writeModel(
    new URL('./', import.meta.url),
    { ...encoderDraft, signature: await readSignature(encoderDraft) },
    { 'fusion.json': fusionJson ?? '', 'asked.json': askedJson },
    askBy(fusion, true),
    [{ by: 'by MiniLM alone, nothing learned', ask: meaningAlone }],
    embeddings.map(({ tokens, unknownTokens, norm }) => ({
      ...{ length: tokens, unknownTokens, embeddingNorm: Number(norm.toFixed(NORM_DIGITS)) },
    })),
    items,
  );
  await writeModel(
    new URL('../words/', import.meta.url),
    wordsDraft,
    { 'fusion.json': wordsJson ?? '' },
    askBy(wordFusion, false),
    [],
    english.map(({ text }) => ({ length: Math.max(1, wordsOf(text).length) })),
    items,
  );
}

const QUERY: Asking = { as: 'query', language: null };

async function writeModel(
  folder: URL,
  draft: Manifest,
  trained: Readonly<Record<string, string>>,
  ask: Ask,
  compared: readonly { readonly by: string; readonly ask: Ask }[],
  signals: Parameters<typeof createBaseline>[1],
  items: number,
): Promise<void> {
  const weights = Object.values(trained).join('');
  const quality = await measure({ name: draft.name, version: draft.version, weights }, ask, compared);
  for (const { metric, on, value, n, interval } of quality)
    console.log(
      `  ${metric}, ${on}: ${value.toFixed(3)} [${interval?.map((bound) => bound.toFixed(3)).join(', ')}], n = ${n}`,
    );
  const baseline = createBaseline('our own English queries', signals);
  await writeModelFolder(folder, { ...draft, training: { ...draft.training, items }, quality, baseline }, trained);
}

function rankedBy(scores: readonly number[]): readonly string[] {
  return products
    .map(({ id }, place) => ({ id, score: scores[place] ?? 0 }))
    .sort((one, other) => other.score - one.score)
    .slice(0, SHOWN)
    .map(({ id }) => id);
}

function dot(one: Float32Array | undefined, other: Float32Array | undefined): number {
  let sum = 0;
  for (let at = 0; at < (one?.length ?? 0); at++) sum += (one?.[at] ?? 0) * (other?.[at] ?? 0);
  return sum;
}
