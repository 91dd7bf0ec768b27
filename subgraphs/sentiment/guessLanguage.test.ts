import { expect, test } from 'vitest';
import { languageOf } from './guessLanguage.ts';

test.each([
  ['min barangnya kok rusak sih', 'id'],
  ['Where is my parcel?', 'en'],
  ['Saya order yang item tapi datang putih', 'id'],
])('%s is guessed to be %s', (text, language) => {
  expect(languageOf(null, text)).toEqual({ language, guessed: true });
});

test('a language that is told is not guessed', () => {
  expect(languageOf('id', 'Where is my parcel?')).toEqual({ language: 'id', guessed: false });
});

test.each([['zh'], ['ms'], ['unknown']])('%s has no figures', (code) => {
  expect(() => languageOf(code, 'Bagus')).toThrow(expect.objectContaining({ code: 'UNSUPPORTED_LANGUAGE' }));
});
