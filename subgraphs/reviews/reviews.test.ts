import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../../kit/database/database.ts';
import { describeOnDatabases } from '../../kit/database/testDatabase.ts';
import { startTestIsland, type TestIsland } from '../../kit/testIsland.ts';
import { products } from '../../world/products.ts';
import { createReviews } from '../../world/reviews.ts';
import reviews from './index.ts';

interface Reviewed {
  readonly id: string;
  readonly averageRating: number | null;
  readonly reviewCount: number;
  readonly reviews: { readonly nodes: readonly { readonly id: string; readonly body: string }[] };
}

describeOnDatabases('reviews', (open) => {
  let database: Database;
  let island: TestIsland;
  beforeAll(async () => {
    database = await open();
    island = await startTestIsland(reviews, database);
  });
  afterAll(() => database?.close());

  const world = createReviews();
  const newestOf = (productId: string) =>
    world
      .filter((review) => review.productId === productId)
      .toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime() || (a.id < b.id ? 1 : -1));

  const representations = (ids: readonly string[]) => ids.map((id) => ({ __typename: 'Product', id }));
  const ENTITIES = `query ($of: [_Any!]!) {
    _entities(representations: $of) {
      ... on Product { id averageRating reviewCount reviews(first: 3) { nodes { id body } } }
    }
  }`;

  test('answers average, count and newest reviews of every product of the world with two queries', async () => {
    const ids = products.map(({ id }) => id);
    const { data, errors } = await island.ask(ENTITIES, { of: representations(ids) });
    expect(errors).toBeUndefined();
    expect(island.queries.length).toBe(2);
    const entities = data?._entities as Reviewed[];
    const expected = ids.map((id) => {
      const own = newestOf(id);
      const mean = own.reduce((sum, { rating }) => sum + rating, 0) / own.length;
      return {
        id,
        averageRating: own.length === 0 ? null : Math.round(mean * 100) / 100,
        reviewCount: own.length,
        reviews: { nodes: own.slice(0, 3).map((review) => ({ id: review.id, body: review.body })) },
      };
    });
    expect(entities).toEqual(expected);
  });

  test('a product nobody has reviewed has no average', async () => {
    const { data } = await island.ask(ENTITIES, { of: representations(['product-nobody-has-this']) });
    expect(data?._entities).toEqual([
      { id: 'product-nobody-has-this', averageRating: null, reviewCount: 0, reviews: { nodes: [] } },
    ]);
  });

  test('pages through all reviews of a product once', async () => {
    const [busiest] = products.toSorted((a, b) => newestOf(b.id).length - newestOf(a.id).length);
    const id = busiest?.id ?? '';
    const ids: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await island.ask(
        `query ($of: [_Any!]!, $after: String) { _entities(representations: $of) { ... on Product {
          reviews(first: 5, after: $after) { edges { node { id } } pageInfo { hasNextPage endCursor } }
        } } }`,
        { of: representations([id]), after },
      );
      const [entity] = (data?._entities ?? []) as {
        reviews: { edges: { node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string } };
      }[];
      ids.push(...(entity?.reviews.edges.map(({ node }) => node.id) ?? []));
      after = entity?.reviews.pageInfo.hasNextPage ? entity.reviews.pageInfo.endCursor : null;
    } while (after !== null);
    expect(ids).toEqual(newestOf(id).map((review) => review.id));
    expect(ids.length).toBeGreaterThan(10);
  });

  test('finds a review by its id, and many with one query', async () => {
    const [first, second] = world;
    const one = await island.ask(
      'query ($id: ID!) { review(id: $id) { body rating authorName createdAt product { id } } }',
      {
        id: first?.id,
      },
    );
    expect(one.data).toEqual({
      review: {
        body: first?.body,
        rating: first?.rating,
        authorName: first?.authorName,
        createdAt: first?.createdAt.toISOString(),
        product: { id: first?.productId },
      },
    });
    const many = await island.ask(
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Review { body } } }',
      {
        of: [second?.id, first?.id, 'review-none'].map((id) => ({ __typename: 'Review', id })),
      },
    );
    expect(many.data).toEqual({ _entities: [{ body: second?.body }, { body: first?.body }, null] });
    expect(island.queries.length).toBe(1);
  });

  const CREATE = `mutation ($input: CreateReviewInput!) {
    createReview(input: $input) { id rating body authorName product { id averageRating reviewCount reviews(first: 1) { nodes { body } } } }
  }`;
  const given = { productId: 'product-phin-filter', rating: 2, body: '  Drips too slowly.\n', authorName: ' Lan ' };

  test('keeps a review and counts its rating in the same answer', async () => {
    const before = newestOf('product-phin-filter');
    const sum = before.reduce((total, { rating }) => total + rating, 0);
    const { data, errors } = await island.ask(CREATE, { input: given });
    expect(errors).toBeUndefined();
    expect(data).toEqual({
      createReview: {
        id: expect.stringMatching(/^review-[0-9a-f-]{36}$/),
        rating: 2,
        body: 'Drips too slowly.',
        authorName: 'Lan',
        product: {
          id: 'product-phin-filter',
          averageRating: Math.round((100 * (sum + 2)) / (before.length + 1)) / 100,
          reviewCount: before.length + 1,
          reviews: { nodes: [{ body: 'Drips too slowly.' }] },
        },
      },
    });
  });

  test('each of two reviews in one request sees itself counted', async () => {
    const input = `{ productId: "product-tiffin-enamel", rating: 5, body: "Fine.", authorName: "Bo" }`;
    const { data } = await island.ask(`mutation {
      one: createReview(input: ${input}) { product { reviewCount } }
      two: createReview(input: ${input}) { product { reviewCount } }
    }`);
    const count = newestOf('product-tiffin-enamel').length;
    expect(data).toEqual({
      one: { product: { reviewCount: count + 1 } },
      two: { product: { reviewCount: count + 2 } },
    });
  });

  test('takes a review of a product that the catalogue has added since', async () => {
    const productId = 'product-6a2f41a3-c54c-4ce8-92d2-0324e1c32e22';
    const { data } = await island.ask(CREATE, { input: { ...given, productId } });
    expect(data).toMatchObject({ createReview: { product: { id: productId, averageRating: 2, reviewCount: 1 } } });
  });

  test.each([
    ['a rating of 9', { rating: 9 }, 'input.rating: expected a whole number of stars from 1 to 5, got 9.'],
    ['a rating of 0', { rating: 0 }, 'input.rating: expected a whole number of stars from 1 to 5, got 0.'],
    ['an empty body', { body: ' \n ' }, 'input.body: expected 1 to 5,000 characters of text, got " \\n ".'],
    [
      'a body of a megabyte',
      { body: 'x'.repeat(1_000_000) },
      'input.body: expected 1 to 5,000 characters of text, got 1,000,000 characters that start with "xxxxxxxxxxxxxxxxxxxx".',
    ],
    ['no name', { authorName: '' }, 'input.authorName: expected 1 to 60 characters of text, got "".'],
    [
      'an id that cannot be one',
      { productId: 'phin' },
      'input.productId: expected an id that starts with "product-" and goes on in lower-case letters, digits and hyphens, at most 100 characters, got "phin".',
    ],
    [
      'two faults at once, both named',
      { rating: 7, authorName: 'a\u0007b' },
      'input.rating: expected a whole number of stars from 1 to 5, got 7. input.authorName: expected text without control characters or broken Unicode, got "a\\u0007b".',
    ],
  ])('refuses %s and changes nothing', async (_, fault, message) => {
    await expectRefusal({ ...given, ...fault }, message, 'BAD_USER_INPUT');
  });

  test('refuses a product that nobody sells and changes nothing', async () => {
    const message = 'input.productId: expected the id of a product on sale, got "product-nobody-has-this".';
    await expectRefusal({ ...given, productId: 'product-nobody-has-this' }, message, 'NOT_FOUND');
  });

  test('refuses pages outside the limits and cursors of other lists', async () => {
    const page = (of: string) =>
      `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Product { id ${of} { nodes { id } } } } }`;
    const ofProducts = Buffer.from('["products","2026-01-01T00:00:00.000Z","product-a"]').toString('base64url');
    for (const [of, argument] of [
      ['reviews(first: 51)', 'first'],
      ['reviews(first: -1)', 'first'],
      [`reviews(after: "${ofProducts}")`, 'after'],
      ['reviews(after: "")', 'after'],
    ] as const) {
      const { errors } = await island.ask(page(of), { of: representations(['product-phin-filter']) });
      expect(errors?.map(({ extensions }) => extensions)).toEqual([{ argument, code: 'BAD_USER_INPUT' }]);
    }
  });

  async function expectRefusal(input: Record<string, unknown>, message: string, code: string): Promise<void> {
    const state = async () => [
      (await database.query('select * from reviews.reviews order by id')).rows,
      (await database.query('select * from reviews.products order by id')).rows,
    ];
    const before = await state();
    const { data, errors } = await island.ask(CREATE, { input });
    expect(data).toEqual({ createReview: null });
    expect(errors?.map((error) => [error.message, error.extensions.code])).toEqual([[message, code]]);
    expect(await state()).toEqual(before);
  }
});
