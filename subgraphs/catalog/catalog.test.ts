import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import type { EntityState } from '../../kit/changes/change.ts';
import { defineProjection } from '../../kit/changes/defineProjection.ts';
import { ANONYMOUS } from '../../kit/context.ts';
import type { Database } from '../../kit/database/database.ts';
import { describeOnDatabases } from '../../kit/database/testDatabase.ts';
import { startTestIsland, type TestIsland } from '../../kit/testIsland.ts';
import { pictures as builtPictures } from '../../models/pictures/pictures.ts';
import { categories } from '../../world/categories.ts';
import { pictures } from '../../world/pictures.ts';
import { products } from '../../world/products.ts';
import catalog from './index.ts';

const { files } = builtPictures;

describeOnDatabases('the catalogue', (open) => {
  let database: Database;
  let island: TestIsland;
  beforeAll(async () => {
    database = await open();
    island = await startTestIsland(catalog, database);
  });
  afterAll(async () => {
    await island?.close();
    await database?.close();
  });

  const newestFirst = products.toSorted(
    (a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1),
  );

  test('shows a product of the world as it is written down, its price with the decimals of its currency', async () => {
    const query =
      'query ($id: ID!) { product(id: $id) { name category { name } price { amount currency } createdAt } }';
    const dong = await island.ask(query, { id: 'product-phin-filter' });
    expect(dong).toMatchObject({
      data: {
        product: {
          name: 'Sáng Phin Coffee Filter, Stainless, 180 ml',
          category: { name: 'Kitchen & Dining' },
          price: { amount: '95000', currency: 'VND' },
          createdAt: products.find(({ id }) => id === 'product-phin-filter')?.createdAt.toISOString(),
        },
      },
    });
    const dollars = await island.ask(query, { id: 'product-tiffin-enamel' });
    expect(dollars.data).toMatchObject({ product: { price: { amount: '36.50', currency: 'SGD' } } });
    expect(island.queries.length).toBe(1);
  });

  test('tells others of shelves by their ids, in one query, and of one that there is not nothing', async () => {
    const of = ['kitchen', 'pets', 'nowhere'].map((id) => ({ __typename: 'Category', id }));
    const query = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Category { id name } } }';
    expect(await island.ask(query, { of })).toEqual({
      data: { _entities: [{ id: 'kitchen', name: 'Kitchen & Dining' }, { id: 'pets', name: 'Pets' }, null] },
    });
    expect(island.queries.length).toBe(1);
  });

  test('pages through every product once, newest first', async () => {
    const query = `query ($after: String) {
      products(first: 100, after: $after) { nodes { id } totalCount pageInfo { hasNextPage hasPreviousPage endCursor } }
    }`;
    const ids: string[] = [];
    const pages: unknown[] = [];
    let after: string | null = null;
    do {
      const { data } = await island.ask(query, { after });
      const page = (data?.products ?? {}) as {
        nodes: { id: string }[];
        totalCount: number;
        pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
      };
      ids.push(...page.nodes.map(({ id }) => id));
      pages.push([page.totalCount, page.pageInfo.hasPreviousPage, page.pageInfo.hasNextPage]);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(ids).toEqual(newestFirst.map(({ id }) => id));
    expect(pages).toEqual([
      [products.length, false, true],
      [products.length, true, true],
      [products.length, true, false],
    ]);
  });

  test('continues after any edge, on one shelf alone', async () => {
    const shelf = newestFirst.filter(({ category }) => category === 'pets').map(({ id }) => id);
    const query = `query ($after: String) {
      products(first: 3, after: $after, category: "pets") { edges { cursor node { id } } totalCount }
    }`;
    const { data } = await island.ask(query);
    const { edges, totalCount } = (data?.products ?? {}) as {
      edges: { cursor: string; node: { id: string } }[];
      totalCount: number;
    };
    expect(edges.map(({ node }) => node.id)).toEqual(shelf.slice(0, 3));
    expect(totalCount).toBe(shelf.length);
    const next = await island.ask(query, { after: edges[1]?.cursor });
    expect(next.data).toMatchObject({ products: { edges: shelf.slice(2, 5).map((id) => ({ node: { id } })) } });
  });

  test('lists the categories by name', async () => {
    const { data } = await island.ask('{ categories { id name } }');
    expect(data?.categories).toEqual(categories.toSorted((a, b) => a.name.localeCompare(b.name)));
  });

  test('resolves many representations with one query, null where nothing has the id', async () => {
    const known = products.slice(0, 50).map(({ id }) => ({ __typename: 'Product', id }));
    const { data, errors } = await island.ask(
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Product { id name price { amount } } } }',
      { of: [...known, { __typename: 'Product', id: 'product-nobody-has-this' }] },
    );
    expect(errors).toBeUndefined();
    const entities = data?._entities as ({ id: string } | null)[];
    expect(entities.map((entity) => entity?.id)).toEqual([...known.map(({ id }) => id), undefined]);
    expect(island.queries.length).toBe(1);
  });

  test('resolves categories with one query; one that is malformed, or that nothing has, leaves the others', async () => {
    const { data, errors } = await island.ask(
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Category { id name } } }',
      { of: ['kitchen', 7, 'no-such-shelf', 'pets'].map((id) => ({ __typename: 'Category', id })) },
    );
    expect(data).toMatchObject({ _entities: [{ name: 'Kitchen & Dining' }, null, null, { name: 'Pets' }] });
    expect(errors?.map(({ path, extensions }) => [path, extensions.code])).toEqual([
      [['_entities', 1], 'BAD_USER_INPUT'],
    ]);
    expect(island.queries.length).toBe(1);
  });

  const CREATE = `mutation ($input: CreateProductInput!) {
    createProduct(input: $input) { id name description category { id } price { amount currency } createdAt updatedAt }
  }`;
  const hammock = {
    name: '  Baby Hammock ',
    description: 'Sways.',
    categoryId: 'kids',
    price: { amount: '45.5', currency: 'SGD' },
  };

  test('creates a product, which is then the newest, and changes the given fields of it alone', async () => {
    const created = await island.ask(CREATE, { input: hammock });
    expect(created.errors).toBeUndefined();
    const product = created.data?.createProduct as { id: string; createdAt: string; updatedAt: string };
    expect(product).toMatchObject({
      id: expect.stringMatching(/^product-[0-9a-f-]{36}$/),
      name: 'Baby Hammock',
      description: 'Sways.',
      category: { id: 'kids' },
      price: { amount: '45.50', currency: 'SGD' },
    });
    expect(product.updatedAt).toBe(product.createdAt);
    const newest = await island.ask('{ products(first: 1) { nodes { id } } }');
    expect(newest.data).toMatchObject({ products: { nodes: [{ id: product.id }] } });

    const updated = await island.ask(
      `mutation ($id: ID!, $input: UpdateProductInput!) {
        updateProduct(id: $id, input: $input) { name description category { id } price { amount currency } createdAt }
      }`,
      { id: product.id, input: { price: { amount: '690000', currency: 'IDR' }, categoryId: 'home', name: null } },
    );
    expect(updated).toEqual({
      data: {
        updateProduct: {
          name: 'Baby Hammock',
          description: 'Sways.',
          category: { id: 'home' },
          price: { amount: '690000', currency: 'IDR' },
          createdAt: product.createdAt,
        },
      },
    });
  });

  test('tells whoever keeps products of each that is written, with a version that rises', async () => {
    const { changes } = await island.jobs();
    const told: EntityState[] = [];
    const kept = defineProjection({
      consumer: 'listener',
      entity: 'Product',
      payload: z.looseObject({}),
      identity: ANONYMOUS,
      apply: async (_, state) => void told.push(state),
      clear: async () => {},
      async *rebuild() {},
    });
    const projector = changes.project(kept, { execute: async () => ({ data: null }) });
    await expect.poll(async () => (await projector.lag()).rebuilding, { timeout: 20_000 }).toBe(false);
    const { data } = await island.ask(CREATE, { input: hammock });
    const { id } = (data as { createProduct: { id: string } }).createProduct;
    const updated = await island.ask(
      'mutation ($id: ID!) { updateProduct(id: $id, input: { name: "Swing" }) { version } }',
      { id },
    );
    expect(updated.data).toEqual({ updateProduct: { version: 2 } });
    const price = { amount: '45.50', currency: 'SGD' };
    await expect
      .poll(() => told, { timeout: 10_000 })
      .toEqual([
        { id, version: 1, payload: expect.objectContaining({ name: 'Baby Hammock', categoryId: 'kids', price }) },
        { id, version: 2, payload: expect.objectContaining({ name: 'Swing', categoryId: 'kids', price }) },
      ]);
  });

  const seller = { subject: 'user-seller', tenant: null, scopes: [] };
  /** A white pixel. */
  const pixel = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAACklEQVQImWP4DwABAQEADeY2wwAAAABJRU5ErkJggg==',
    'base64',
  );
  const upload = async (bytes: Buffer) => (await island.uploads()).put(seller, { bytes });
  const CREATE_PICTURED = `mutation ($input: CreateProductInput!) {
    createProduct(input: $input) { id picture { id contentType } }
  }`;

  test('shows the pictures of the world, whose bytes are those that were built, and of the other products none', async () => {
    const shown = 'query ($id: ID!) { product(id: $id) { picture { id contentType } } }';
    expect((await island.ask(shown, { id: 'product-charger-fan' })).data).toEqual({ product: null });
    expect((await island.ask(shown, { id: 'product-rice-cooker-mini' })).data).toEqual({ product: { picture: null } });
    const { data } = await island.ask(shown, { id: 'product-tiffin-enamel' });
    const { picture } = (data as { product: { picture: { id: string; contentType: string } } }).product;
    expect(picture.contentType).toBe('image/webp');
    const bytes = (await (await island.uploads()).readAttached(picture.id)) ?? Buffer.alloc(0);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(files['bento-box.webp']);
  });

  test('every product that the world pictures is one, and each picture is built', () => {
    const ids = new Set(products.map(({ id }) => id));
    expect(Object.keys(pictures).filter((id) => !ids.has(id))).toEqual([]);
    expect(new Set(Object.values(pictures).map((name) => `${name}.webp`))).toEqual(new Set(Object.keys(files)));
  });

  test('a product takes an upload of the caller’s as its picture, and later another one', async () => {
    const [first, second] = [await upload(pixel), await upload(pixel)];
    const created = await island.ask(CREATE_PICTURED, { input: { ...hammock, pictureId: first.id } }, seller);
    expect(created.errors).toBeUndefined();
    const product = created.data?.createProduct as { id: string; picture: object };
    expect(product.picture).toEqual({ id: first.id, contentType: 'image/png' });
    const update =
      'mutation ($id: ID!, $input: UpdateProductInput!) { updateProduct(id: $id, input: $input) { picture { id } } }';
    const kept = await island.ask(update, { id: product.id, input: { name: 'Swing' } }, seller);
    expect(kept.data).toEqual({ updateProduct: { picture: { id: first.id } } });
    const replaced = await island.ask(update, { id: product.id, input: { pictureId: second.id } }, seller);
    expect(replaced.data).toEqual({ updateProduct: { picture: { id: second.id } } });
    expect(await (await island.uploads()).readAttached(second.id)).toEqual(pixel);
  });

  test.each([
    ['somebody else’s upload', pixel, { ...seller, subject: 'user-other' }, 'NOT_FOUND'],
    ['an upload for nobody', pixel, ANONYMOUS, 'UNAUTHENTICATED'],
    ['a text', Buffer.from('hello'), seller, 'BAD_USER_INPUT'],
  ])(
    'refuses %s as a picture; there is no product then, and the upload goes on waiting',
    async (_, bytes, who, code) => {
      const { id } = await upload(bytes);
      const before = await database.query('select count(*) from catalog.products');
      const { data, errors } = await island.ask(CREATE_PICTURED, { input: { ...hammock, pictureId: id } }, who);
      expect(data).toEqual({ createProduct: null });
      expect(errors?.map(({ extensions }) => extensions.code)).toEqual([code]);
      expect(await database.query('select count(*) from catalog.products')).toEqual(before);
      expect((await (await island.uploads()).find([id], seller))[0]?.expiresAt).toBeInstanceOf(Date);
    },
  );

  test('an update of a product that is not there attaches nothing', async () => {
    const { id } = await upload(pixel);
    const update = 'mutation ($input: UpdateProductInput!) { updateProduct(id: "product-none", input: $input) { id } }';
    const { errors } = await island.ask(update, { input: { pictureId: id } }, seller);
    expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['NOT_FOUND']);
    expect((await (await island.uploads()).find([id], seller))[0]?.expiresAt).toBeInstanceOf(Date);
  });

  const limits = 'of SGD, more than 0 and of at most 12 digits before the point, written as text';
  test.each([
    ['an empty name', { name: '  ' }, 'input.name: expected 1 to 120 characters of text, got "  ".'],
    [
      'a name that is too long',
      { name: 'n'.repeat(121) },
      'input.name: expected 1 to 120 characters of text, got 121 characters that start with "nnnnnnnnnnnnnnnnnnnn".',
    ],
    [
      'a NUL in a text, which Postgres cannot hold',
      { description: 'a\u0000b' },
      'input.description: expected text without control characters or broken Unicode, got "a\\u0000b".',
    ],
    [
      'a price of nothing',
      { price: { amount: '0.00', currency: 'SGD' } },
      `input.price.amount: expected a number with at most 2 decimals ${limits}, got "0.00".`,
    ],
    [
      'a fraction of a cent',
      { price: { amount: '1.005', currency: 'SGD' } },
      `input.price.amount: expected a number with at most 2 decimals ${limits}, got "1.005".`,
    ],
    [
      'a fraction of a dong',
      { price: { amount: '95000.5', currency: 'VND' } },
      `input.price.amount: expected a whole number ${limits.replace('SGD', 'VND')}, got "95000.5".`,
    ],
    [
      'a category id that cannot be one',
      { categoryId: 'Kids!' },
      'input.categoryId: expected the id of a category, 1 to 40 lower-case letters, digits and hyphens, got "Kids!".',
    ],
  ])('refuses %s and changes nothing', async (_, fault, message) => {
    const before = await database.query('select * from catalog.products order by id');
    const { data, errors } = await island.ask(CREATE, { input: { ...hammock, ...fault } });
    expect(data).toEqual({ createProduct: null });
    expect(errors?.map((error) => [error.message, error.extensions.code])).toEqual([[message, 'BAD_USER_INPUT']]);
    expect(await database.query('select * from catalog.products order by id')).toEqual(before);
  });

  test('refuses a price given as a number, which JSON may have rounded', async () => {
    const { errors } = await island.ask(CREATE, { input: { ...hammock, price: { amount: 45.5, currency: 'SGD' } } });
    expect(errors?.[0]?.message).toContain('Expected a decimal number written as text, such as "12.90", got 45.5.');
    expect(errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
  });

  test.each([
    [
      'an unknown category for a new product',
      'mutation { createProduct(input: { name: "A", description: "B", categoryId: "boats", price: { amount: "1", currency: THB } }) { id } }',
      ['NOT_FOUND', 'input.categoryId'],
    ],
    ['an unknown category to look at', '{ products(category: "boats") { nodes { id } } }', ['NOT_FOUND', 'category']],
    [
      'an unknown product to change',
      'mutation { updateProduct(id: "product-none", input: { name: "A" }) { id } }',
      ['NOT_FOUND', 'id'],
    ],
    [
      'a change of nothing',
      'mutation { updateProduct(id: "product-none", input: {}) { id } }',
      ['BAD_USER_INPUT', 'input'],
    ],
    ['an id that cannot be one', '{ product(id: "1; drop table") { id } }', ['BAD_USER_INPUT', 'id']],
    ['a negative page', '{ products(first: -1) { nodes { id } } }', ['BAD_USER_INPUT', 'first']],
    ['a page that is too long', '{ products(first: 101) { nodes { id } } }', ['BAD_USER_INPUT', 'first']],
    ['a cursor of its own making', '{ products(after: "nonsense") { nodes { id } } }', ['BAD_USER_INPUT', 'after']],
  ])('answers %s with a typed error', async (_, query, expected) => {
    const { errors } = await island.ask(query);
    expect(errors?.map(({ extensions }) => [extensions.code, extensions.argument])).toEqual([expected]);
  });
});
