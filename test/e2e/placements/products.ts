import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Graph, GraphqlResult } from '../../graph.ts';

/** The query of the README. */
const STORY = /* GraphQL */ `
  {
    products(first: 5) {
      nodes {
        id
        name
        price { amount currency }
        averageRating
        reviews(first: 3) {
          nodes { rating body sentiment { label score confidence model { name version } } }
        }
      }
    }
  }
`;

interface Review {
  readonly rating: number;
  readonly body: string;
  readonly sentiment: {
    label: string;
    score: number;
    confidence: number;
    model: { name: string; version: string };
  } | null;
}
interface Product {
  readonly id: string;
  readonly name: string;
  readonly price: { amount: string; currency: string };
  readonly averageRating: number;
  readonly reviews: { readonly nodes: readonly Review[] };
}

function productsOf({ data }: GraphqlResult): readonly Product[] {
  return (data as { products: { nodes: Product[] } }).products.nodes;
}

const TEXTS = [
  'The strap broke on the second day and nobody answers my mails.',
  'Fits well, arrived early, my mother loves it!',
];

/** What each placement so far said of them. */
const scores: (readonly number[])[] = [];

/** The story of the shop's pages. */
export function tellsOfProducts(graph: () => Graph): void {
  describe('products and their reviews', () => {
    test('answers the story with products of the world, their reviews, and what a real model makes of them', async () => {
      const result = await graph().ask(STORY);
      expect(result.errors).toBeUndefined();
      const products = productsOf(result);
      expect(products.length).toBe(5);
      for (const product of products) {
        expect(product.price.currency).toMatch(/^(SGD|IDR|MYR|THB|VND|PHP)$/);
        expect(product.reviews.nodes.length).toBeLessThanOrEqual(3);
      }
      const reviews = products.flatMap((product) => product.reviews.nodes);
      expect(reviews.length).toBeGreaterThan(5);
      for (const { sentiment } of reviews) {
        expect(sentiment?.model.name).toBe('sentiment-minilm');
        expect(sentiment?.confidence).toBeGreaterThanOrEqual(0.5);
        expect(Math.sign(sentiment?.score ?? 0)).toBe(sentiment?.label === 'POSITIVE' ? 1 : -1);
      }
    });

    test('answers as the README shows', async () => {
      const readme = readFileSync(new URL('../../../README.md', import.meta.url), 'utf8');
      const shown = [...readme.matchAll(/```json\n(.+?)\n```/gs)].map(([, json = '']) => json).at(-1) ?? '';
      const [told] = productsOf(JSON.parse(shown));
      const [first] = productsOf(await graph().ask(STORY));
      const rounded = (product: Product | undefined): unknown =>
        JSON.parse(JSON.stringify(product), (_, value) =>
          typeof value === 'number' ? Number(value.toFixed(3)) : value,
        );
      expect(rounded(first)).toEqual(rounded(told));
    });

    test('scores a text the same alone, in a batch, and in the other placement', async () => {
      const query = 'query ($texts: [String!]!) { analyzeSentiment(texts: $texts) { score } }';
      const score = async (texts: readonly string[]) => {
        const { data } = await graph().ask(query, { texts });
        return (data as { analyzeSentiment: { score: number }[] }).analyzeSentiment.map((one) => one.score);
      };
      const together = await score(TEXTS);
      const alone = (await Promise.all(TEXTS.map((text) => score([text])))).flat();
      scores.push(together);
      for (const other of [alone, ...scores]) {
        other.forEach((value, index) => {
          expect(Math.abs(value - (together[index] ?? Number.NaN))).toBeLessThan(1e-5);
        });
      }
      expect(together[0]).toBeLessThan(0);
      expect(together[1]).toBeGreaterThan(0);
    });

    test('keeps a review that was written and shows what the model makes of it', async () => {
      const [product] = productsOf(await graph().ask('{ products(first: 1) { nodes { id name } } }'));
      const body = 'The zip jams every time and the lining tore within a week, very disappointed.';
      const created = await graph().ask(
        `mutation ($input: CreateReviewInput!) { createReview(input: $input) { id product { id name } sentiment { label } } }`,
        { input: { productId: product?.id, rating: 1, body, authorName: 'Wei Ling' } },
      );
      expect(created.errors).toBeUndefined();
      expect(created.data).toMatchObject({
        createReview: { product: { id: product?.id, name: product?.name }, sentiment: { label: 'NEGATIVE' } },
      });
      const shown = await graph().ask(
        `query ($id: ID!) { product(id: $id) { reviews(first: 1) { nodes { body } } } }`,
        {
          id: product?.id,
        },
      );
      expect(shown.data).toMatchObject({ product: { reviews: { nodes: [{ body }] } } });
    });

    test.each([
      ['a rating of 9', { rating: 9, body: 'Too good.' }],
      ['an empty body', { rating: 4, body: '   ' }],
      ['a review of 900 kB', { rating: 4, body: 'x'.repeat(900_000) }],
    ])('refuses %s and changes nothing', async (_, fault) => {
      const [product] = productsOf(await graph().ask('{ products(first: 1) { nodes { id } } }'));
      const count = async () =>
        (await graph().ask(`query ($id: ID!) { product(id: $id) { reviewCount } }`, { id: product?.id })).data;
      const before = await count();
      const result = await graph().ask('mutation ($input: CreateReviewInput!) { createReview(input: $input) { id } }', {
        input: { productId: product?.id, authorName: 'Wei Ling', ...fault },
      });
      expect(result.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
      expect(result.errors?.[0]?.path).toEqual(['createReview']);
      expect(await count()).toEqual(before);
    });

    test.each([
      ['no text', []],
      ['10,000 texts', Array.from({ length: 10_000 }, () => 'fine')],
    ])('refuses to analyse %s', async (_, texts) => {
      const result = await graph().ask('query ($texts: [String!]!) { analyzeSentiment(texts: $texts) { score } }', {
        texts,
      });
      expect(result.errors?.[0]?.extensions.code).toBe('BAD_USER_INPUT');
    });

    test('an unknown id is null for a query and NOT_FOUND for a mutation', async () => {
      const query = await graph().ask('{ product(id: "product-nobody-has-this") { name } }');
      expect(query).toEqual({ data: { product: null } });
      const mutation = await graph().ask(
        'mutation { updateProduct(id: "product-nobody-has-this", input: { name: "Something" }) { id } }',
      );
      expect(mutation.errors?.[0]?.extensions.code).toBe('NOT_FOUND');
    });

    test('malformed JSON and a body over the limit are refused as such', async () => {
      const post = async (body: string) => {
        const response = await fetch(graph().url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body,
        });
        return { status: response.status, text: await response.text() };
      };
      const malformed = await post('{"query": "{ __typename }"');
      expect(malformed.status).toBe(400);
      expect(JSON.parse(malformed.text)).toMatchObject({ errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] });
      const large = JSON.stringify({ query: `{ __typename } #${'x'.repeat(2_000_000)}` });
      // The server answers before it has read all of it, and hangs up: a client that still writes may miss the answer.
      const statusOfLarge = () =>
        post(large).then(
          ({ status }) => status,
          () => null,
        );
      await expect.poll(statusOfLarge, { timeout: 10_000 }).toBe(413);
    });
  });
}
