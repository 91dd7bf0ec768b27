import { expect, test } from 'vitest';
import { FEATURES, featuresOf, hasText } from './features.ts';
import { guessLanguage, isOtherScript } from './guessLanguage.ts';

test.each([
  ['Please pay the total amount due', 'en'],
  ['Mohon bayar jumlah tagihan sebelum tanggal', 'id'],
  ['12345', null],
  ['KTP', null],
])('the language of %j is %s', (text, language) => {
  expect(guessLanguage(text)).toBe(language);
});

test('a text is of another script when most of its letters are', () => {
  expect(isOtherScript('ใบแจ้งหนี้ INV 417')).toBe(true);
  expect(isOtherScript('Invoice 发票')).toBe(false);
  expect(isOtherScript('★ 夕')).toBe(false);
  expect(isOtherScript('')).toBe(false);
});

test('every feature has a weight, of any text', () => {
  for (const text of ['', '\ud800', 'Invoice 417\nTotal due: SGD 38.50', 'x'.repeat(100_000)]) {
    const { indices, values } = featuresOf(text);
    expect(Math.max(...indices)).toBeLessThan(FEATURES);
    expect(values.every(Number.isFinite)).toBe(true);
  }
});

test('signs and digits alone are no text', () => {
  expect(hasText('417 – ☐ ☐')).toBe(false);
  expect(hasText('Rp 1')).toBe(false);
  expect(hasText('KTP')).toBe(true);
});
