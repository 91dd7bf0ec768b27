import { readFile } from 'node:fs/promises';
import { pino } from 'pino';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { ANONYMOUS, type Identity } from '../../kit/context.ts';
import type { Graph } from '../../kit/graph.ts';
import { ALICE, BOB, openTestJobs, type TestJobs } from '../../kit/jobs/testJobs.ts';
import { ModelRuntime } from '../../kit/model/runtime.ts';
import { createRequestContext } from '../../kit/requestContext.ts';
import { startSubgraph } from '../../kit/start.ts';
import type { Subgraph } from '../../kit/subgraph.ts';
import { NO_RESOURCES } from '../../kit/testResources.ts';
import { Uploads } from '../../kit/uploads/uploads.ts';
import { ensureModels } from '../../models/ensureModels.ts';
import { pictures } from '../../models/pictures/pictures.ts';
import definition from './index.ts';

const log = pino({ level: 'silent' });
const uploadId = (n: number): string => `upload-00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
const render = (name: string) =>
  readFile(new URL(`../../models/built/pictures/${pictures.version}/${name}.webp`, import.meta.url));

/** Products of a small shop, by the renders that show them; the last one's picture cannot be read. */
const SHOP = ['bento-box', 'mango', 'banana', 'running-shoe', 'flip-flop', 'teapot', 'broken'] as const;
const productOf = (name: string) => ({
  id: `product-${name}`,
  version: 1,
  picture: { id: uploadId(SHOP.indexOf(name as (typeof SHOP)[number]) + 1) },
});
/** The graph, as far as the owner of products answers in it. */
const catalog: Graph = {
  execute: async () => {
    const nodes = [...SHOP.map(productOf), { id: 'product-plain', version: 1, picture: null }];
    return { data: { products: { nodes, pageInfo: { hasNextPage: false, endCursor: null } } } };
  },
};

let runtime: ModelRuntime;
/** Of its own: what the whole one knows is no answer of the broken one. */
let brokenRuntime: ModelRuntime;
let t: TestJobs;
let uploads: Uploads;
let [island, broken]: ((Subgraph & { close(): Promise<void> }) | undefined)[] = [];

beforeAll(async () => {
  await ensureModels();
  [runtime, brokenRuntime, t] = await Promise.all([
    ModelRuntime.start({ log, workers: 1 }),
    ModelRuntime.start({ log, workers: 1 }),
    openTestJobs('pglite'),
  ]);
  uploads = await Uploads.open({ database: t.database, log });
  for (const [place, name] of SHOP.entries()) {
    const bytes = name === 'broken' ? (await render('mango')).subarray(0, 300) : await render(name);
    const planted = { id: uploadId(place + 1), subject: 'catalog', tenant: null, fileName: `${name}.webp`, bytes };
    await t.database.transaction((transaction) => uploads.plant(transaction, planted));
  }
  const resources = {
    ...NO_RESOURCES,
    models: async () => runtime,
    jobs: async () => t.jobs,
    database: async () => t.database,
    uploads: async () => uploads,
    imageHosts: ['pictures.test'],
  };
  const started = await startSubgraph(definition, { resources, log });
  island = started;
  await started.work(catalog);
  const { vision } = definition.models ?? {};
  if (vision === undefined) throw new Error('no model');
  const code = new URL('fixtures/brokenModel.ts', import.meta.url);
  broken = await startSubgraph(
    { ...definition, models: { vision: { ...vision, code } } },
    { resources: { ...resources, models: async () => brokenRuntime }, log },
  );
  const indexed = async () => ((await similar('mango', 20))?.matches.length ?? 0) === SHOP.length - 2;
  await vi.waitUntil(indexed, { timeout: 60_000, interval: 100 });
}, 120_000);
afterAll(async () => {
  await Promise.all([island?.close(), broken?.close()]);
  await uploads?.close();
  await t?.close();
  await Promise.all([runtime?.close(), brokenRuntime?.close()]);
});

async function ask(query: string, variables: object = {}, identity: Identity = ANONYMOUS, of = island) {
  if (of === undefined) throw new Error('not started');
  const context = createRequestContext({ signal: new AbortController().signal, identity, log });
  return of.execute({ query, variables: { ...variables } }, context);
}

const ANALYSIS = `{ tags { label confidence } moderation { decision scores { label score } degraded } quality { width height issues }
  dominantColors { name share } model { name version } degraded }`;
async function products(fields: string, of: readonly object[], variables: object = {}, from = island) {
  const representations = of.map((one) => ({ __typename: 'Product', ...one }));
  const given = fields.includes('$first') ? '($of: [_Any!]!, $first: Int)' : '($of: [_Any!]!)';
  const query = `query ${given} { _entities(representations: $of) { ... on Product { id ${fields} } } }`;
  const { data, errors } = await ask(query, { of: representations, ...variables }, ANONYMOUS, from);
  return { entities: data?._entities as Record<string, never>[], errors };
}

interface Similar {
  readonly matches: readonly { readonly product: { readonly id: string }; readonly likeness: number }[];
  readonly degraded: boolean;
}
async function similar(name: string, first: number, from = island): Promise<Similar | null> {
  const fields = 'similarProductDetails(first: $first) { matches { product { id } likeness } degraded }';
  const { entities, errors } = await products(fields, [productOf(name)], { first }, from);
  expect(errors).toBeUndefined();
  return entities[0]?.similarProductDetails ?? null;
}

test('tells of a product’s picture what it shows, how good it is and its colours, with the model that said it', async () => {
  const { entities, errors } = await products(`imageAnalysis ${ANALYSIS}`, [productOf('running-shoe')]);
  expect(errors).toBeUndefined();
  expect(entities).toMatchObject([
    {
      imageAnalysis: {
        moderation: { decision: 'CLEAR', degraded: false },
        quality: { width: 256, height: 256, issues: [] },
        model: { name: 'vision-mobilenet' },
        degraded: false,
      },
    },
  ]);
  const { tags, moderation } = (
    entities[0] as unknown as {
      imageAnalysis: { tags: { confidence: number }[]; moderation: { scores: { score: number }[] } };
    }
  ).imageAnalysis;
  const confidences = tags.map(({ confidence }) => confidence);
  expect(confidences).toEqual(confidences.toSorted((a, b) => b - a));
  expect(moderation.scores.reduce((sum, { score }) => sum + score, 0)).toBeCloseTo(1, 4);
});

test('a product without a picture is null without an error, one whose picture cannot be told needs catalog, and the others answer', async () => {
  const { entities, errors } = await products('imageAnalysis { degraded } similarProducts { id }', [
    { id: 'product-plain', picture: null },
    { id: 'product-unknown' },
    productOf('mango'),
  ]);
  expect(entities).toMatchObject([
    { imageAnalysis: null, similarProducts: null },
    { imageAnalysis: null, similarProducts: null },
    { imageAnalysis: { degraded: false } },
  ]);
  expect(errors?.map(({ path, extensions }) => [path?.slice(1), extensions.code])).toEqual([
    [[1, 'imageAnalysis'], 'INPUT_UNAVAILABLE'],
    [[1, 'similarProducts'], 'INPUT_UNAVAILABLE'],
  ]);
});

test('a picture that is cut off, and one that is gone, are typed errors that say so', async () => {
  const { entities, errors } = await products('imageAnalysis { degraded }', [
    productOf('broken'),
    { id: 'product-gone', picture: { id: uploadId(99) } },
  ]);
  expect(entities).toMatchObject([{ imageAnalysis: null }, { imageAnalysis: null }]);
  // Each comes when it is known.
  const told = errors?.toSorted((one, other) => Number(one.path?.[1]) - Number(other.path?.[1]));
  expect(told?.map(({ message, extensions }) => [extensions.code, message])).toEqual([
    ['BAD_USER_INPUT', 'Expected a whole WebP picture, got one that is broken or cut off.'],
    ['NOT_FOUND', `picture: expected an upload that is kept, got ${uploadId(99)}, which is not any more.`],
  ]);
});

test('finds products with pictures of like things, never the product itself', async () => {
  const fields = 'similarProducts(first: $first) { id }';
  const { entities } = await products(fields, [productOf('running-shoe')], { first: 9 });
  const ids = (entities[0] as unknown as { similarProducts: { id: string }[] }).similarProducts.map(({ id }) => id);
  expect(new Set(ids)).toEqual(
    new Set(['bento-box', 'mango', 'banana', 'flip-flop', 'teapot'].map((name) => `product-${name}`)),
  );
  const found = await similar('running-shoe', 2);
  expect(found?.matches.map(({ product }) => product.id)).toEqual(ids.slice(0, 2));
  expect(found?.degraded).toBe(false);
});

test('a product whose picture is not known yet is compared at once', async () => {
  const bytes = await sharp(await render('mango'))
    .flop()
    .webp()
    .toBuffer();
  const planted = { id: uploadId(50), subject: 'catalog', tenant: null, fileName: 'new.webp', bytes };
  await t.database.transaction((transaction) => uploads.plant(transaction, planted));
  const { entities, errors } = await products('similarProducts(first: 1) { id }', [
    { id: 'product-new', picture: { id: uploadId(50) } },
  ]);
  expect(errors).toBeUndefined();
  expect(entities).toMatchObject([{ similarProducts: [{ id: 'product-mango' }] }]);
});

test('a new picture of a product, and one that goes, show in what is similar', async () => {
  const write = (version: number, payload: object | null) =>
    t.database.transaction((transaction) =>
      t.jobs.changes.publish(transaction, { entity: 'Product', id: 'product-later', version, payload }),
    );
  const ids = async () => (await similar('banana', 20))?.matches.map(({ product }) => product.id) ?? [];
  await write(1, { name: 'Later', picture: { id: uploadId(2) } });
  await vi.waitUntil(async () => (await ids()).includes('product-later'), { timeout: 20_000 });
  await write(2, { name: 'Later', picture: null });
  await vi.waitUntil(async () => !(await ids()).includes('product-later'), { timeout: 20_000 });
});

test.each([0, 21, -1])('refuses to find %i products', async (first) => {
  const { errors } = await products('similarProducts(first: $first) { id }', [productOf('mango')], { first });
  expect(errors?.map(({ extensions }) => [extensions.code, extensions.argument])).toEqual([
    ['BAD_USER_INPUT', 'first'],
  ]);
});

test('when the network breaks, pixels alone answer: quality and colours, no tags, no moderation, and likeness by colour', async () => {
  const { entities, errors } = await products(`imageAnalysis ${ANALYSIS}`, [productOf('mango')], {}, broken);
  expect(errors).toBeUndefined();
  expect(entities).toMatchObject([
    {
      imageAnalysis: {
        tags: [],
        moderation: null,
        quality: { width: 256 },
        model: { name: 'vision-pixels' },
        degraded: true,
      },
    },
  ]);
});

const MODERATE = `query ($uploadId: ID, $url: String) {
  moderateImage(uploadId: $uploadId, url: $url) { decision scores { label score } model { name } degraded }
}`;
const moderate = async (variables: object, identity: Identity = ALICE, from = island) => {
  const { data, errors } = await ask(MODERATE, variables, identity, from);
  return { answer: data?.moderateImage, faults: errors?.map(({ message, extensions }) => [extensions.code, message]) };
};

test('moderates an upload of the caller’s own, and nobody else’s', async () => {
  const { id } = await uploads.put(ALICE, { bytes: await render('teapot') });
  const { answer, faults } = await moderate({ uploadId: id });
  expect(faults).toBeUndefined();
  expect(answer).toMatchObject({ decision: 'CLEAR', degraded: false, model: { name: 'vision-mobilenet' } });
  const expected = [['NOT_FOUND', `uploadId: expected an upload of yours that has not expired, got ${id}.`]];
  expect((await moderate({ uploadId: id }, BOB)).faults).toEqual(expected);
  expect((await moderate({ uploadId: uploadId(1) })).faults?.[0]?.[0]).toBe('NOT_FOUND');
  expect((await moderate({ uploadId: id }, ANONYMOUS)).faults?.[0]?.[0]).toBe('UNAUTHENTICATED');
});

test.each<[string, object, string]>([
  ['neither', {}, 'Expected exactly one of uploadId and url, got neither.'],
  [
    'both',
    { uploadId: uploadId(1), url: 'https://pictures.test/' },
    'Expected exactly one of uploadId and url, got both.',
  ],
  [
    'an id that is none',
    { uploadId: 'upload-1' },
    'uploadId: expected the id of an upload, as POST /uploads gave it, got "upload-1".',
  ],
  [
    'a URL that is too long',
    { url: `https://pictures.test/${'a'.repeat(2_000)}` },
    'url: expected a URL of at most 2,000 characters, got 2,022 characters that start with "https://pictures.tes".',
  ],
  [
    'metadata of a cloud',
    { url: 'http://169.254.169.254/latest/meta-data/' },
    'url: expected an https URL without a user.',
  ],
  [
    'a host that is not allowed',
    { url: 'https://127.0.0.1/a.png' },
    'url: expected a host that pictures are fetched from (IMAGE_HOSTS), got "127.0.0.1".',
  ],
])('refuses %s', async (_, variables, message) => {
  expect(await moderate(variables)).toEqual({ answer: null, faults: [['BAD_USER_INPUT', message]] });
});

test('an image bomb, an animation, a text and half a picture are refused, and the island goes on', async () => {
  const bomb = await sharp({ create: { width: 8_000, height: 6_000, channels: 3, background: 'red' } })
    .png()
    .toBuffer();
  const frames = await Promise.all(
    ['red', 'blue'].map((background) =>
      sharp({ create: { width: 9, height: 9, channels: 3, background } })
        .png()
        .toBuffer(),
    ),
  );
  const gif = await sharp(frames, { join: { animated: true } })
    .gif()
    .toBuffer();
  const messages = [];
  for (const bytes of [bomb, gif, Buffer.from('a text'), (await render('teapot')).subarray(0, 999)]) {
    const { id } = await uploads.put(ALICE, { bytes });
    messages.push((await moderate({ uploadId: id })).faults);
  }
  expect(messages).toEqual([
    [['BAD_USER_INPUT', 'Expected a picture of at most 40 million pixels, got a PNG picture of more.']],
    [['BAD_USER_INPUT', 'Expected a still picture, got an animation of 2 frames.']],
    [['BAD_USER_INPUT', 'Expected a JPEG, PNG, WebP, GIF or AVIF picture, got bytes that are none of them.']],
    [['BAD_USER_INPUT', 'Expected a whole WebP picture, got one that is broken or cut off.']],
  ]);
  const { id } = await uploads.put(ALICE, { bytes: await render('teapot') });
  expect((await moderate({ uploadId: id })).answer).toMatchObject({ decision: 'CLEAR' });
});

test('where the network is broken a picture is not moderated by anything else', async () => {
  const { id } = await uploads.put(ALICE, { bytes: await render('mango') });
  const { answer, faults } = await moderate({ uploadId: id }, ALICE, broken);
  expect({ answer, code: faults?.[0]?.[0] }).toEqual({ answer: null, code: 'OVERLOADED' });
});
