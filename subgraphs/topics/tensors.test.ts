import { expect, test } from 'vitest';
import { tensors } from './tensors.ts';

const utf8 = (text: string) => [new TextEncoder().encode(text)];

test('a text and its language are a message', () => {
  expect(tensors.toItem({ text: utf8('Di mana paket saya?'), language: utf8('id') })).toEqual({
    text: 'Di mana paket saya?',
    language: 'id',
  });
});

test.each([
  [{ text: utf8('x'.repeat(10_001)), language: utf8('en') }, 'text: expected at most 10000 characters, got 10001.'],
  [{ text: utf8('Hola'), language: utf8('es') }, 'language: expected one of en, id, got "es".'],
  [{ text: [Uint8Array.of(0xff)], language: utf8('en') }, 'text: expected UTF-8, got bytes that are not.'],
])('what is no message is refused: %#', (rows, message) => {
  expect(() => tensors.toItem(rows)).toThrow(message);
});

test('what is not told is an empty string', () => {
  const { label, subtopic, confidence } = tensors.toRows({ label: null, subtopic: null, confidence: 0.75 });
  expect([label, subtopic, confidence]).toEqual([[new Uint8Array()], [new Uint8Array()], [0.75]]);
});
