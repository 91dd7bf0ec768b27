import { expect, test } from 'vitest';
import { categories } from './categories.ts';
import { products } from './products.ts';

test('the shop has at least 200 products, at least 15 on each of its ten shelves', () => {
  expect(categories.length).toBe(10);
  expect(products.length).toBeGreaterThanOrEqual(200);
  for (const { id } of categories) {
    expect(products.filter(({ category }) => category === id).length).toBeGreaterThanOrEqual(15);
  }
});

test('ids and names are unique, and ids are readable', () => {
  expect(new Set(products.map(({ id }) => id)).size).toBe(products.length);
  expect(new Set(products.map(({ name }) => name)).size).toBe(products.length);
  for (const { id } of products) expect(id).toMatch(/^product-[a-z0-9]+(-[a-z0-9]+)*$/);
});

test('every product has a description of its own, of one to five sentences', () => {
  expect(new Set(products.map(({ description }) => description)).size).toBe(products.length);
  for (const { description } of products) {
    expect(description.length).toBeGreaterThan(80);
    expect(description.length).toBeLessThan(300);
    expect(description).toMatch(/\.$/);
  }
});

test('prices are in all six currencies, with the decimals that each one carries', () => {
  expect(new Set(products.map(({ price }) => price.currency))).toEqual(
    new Set(['IDR', 'MYR', 'PHP', 'SGD', 'THB', 'VND']),
  );
  for (const { price } of products) {
    expect(price.amount).toMatch(/IDR|VND/.test(price.currency) ? /^\d{5,7}$/ : /^\d{1,4}\.\d\d$/);
  }
});
