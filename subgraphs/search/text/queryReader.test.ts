import { beforeAll, expect, test } from 'vitest';
import { Dictionary, distance } from './dictionary.ts';
import { parseLexicon, readLexicon } from './lexicon.ts';
import { type Asking, QueryReader } from './queryReader.ts';
import { termOf } from './termOf.ts';

const ENGLISH = ['for', 'the', 'air', 'water', 'bottle', 'sit', 'rice', 'boy', 'with', 'phone', 'sun', 'burnt'];
const catalogue = new Dictionary(
  ['umbrella', 'rice', 'cooker', 'headphones', 'payung', 'bottle', 'sunscreen'],
  new Map([['umbrellastand', 'umbrella stand']]),
);
let reader: QueryReader;
beforeAll(() => {
  reader = new QueryReader(readLexicon(), new Set(ENGLISH));
});
const read = (text: string, asking: Asking = { as: 'query', language: null }) => reader.read(text, catalogue, asking);

test.each([
  ['umbrela', 'umbrella'],
  ['umbrlela for rain', 'umbrella for rain'],
  ['haedphones', 'headphones'],
  ['umbrellastand', 'umbrella stand'],
  ['sunscren bottel', 'sunscreen bottle'],
])('%s is understood as %s', (typed, meant) => {
  expect(read(typed)).toMatchObject({ corrected: meant, english: meant });
});

test.each(['umbrella for the boy', 'sunburnt', 'umbrellas', 'xq', '4G phone', 'zzzzzzzz'])(
  '%s is left as it is',
  (text) => {
    expect(read(text)).toMatchObject({ corrected: null, english: text });
  },
);

test('Indonesian and Malay are read word by word in English, words in a row together, and roots without affixes', () => {
  expect(read('jas hujan buat anak').english).toBe('raincoat for child kid');
  expect(read('penyimpanan sepatu').english).toBe('storage shoes');
  expect(read('beg galas kalis air').english).toBe('backpack rucksack waterproof');
});

test('a word of both languages is English among English words, and Malay among Malay ones', () => {
  expect(read('air for the bottle').english).toBe('air for the bottle');
  expect(read('botol air budak').english).toBe('water bottle child kid');
  expect(read('air minum', { as: 'query', language: 'id' }).english).toBe('water drink');
});

test('what is foreign is searched for as it stands, too', () => {
  expect(read('payung').terms).toEqual([['payung', termOf('umbrella')]]);
});

test('of a message only what may be of a product is read', () => {
  const asking = { as: 'message', language: 'en' } as const;
  const reading = read('Hi, my parcel 12345 has not arrived. Where is the umbrella I ordered last week?', asking);
  expect(reading.terms).toEqual([[termOf('umbrella')]]);
  expect(reading.english).toBe('umbrella');
  expect(read('Hello, where is my refund?', asking)).toMatchObject({ terms: [], english: '' });
});

test('signs, emoji and the names of what every object has are words like any other', () => {
  expect(read('🙂 …')).toMatchObject({ terms: [], corrected: null });
  expect(read('constructor __proto__').terms).toEqual([['constructor'], ['proto']]);
});

test('of a word that stands twice in the lexicon the first meaning counts', () => {
  expect(parseLexicon('hot: panas\nwarm: panas hangat\n').get('panas')).toBe('hot');
});

test('every line of the lexicon has a meaning and words', () => {
  for (const [words, meaning] of readLexicon()) expect([words, meaning].every((one) => /\S/.test(one))).toBe(true);
});

test.each([
  ['kitten', 'kitten', 0],
  ['kittne', 'kitten', 1],
  ['kiten', 'kitten', 1],
  ['kitttens', 'kitten', 2],
])('%s is %s with %i mistakes', (one, other, mistakes) => {
  expect(distance(one, other, 2)).toBe(mistakes);
});
