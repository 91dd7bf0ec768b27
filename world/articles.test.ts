import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ARTICLE_LANGUAGES, articles } from './articles.ts';
import { topics } from './topics.ts';

const words = (text: string) => text.split(/\s+/).length;

test('there are at least sixty articles, each in English and Indonesian', () => {
  for (const language of ARTICLE_LANGUAGES) {
    expect(articles.filter((article) => article.language === language).length).toBeGreaterThanOrEqual(60);
  }
  const names = (language: string) =>
    articles.filter((article) => article.language === language).map(({ id }) => id.replace(/-(en|id)$/, ''));
  expect(names('id')).toEqual(names('en'));
});

test('ids are unique and readable, and so are titles', () => {
  expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length);
  expect(new Set(articles.map(({ title }) => title)).size).toBe(articles.length);
  for (const { id, language } of articles) expect(id).toMatch(new RegExp(`^article-[a-z0-9-]+-${language}$`));
});

test('each subtopic has at least two articles, under the topic that it belongs to', () => {
  for (const [topic, subtopics] of Object.entries(topics)) {
    for (const subtopic of subtopics) {
      const own = articles.filter((article) => article.subtopic === subtopic && article.language === 'en');
      expect(own.length, subtopic).toBeGreaterThanOrEqual(2);
      expect(new Set(own.map((article) => article.topic))).toEqual(new Set([topic]));
    }
  }
});

test('a body says something in 80 to 200 words', () => {
  for (const { id, body } of articles) {
    expect(words(body), id).toBeGreaterThanOrEqual(80);
    expect(words(body), id).toBeLessThanOrEqual(200);
    expect(body, id).toBe(body.trim());
  }
});

test('no article names an amount that the policy sheet does not', () => {
  const sheet = readFileSync(new URL('./articles/README.md', import.meta.url), 'utf8');
  const amounts = (text: string) => text.match(/Rp\d[\d.]*\d|S\$\d+(\.\d+)?/g) ?? [];
  const known = new Set(amounts(sheet));
  for (const { id, body } of articles) {
    for (const amount of amounts(body)) expect(known, `${id} says ${amount}`).toContain(amount);
  }
});
