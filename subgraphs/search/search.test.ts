import { pino } from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ANONYMOUS, type Identity } from '../../kit/context.ts';
import { ALICE, BOB, openTestJobs, type TestJobs } from '../../kit/jobs/testJobs.ts';
import { ModelRuntime } from '../../kit/model/runtime.ts';
import { createRequestContext } from '../../kit/requestContext.ts';
import type { StartedSubgraph } from '../../kit/start.ts';
import { startSubgraph } from '../../kit/start.ts';
import { NO_RESOURCES } from '../../kit/testResources.ts';
import { ensureModels } from '../../models/ensureModels.ts';
import definition from './index.ts';
import { catalogOf, someProducts } from './testProducts.ts';

const log = pino({ level: 'silent' });
const TRAINER: Identity = { ...ALICE, scopes: ['models:train'] };
/** A poisoned change comes back for ever: a wait for the others must not be for it. */
const SOON = { timeout: 60_000, interval: 50 };
const sold = [
  ...someProducts(
    'umbrella-uv',
    'poncho-motor',
    'raincoat-kids',
    'rice-cooker-mini',
    'rice-cooker-family',
    'kopi-toraja',
  ),
];

let runtime: ModelRuntime;
let t: TestJobs;
let island: StartedSubgraph;

beforeAll(async () => {
  await ensureModels();
  [runtime, t] = await Promise.all([ModelRuntime.start({ log, workers: 1 }), openTestJobs('pglite')]);
  const resources = {
    ...NO_RESOURCES,
    models: async () => runtime,
    jobs: async () => t.jobs,
    database: async () => t.database,
  };
  island = await startSubgraph(definition, { resources, log });
  await island.work(catalogOf(() => sold));
  await vi.waitUntil(async () => {
    const found = await search('rice cooker');
    return found?.totalCount > 0 && !found.degraded;
  }, SOON);
}, 120_000);
afterAll(async () => {
  await island?.close();
  await t?.close();
  await runtime?.close();
});

async function ask(query: string, variables: object, identity: Identity = ANONYMOUS) {
  const context = createRequestContext({ signal: new AbortController().signal, identity, log });
  return island.execute({ query, variables: { ...variables } }, context);
}

interface Hit {
  readonly product: { readonly id: string };
  readonly score: number;
  readonly parts: { readonly words: number; readonly meaning: number | null };
  readonly highlights: readonly { readonly field: string; readonly text: string }[];
}
interface Found {
  readonly nodes: readonly Hit[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  readonly totalCount: number;
  readonly degraded: boolean;
  readonly correctedQuery: string | null;
  readonly facets: object;
}

const SEARCH = `query ($query: String!, $filters: ProductFilters, $first: Int, $after: String) {
  searchProducts(query: $query, filters: $filters, first: $first, after: $after) {
    nodes { product { id } score parts { words meaning } highlights { field text matches { start end } } }
    edges { cursor node { score } }
    pageInfo { hasNextPage hasPreviousPage endCursor }
    totalCount degraded correctedQuery model { name version }
    facets {
      categories { category { id } count }
      prices { currency ranges { from { amount currency } to { amount } count } }
    }
  } }`;

async function search(query: string, rest: object = {}): Promise<Found> {
  const { data } = await ask(SEARCH, { query, ...rest });
  return data?.searchProducts as Found;
}
const idsOf = ({ nodes }: Found) => nodes.map(({ product }) => product.id);

test('a query finds by words and meaning, and says by which', async () => {
  const found = await search('something against getting soaked on my scooter');
  expect(found).toMatchObject({ degraded: false, correctedQuery: null, model: { name: 'search-minilm' } });
  expect(found.nodes[0]?.product.id).toBe('product-poncho-motor');
  for (const { score, parts } of found.nodes) expect(score).toBeCloseTo(parts.words + (parts.meaning ?? 0), 10);
  const [first] = (await search('umbrella')).nodes;
  expect(first?.highlights[0]).toMatchObject({ field: 'NAME', matches: [{ start: 18, end: 26 }] });
});

test('a misspelled word is understood, and what was understood is told', async () => {
  const found = await search('umbrela');
  expect(found.correctedQuery).toBe('umbrella');
  expect(idsOf(found)[0]).toBe('product-umbrella-uv');
});

test.each([
  ['penanak nasi untuk keluarga besar', 'product-rice-cooker-family'],
  ['payung lipat', 'product-umbrella-uv'],
  ['baju hujan budak sekolah', 'product-raincoat-kids'],
  ['biji kopi', 'product-kopi-toraja'],
])('"%s" is understood', async (query, id) => {
  expect(idsOf(await search(query))[0]).toBe(id);
});

test('pages follow one another, and a cursor of another query is refused', async () => {
  const all = idsOf(await search('rain'));
  const first = await search('rain', { first: 2 });
  const second = await search('rain', { first: 100, after: first.pageInfo.endCursor });
  expect(first.pageInfo.hasNextPage).toBe(all.length > 2);
  expect([...idsOf(first), ...idsOf(second)]).toEqual(all);
  const { errors } = await ask(SEARCH, { query: 'rice', after: first.pageInfo.endCursor });
  expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT', argument: 'after' } });
});

test('filters narrow the hits, and facets tell what there would be without them', async () => {
  const filters = { categories: ['kitchen'], price: { currency: 'SGD', min: '1.00' } };
  const found = await search('rice cooker', { filters });
  expect(idsOf(found)).toEqual(['product-rice-cooker-mini']);
  const { facets } = await search('rice cooker', { filters: { price: { currency: 'MYR' } } });
  expect(facets).toMatchObject({ prices: expect.arrayContaining([expect.objectContaining({ currency: 'SGD' })]) });
});

test.each([
  [
    'a query of 10,000 words',
    { query: 'umbrella '.repeat(10_000) },
    'BAD_USER_INPUT',
    /^query: expected 1 to 200 characters/,
  ],
  ['an empty query', { query: '  ' }, 'BAD_USER_INPUT', /^query: expected 1 to 200 characters/],
  ['control characters', { query: 'um\u0000brella' }, 'BAD_USER_INPUT', /^query: expected text without control/],
  ['emoji alone', { query: '☔☔' }, 'BAD_USER_INPUT', /^query: expected text with a letter or a digit/],
  [
    'another script',
    { query: 'ร่มพับ' },
    'UNSUPPORTED_LANGUAGE',
    /^query: expected words in English, Indonesian or Malay/,
  ],
  ['too many', { query: 'x', first: 101 }, 'BAD_USER_INPUT', /^first: expected a number from 0 to 100/],
  [
    'a shelf that is none',
    { query: 'x', filters: { categories: ['A shelf'] } },
    'BAD_USER_INPUT',
    /filters\.categories\.0: expected the id/,
  ],
  [
    'too many sen',
    { query: 'x', filters: { price: { currency: 'IDR', min: '1.50' } } },
    'BAD_USER_INPUT',
    /filters\.price\.min: expected a whole number/,
  ],
  [
    'a range the wrong way round',
    { query: 'x', filters: { price: { currency: 'SGD', min: '9', max: '8' } } },
    'BAD_USER_INPUT',
    /filters\.price\.max: expected an amount that is not below min/,
  ],
])('%s is refused with what was expected', async (_, variables, code, message) => {
  const { data, errors } = await ask(SEARCH, variables);
  expect(data).toEqual({ searchProducts: null });
  expect(errors?.[0]?.extensions.code).toBe(code);
  expect(errors?.[0]?.message).toMatch(message);
});

test('what nothing is like finds nothing', async () => {
  expect(await search('xqzzkv 0')).toMatchObject({ nodes: [], totalCount: 0, facets: { categories: [], prices: [] } });
});

const RELATED = `query ($of: [_Any!]!, $first: Int) { _entities(representations: $of) { ... on Inquiry {
  relatedProducts(first: $first) { id } relatedProductHits(first: $first) { hits { product { id } score } degraded model { name } } } } }`;

async function related(...of: readonly object[]) {
  const representations = of.map((one, place) => ({ __typename: 'Inquiry', id: `inquiry-${place}`, ...one }));
  const { data, errors } = await ask(RELATED, { of: representations });
  type Related = { relatedProducts: { id: string }[]; relatedProductHits: { degraded: boolean } } | null;
  return { of: (data?._entities ?? []) as Related[], errors };
}

test('an inquiry shows what it is about, in both fields alike', async () => {
  const { of, errors } = await related(
    { message: 'Hi, the umbrella I ordered last week does not open any more.', language: { code: 'en' } },
    { message: 'Halo kak, penanak nasi yang saya pesan belum sampai juga', language: { code: 'id' } },
  );
  expect(errors).toBeUndefined();
  expect(of.map((one) => one?.relatedProducts[0]?.id)).toEqual([
    'product-umbrella-uv',
    expect.stringMatching(/rice-cooker/),
  ]);
  for (const one of of) {
    expect(one?.relatedProductHits).toMatchObject({
      degraded: false,
      model: { name: 'search-minilm' },
      hits: one?.relatedProducts.map((product) => ({ product })),
    });
  }
});

test('an inquiry that speaks of no product shows none, and one of 10,000 words is read at its beginning', async () => {
  const { of } = await related(
    { message: 'Where is my refund? Please check.', language: { code: 'en' } },
    { message: '🙂', language: { code: 'en' } },
    { message: `My umbrella broke. ${'Please help me. '.repeat(3_000)}`, language: { code: 'en' } },
  );
  expect(of.map((one) => one?.relatedProducts.map(({ id }) => id))).toEqual([
    [],
    [],
    expect.arrayContaining(['product-umbrella-uv']),
  ]);
});

test('without a language it is guessed and told; in one without a figure the fields are null', async () => {
  const { of, errors } = await related(
    { message: 'My umbrella broke.', language: null },
    { message: 'Payung saya rosak.', language: { code: 'ms' } },
    { message: 'ร่มของฉันพัง', language: null },
  );
  expect(of[0]?.relatedProductHits).toMatchObject({ degraded: true });
  expect(of.slice(1)).toEqual([
    { relatedProducts: null, relatedProductHits: null },
    { relatedProducts: null, relatedProductHits: null },
  ]);
  expect(new Set(errors?.map(({ extensions }) => extensions.code))).toEqual(new Set(['UNSUPPORTED_LANGUAGE']));
});

test('a poisoned change is kept from the index and stops nothing', async () => {
  const [product] = someProducts('hammock-double');
  if (product === undefined) throw new Error('no product');
  await t.database.transaction((transaction) =>
    t.jobs.changes.publish(
      transaction,
      { entity: 'Product', id: 'product-poison', version: 1, payload: { name: 7, price: 'free' } },
      { entity: 'Product', ...product },
    ),
  );
  await vi.waitUntil(async () => idsOf(await search('hammock')).includes(product.id), SOON);
  expect(idsOf(await search('poison'))).not.toContain('product-poison');
  await t.database.transaction((transaction) =>
    t.jobs.changes.publish(transaction, { entity: 'Product', id: product.id, version: 2, payload: null }),
  );
  await vi.waitUntil(async () => !idsOf(await search('hammock')).includes(product.id), SOON);
});

const REINDEX = 'mutation ($key: ID) { reindexSearch(idempotencyKey: $key) { id } }';

test('all is read and embedded anew by those who may, and the answers are the same', async () => {
  for (const [identity, code] of [
    [ANONYMOUS, 'UNAUTHENTICATED'],
    [BOB, 'FORBIDDEN'],
  ] as const)
    expect((await ask(REINDEX, {}, identity)).errors).toMatchObject([{ extensions: { code } }]);
  const queries = ['rain', 'rice cooker', 'something hot to drink', 'payung'];
  const answers = () => Promise.all(queries.map((query) => search(query)));
  const before = await answers();
  // As if everything were lost.
  await t.database.query('delete from search.products');
  await t.database.query('delete from search.embeddings');
  const { data } = await ask(REINDEX, { key: 'once' }, TRAINER);
  const id = (data?.reindexSearch as { id: string } | undefined)?.id ?? '';
  await t.until(id, 'SUCCEEDED');
  const of = [{ __typename: 'Job', id }];
  const JOB = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Job {
    searchReindex { indexVersion previous products model { name } } } } }`;
  expect((await ask(JOB, { of }, TRAINER)).data?._entities).toMatchObject([
    { searchReindex: { indexVersion: 2, previous: 1, products: sold.length, model: { name: 'search-minilm' } } },
  ]);
  expect((await ask(JOB, { of }, BOB)).data?._entities).toEqual([null]);
  await vi.waitUntil(async () => (await answers()).every(({ degraded }) => !degraded), SOON);
  expect(await answers()).toEqual(before);
});

test('its models report how they do', async () => {
  const { data } = await ask('{ models { search { name fallback versions { version } } } }', {});
  expect(data?.models).toMatchObject({
    search: [
      { name: 'search-minilm', fallback: false },
      { name: 'search-words', fallback: true },
    ],
  });
});
