import { expect, test } from 'vitest';
import { z } from 'zod';
import { CodedError } from './errors.ts';
import { entityId, readInput, text } from './readInput.ts';

const schema = z.object({ id: entityId('thing'), title: text(1, 10) });

function complaintOf(value: unknown): unknown {
  try {
    return readInput(schema, value, 'input');
  } catch (error) {
    return error instanceof CodedError ? [error.message, error.extensions] : error;
  }
}

test('what is right is given back, trimmed', () => {
  expect(complaintOf({ id: 'thing-a-1', title: ' Tea\n' })).toEqual({ id: 'thing-a-1', title: 'Tea' });
});

test('tabs, newlines, emoji and any script may stand in a text', () => {
  expect(complaintOf({ id: 'thing-a', title: 'ชา\n\t☕🫖' })).toEqual({ id: 'thing-a', title: 'ชา\n\t☕🫖' });
});

test('every fault is named by its path, and the first one stands in the extensions', () => {
  expect(complaintOf({ id: 'Thing', title: '' })).toEqual([
    'input.id: expected an id that starts with "thing-" and goes on in lower-case letters, digits and hyphens, at most 100 characters, got "Thing". ' +
      'input.title: expected 1 to 10 characters of text, got "".',
    { argument: 'input.id', code: 'BAD_USER_INPUT' },
  ]);
});

test.each([
  [
    'a long text by its length and its beginning',
    'x'.repeat(61),
    '61 characters that start with "xxxxxxxxxxxxxxxxxxxx"',
  ],
  ['a number', 5, '5'],
  ['nothing', undefined, 'nothing'],
])('a complaint shows %s', (_, title, shown) => {
  expect(complaintOf({ id: 'thing-a', title })).toEqual([
    `input.title: expected 1 to 10 characters of text, got ${shown}.`,
    { argument: 'input.title', code: 'BAD_USER_INPUT' },
  ]);
});

test.each([
  ['NUL, which Postgres cannot hold', 'a\u0000'.concat('b')],
  ['a bell', 'a\u0007b'],
  ['half of a surrogate pair', 'a\ud83eb'],
])('a text with %s is refused', (_, title) => {
  expect(complaintOf({ id: 'thing-a', title })).toEqual([
    `input.title: expected text without control characters or broken Unicode, got ${JSON.stringify(title)}.`,
    { argument: 'input.title', code: 'BAD_USER_INPUT' },
  ]);
});

test.each(['thing-', 'thing', 'thing-A', 'thing--a', 'thing-a-', 'other-a', ' thing-a', `thing-${'a'.repeat(100)}`])(
  'the id %j is refused',
  (id) => {
    expect(complaintOf({ id, title: 'Tea' })).toEqual([
      expect.stringContaining('input.id: expected an id that starts with "thing-"'),
      { argument: 'input.id', code: 'BAD_USER_INPUT' },
    ]);
  },
);
