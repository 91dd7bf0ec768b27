import { describe, expect, test } from 'vitest';
import { readPreferences } from './preferences.ts';

const asked = { respondAsync: true, wait: null };
const notAsked = { respondAsync: false, wait: null };

describe('a Prefer header', () => {
  test.each([
    ['the preference alone', 'respond-async', asked],
    ['in any case', 'Respond-Async', asked],
    ['in a list with a wait', 'respond-async, wait=10', { respondAsync: true, wait: 10 }],
    ['in another order, with empty members', ' ,wait = "7" ,, respond-async ', { respondAsync: true, wait: 7 }],
    ['with parameters, which nobody knows', 'respond-async; x; y="a, b;c" , wait=1;z', { respondAsync: true, wait: 1 }],
    ['with an empty value, which is none', 'respond-async=""', asked],
    ['behind a quoted value with commas and quotes', 'foo="a, \\", respond-async", respond-async', asked],
    ['twice: the first wait counts', 'wait=1, respond-async, wait=2', { respondAsync: true, wait: 1 }],
  ])('asks for a later answer: %s', (_, header, expected) => expect(readPreferences(header)).toEqual(expected));

  test.each([
    ['nothing', ''],
    ['another preference', 'return=minimal'],
    ['only in a quoted value', 'foo="respond-async"'],
    ['only as a parameter', 'foo; respond-async'],
    ['with a value that it does not have', 'respond-async=yes'],
    ['as part of another name', 'respond-asynchronously, x-respond-async'],
    ['behind a quote that never ends', 'foo="bar, respond-async'],
    ['with a space in its name', 'respond async'],
  ])('does not ask for one: %s', (_, header) => expect(readPreferences(header)).toEqual(notAsked));

  test.each(['wait=soon', 'wait=-1', 'wait=1.5', 'wait', 'wait=12345678901'])(
    'has a wait that is no number of seconds: %s',
    (header) => expect(readPreferences(header).wait).toBeNull(),
  );

  test('of any length is read in no time', () => {
    const started = performance.now();
    for (const part of ['x=" ', ', ', '"\\', ' ', 'a;', '="']) readPreferences(part.repeat(16_384 / part.length));
    expect(performance.now() - started).toBeLessThan(200);
  });
});
