import { expect, test } from 'vitest';
import { articles } from '../../../world/articles.ts';
import { worldArticles } from '../testArticles.ts';
import { LanguageIndex } from './languageIndex.ts';
import { sentencesOf } from './sentencesOf.ts';

test('sentences are those of the text, word for word, and amounts and times do not end one', () => {
  expect(sentencesOf('It costs S$2.90, or Rp18.000. Order before 12:00! “Packed.” Then wait 2–3 days… Done?')).toEqual([
    'It costs S$2.90, or Rp18.000.',
    'Order before 12:00!',
    '“Packed.”',
    'Then wait 2–3 days…',
    'Done?',
  ]);
  for (const { body } of articles) expect(sentencesOf(body).join(' ')).toBe(body);
});

test('by words alone the article with the words of the question comes first, and meaning is not told', () => {
  const own = worldArticles('forgot-password', 'cash-on-delivery', 'instalments').filter(
    ({ language }) => language === 'en',
  );
  const index = new LanguageIndex('en', own, () => null);
  expect(index.embedded).toBe(false);
  const matches = index.match({ text: 'How do I reset my password?', topic: 'ACCOUNT' }, null);
  const [best] = matches.toSorted((a, b) => (b.words[0] ?? 0) - (a.words[0] ?? 0));
  expect(best?.article.id).toBe('article-forgot-password-en');
  expect(matches.map(({ words, meaning }) => [words.at(-1), meaning])).toEqual(
    own.map(({ topic }) => [topic === 'ACCOUNT' ? 1 : 0, null]),
  );
});

test('an Indonesian question finds its article through the glossary', () => {
  const own = worldArticles('forgot-password', 'cash-on-delivery', 'instalments').filter(
    ({ language }) => language === 'id',
  );
  const matches = new LanguageIndex('id', own, () => null).match({ text: 'bisa nyicil ga kak', topic: null }, null);
  const [best] = matches.toSorted((a, b) => (b.words[0] ?? 0) - (a.words[0] ?? 0));
  expect(best?.article.id).toBe('article-instalments-id');
});

test('an empty index, and a question without words, match nothing and fail nothing', () => {
  expect(new LanguageIndex('en', [], () => null).match({ text: 'Where?', topic: null }, null)).toEqual([]);
  const index = new LanguageIndex('en', worldArticles('instalments').slice(0, 1), () => null);
  for (const value of index.match({ text: '🙂 …', topic: null }, null)[0]?.words ?? [])
    expect(Number.isFinite(value)).toBe(true);
});
