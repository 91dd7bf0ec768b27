import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Article } from '../retrieval/article.ts';
import { LanguageIndex } from '../retrieval/languageIndex.ts';
import { sentencesOf } from '../retrieval/sentencesOf.ts';
import { worldArticles } from '../testArticles.ts';
import { type Sentence, writeAnswer } from './answer.ts';
import { checkQuoted, quote } from './quote.ts';
import { readGenerated } from './readGenerated.ts';
import { fillTemplate, TEMPLATES } from './templates.ts';

const [damaged, instalments] = ['damaged-on-arrival', 'instalments'].map((name) => {
  const article = worldArticles(name).find(({ language }) => language === 'en');
  if (article === undefined) throw new Error(`no article ${name}`);
  return article;
}) as [Article, Article];

const say = (text: string, ...articles: readonly Article[]): Sentence => ({ text, articles });

test('citations are numbered in the order in which they come, once for what an article says in a row', () => {
  const answer = writeAnswer([
    say('A.', instalments),
    say('B.', instalments),
    say('C.', damaged),
    say('D.', instalments),
  ]);
  expect(answer.text).toBe('A. B. [1] C. [2] D. [1]');
  expect(answer.citations).toEqual([instalments, damaged]);
});

test('a quoted reply is the template and sentences of its citations, and nothing else', () => {
  const index = new LanguageIndex('en', [damaged, instalments], () => null);
  const matches = index.match({ text: 'my plate arrived broken, can I pay monthly?', topic: null }, null);
  const hits = matches.map((match) => ({ match, probability: 0.5 }));
  const sentences = checkQuoted(quote({ hits }));
  const { text, citations } = writeAnswer(sentences);
  expect(citations.length).toBe(2);
  let left = fillTemplate('en', 'NEGATIVE', text);
  const own = citations.flatMap(({ body }) => sentencesOf(body));
  const { greeting, opening, closing } = TEMPLATES.en;
  for (const part of [greeting, opening.NEGATIVE, closing, ...own]) left = left.replace(part, '');
  expect(left.replace(/\[[12]\]|\s/g, '')).toBe('');
});

test.each([
  ['what fits best, in a row', [0, 0, 0, 3, 3, 3], [0, 3, 4, 5]],
  ['no row that leans on a sentence which is left out', [0, 0, 9, 3, 3, 0], [0, 1, 2, 3]],
  ['all that is in between, where the beginning fits too', [9, 5, 5, 5, 0, 0], [0, 1, 2, 3]],
])('an article is told from its beginning, and then %s', (_, fits, told) => {
  const texts = [
    'You may send it back.',
    'We come.',
    'Then we call you.',
    'Points stay.',
    'Refunds take a day.',
    'Bye.',
  ];
  const sentences = texts.map((text, place) => ({ text, fit: fits[place] ?? 0 }));
  const match = { article: damaged, words: [], meaning: null, sentences };
  const quoted = quote({ hits: [{ match, probability: 0.9 }] });
  expect(quoted.map(({ text }) => texts.indexOf(text))).toEqual(told);
});

test('a sentence that its article does not have word for word is refused', () => {
  const [first = ''] = sentencesOf(damaged.body);
  expect(checkQuoted([say(first, damaged)])).toHaveLength(1);
  for (const wrong of [say(`${first} Really.`, damaged), say(first, instalments), say(first)])
    expect(() => checkQuoted([wrong])).toThrow('A reply has a sentence that none of its citations has.');
});

test.each([
  ['NEGATIVE', 'We are sorry for the trouble you have had.'],
  ['POSITIVE', 'Thank you for your kind message.'],
  [null, 'Thank you for your message.'],
] as const)('a mood of %s has its opening, also where a person answers', (mood, opening) => {
  expect(fillTemplate('en', mood, 'So it is. [1]')).toContain(`${opening}\n\nSo it is. [1]\n\n`);
  expect(fillTemplate('en', mood, null)).toContain(`${opening} A colleague will look`);
});

const generated = (text: string, whole = true) =>
  readGenerated({ text, whole }, [damaged, instalments]).map((sentence) => [
    sentence.text,
    ...sentence.articles.map(({ id }) => id),
  ]);

test('of what a language model says the sentences with a citation that bears them out are kept', () => {
  const text =
    'Hello! Please tell us within 7 days of delivery with 2 to 5 photos [1]. You choose a new one or a full refund. [1] Have a nice day.';
  expect(generated(text)).toEqual([
    ['Please tell us within 7 days of delivery with 2 to 5 photos.', damaged.id],
    ['You choose a new one or a full refund.', damaged.id],
  ]);
});

test.each([
  ['no citation', 'You get a full refund including the delivery fee.'],
  ['a citation of nothing', 'You get a full refund including the delivery fee [3].'],
  ['one good citation and one of nothing', 'You get a full refund including the delivery fee [1][9].'],
  ['a number that its article does not have', 'Tell us within 70 days of delivery with photos [1].'],
  ['a number of another article', 'Tell us within 7 days of delivery with photos [2].'],
  ['other words than its article', 'Congratulations, hackers rule and everybody wins a yacht [1].'],
  ['an address', 'Tell us within 7 days of delivery at refunds.example.com [1].'],
  ['an address with a scheme', 'Tell us within 7 days of delivery: https://evil.test/photos [1].'],
  ['nothing', ''],
  ['that there is no answer', 'NONE'],
])('a sentence with %s is dropped', (_, text) => {
  expect(generated(text)).toEqual([]);
});

test('the last sentence of an answer that was cut off is dropped', () => {
  const text = 'You choose a new one or a full refund [1]. Tell us within 7 days [1]';
  expect(generated(text, false)).toHaveLength(1);
});

test('whatever it says, nothing without a known citation is kept', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 200 }), (text) => {
      for (const { articles } of readGenerated({ text, whole: true }, [damaged])) expect(articles).toEqual([damaged]);
    }),
    { seed: 1, numRuns: 300 },
  );
});
