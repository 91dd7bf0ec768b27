import { expect, test } from 'vitest';
import { guessLanguage } from './guessLanguage.ts';

test.each([
  ['Where is my parcel?', 'en'],
  ['cancel pls', 'en'],
  ['paket saya belum sampai', 'id'],
  ['resinya mana kak', 'id'],
  ['12345', 'en'],
  ['👍', 'en'],
  ['สวัสดีค่ะ', null],
  ['你好', null],
])('%j is taken for %s', (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});
