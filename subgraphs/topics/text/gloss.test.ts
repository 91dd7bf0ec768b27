import { expect, test } from 'vitest';
import { glossOf, parseLexicon } from './gloss.ts';

const lexicon = parseLexicon('not yet: belum blm\narrive: sampai tiba\nlate: lama\nhow long: lama\nreturn: kembali\n');

test('a text is read word for word, chat abbreviations too, and what is unknown stays', () => {
  expect(glossOf('Paket BLM sampai!', lexicon)).toBe('paket not yet arrive');
});

test('a word is known by its root, and however long its last letter is drawn', () => {
  expect(glossOf('sampainya lamaaa', lexicon)).toBe('arrive late');
  expect(glossOf('dikembalikan', lexicon)).toBe('return');
  expect(glossOf('pengembalian', lexicon)).toBe('pengembalian');
});

test('of a word that stands twice the first gloss counts', () => {
  expect(lexicon.get('lama')).toBe('late');
});

test('signs alone have no gloss', () => {
  expect(glossOf('?! 👍', lexicon)).toBe('');
});
