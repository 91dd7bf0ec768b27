import { describe, expect, test } from 'vitest';
import { products } from './products.ts';
import { similarity, wordTriples } from './reviews/similarity.ts';
import { createReviews, type Review } from './reviews.ts';
import { createUsers } from './users.ts';

const reviews = createReviews();

test('there are at least 2,000 reviews, the same each time the world is made', () => {
  expect(reviews.length).toBeGreaterThanOrEqual(2_000);
  expect(createReviews()).toEqual(reviews);
});

test('each is by an invented user, of a product on sale, after it was first offered', () => {
  const users = new Set(createUsers().map(({ id }) => id));
  const offeredAt = new Map(products.map(({ id, createdAt }) => [id, createdAt]));
  for (const { userId, productId, createdAt } of reviews) {
    expect(users.has(userId)).toBe(true);
    expect(createdAt.getTime()).toBeGreaterThan(offeredAt.get(productId)?.getTime() ?? Number.POSITIVE_INFINITY);
    expect(createdAt.getTime()).toBeLessThan(Date.UTC(2026, 10, 1));
  }
});

test('ids are unique and readable, and nobody reviews a product twice', () => {
  expect(new Set(reviews.map(({ id }) => id)).size).toBe(reviews.length);
  expect(new Set(reviews.map(({ userId, productId }) => `${userId} ${productId}`)).size).toBe(reviews.length);
  for (const { id } of reviews) expect(id).toMatch(/^review-[a-z0-9-]+-\d\d$/);
});

test('no slot is left unfilled and no text is padded', () => {
  for (const { body } of reviews) {
    expect(body).not.toMatch(/[{}]|undefined| {2}/);
    expect(body).toBe(body.trim());
  }
});

describe('the ratings', () => {
  const share = (rating: number) => reviews.filter((review) => review.rating === rating).length / reviews.length;

  test('are spread as in a real shop: mostly five, every step present', () => {
    expect(share(5)).toBeGreaterThan(0.45);
    expect(share(5)).toBeLessThan(0.62);
    expect(share(4)).toBeGreaterThan(share(3));
    expect(share(3)).toBeGreaterThan(share(2));
    expect(share(1)).toBeGreaterThan(0.03);
  });

  test('differ between products: some are loved, some are not, and some have no review', () => {
    const averages = products.flatMap(({ id }) => {
      const ratings = reviews.filter(({ productId }) => productId === id).map(({ rating }) => rating);
      return ratings.length < 5 ? [] : [ratings.reduce((sum: number, rating) => sum + rating, 0) / ratings.length];
    });
    expect(Math.min(...averages)).toBeLessThan(3.2);
    expect(Math.max(...averages)).toBeGreaterThan(4.8);
    expect(new Set(reviews.map(({ productId }) => productId)).size).toBeLessThan(products.length);
  });
});

describe('the texts', () => {
  const sentencesOf = ({ body }: Review): string[] =>
    body
      .split(/(?<=[.!?])\s+|\n/)
      .map((sentence) => (sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' '))
      .filter((sentence) => sentence !== '');

  test('are all different, letter case and punctuation aside', () => {
    expect(new Set(reviews.map((review) => sentencesOf(review).join(' '))).size).toBeGreaterThanOrEqual(
      reviews.length - 5,
    );
    expect(new Set(reviews.map(({ body }) => body)).size).toBe(reviews.length);
  });

  test('repeat no sentence in more than one of a hundred reviews, and a long one in fewer', () => {
    const uses = new Map<string, number>();
    for (const sentence of reviews.flatMap(sentencesOf)) uses.set(sentence, (uses.get(sentence) ?? 0) + 1);
    for (const [sentence, count] of uses) {
      expect(count, sentence).toBeLessThanOrEqual(20);
      if (sentence.split(' ').length > 12) expect(count, sentence).toBeLessThanOrEqual(15);
    }
    expect(uses.size).toBeGreaterThan(2_500);
  });

  test('are near-duplicates of another in less than one of a hundred', () => {
    const triples = reviews.map(({ body }) => wordTriples(body));
    const holders = new Map<string, number[]>();
    const near = new Set<number>();
    for (const [index, own] of triples.entries()) {
      const rivals = new Set([...own].flatMap((triple) => holders.get(triple) ?? []));
      for (const rival of rivals) if (similarity(own, triples[rival] ?? own) > 0.6) near.add(index);
      for (const triple of own) holders.set(triple, [...(holders.get(triple) ?? []), index]);
    }
    expect(near.size / reviews.length).toBeLessThan(0.01);
  });

  test('differ in length from a few words to several paragraphs’ worth', () => {
    const words = reviews.map(({ body }) => body.split(/\s+/).length).toSorted((a, b) => a - b);
    const at = (part: number) => words[Math.floor(part * (words.length - 1))] ?? 0;
    expect(at(0.05)).toBeLessThan(10);
    expect(at(0.5)).toBeGreaterThan(15);
    expect(at(0.99)).toBeGreaterThan(50);
  });

  test('speak as their writers do: Singlish from Singapore, Filipino English from the Philippines', () => {
    const from = (prefix: string) => {
      const there = new Set(
        createUsers()
          .filter(({ country }) => country === prefix)
          .map(({ id }) => id),
      );
      return reviews.filter(({ userId }) => there.has(userId)).map(({ body }) => body.toLowerCase());
    };
    expect(from('SG').filter((body) => /\b(lah|leh|sia|shiok)\b/.test(body)).length).toBeGreaterThan(20);
    expect(from('PH').filter((body) => /\b(po|sulit|naman|talaga)\b/.test(body)).length).toBeGreaterThan(20);
    expect(from('TH').filter((body) => /\b(lah|po|sulit)\b/.test(body))).toEqual([]);
  });
});
