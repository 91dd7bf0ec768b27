import { expect, test } from 'vitest';
import { englishTerms } from './englishTerms.ts';
import { glossary } from './glossary.ts';
import { glossed } from './glossed.ts';
import { guessLanguage } from './language.ts';

test('words of one meaning, and forms of one word, are one term', () => {
  expect(englishTerms('My packages were delivered')).toEqual(englishTerms('the parcel: a delivery'));
  expect(englishTerms('Is the colour fading?')).toEqual(englishTerms('the color faded'));
});

test('an Indonesian text is read word by word, with its affixes, doublings and phrases', () => {
  expect(glossed('uangnya dikembaliin kapan')).toBe('money return back when');
  expect(glossed('tertahan di bea cukai')).toBe('stuck customs');
  expect(glossed('Kode OTP ga masuk-masuk')).toBe('one-time code verification not arrive credited');
});

test('names, and what the glossary does not have, stay', () => {
  expect(glossed('rice cooker Miyako')).toBe('rice cooker miyako');
  expect(glossed('')).toBe('');
});

test('the glossary has a colon on each line, and no meaning but in English letters', () => {
  for (const line of glossary.trim().split('\n')) expect(line).toMatch(/^[a-z0-9_ .-]+:[ A-Za-z-]*$/);
});

test.each([
  ['Where is my parcel? I have not got it.', 'en'],
  ['paket saya belum sampai kak', 'id'],
  ['hi', 'en'],
  ['👍', 'en'],
  ['สินค้ายังไม่มา', null],
  ['我的包裹在哪里', null],
])('%s is taken for %s', (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});
