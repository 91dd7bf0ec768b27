import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnswerTree } from '../operation/plan.ts';
import { compileReader } from './compileReader.ts';

const answers: AnswerTree = { topProducts: { upc: null, price: null, maker: { name: null } } };

const leaf = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: fc.constantFrom('"', '\\', '\n', 'a', '\u2028', '\ud800') }),
  fc.double({ noDefaultInfinity: true, noNaN: true }),
  fc.integer(),
  fc.constantFrom(0, -0, 1e15, 1e16, 123456789012345, 1234567890123456, 1e-7, 5e-324),
  fc.boolean(),
  fc.constant(null),
);
const key = fc.constantFrom('a', 'b', 'id', '__typename', 'constructor', '__proto__', 'ünïcode "quoted"');
/** A tree of answers and data of its form. */
const { answer } = fc.letrec<{ answer: readonly [AnswerTree, object]; value: readonly [AnswerTree | null, unknown] }>(
  (tie) => ({
    answer: fc.uniqueArray(fc.tuple(key, tie('value')), { selector: ([name]) => name, maxLength: 4 }).map((members) => {
      const tree = Object.fromEntries(members.map(([name, [inside]]) => [name, inside]));
      const data = Object.fromEntries(members.map(([name, [, value]]) => [name, value]));
      return [tree, data] as const;
    }),
    value: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf.map((value) => [null, value] as const),
      fc.array(fc.oneof(leaf, fc.array(leaf))).map((values) => [null, values] as const),
      tie('answer'),
      tie('answer').map(([tree, data]) => [tree, [data, null, [data]]] as const),
    ),
  }),
);

/** A key `constructor` confuses `toStrictEqual`. */
function expectSame(read: unknown, expected: unknown): void {
  if (!isDeepStrictEqual(read, expected)) expect.fail(`${JSON.stringify(read)} is not ${JSON.stringify(expected)}`);
}

test('what it reads is what JSON.parse reads', () => {
  fc.assert(
    fc.property(answer, fc.constantFrom('', '\n'), ([tree, data], end) => {
      const text = JSON.stringify({ data }) + end;
      expectSame(compileReader(tree)(text), JSON.parse(text).data);
    }),
    { numRuns: 2_000 },
  );
});

test('it reads no text that is not JSON, and none otherwise than JSON.parse', () => {
  const character = fc.constantFrom(...'{}[]",:\\0123456789.-+eEnulltruefalse \n');
  const change = fc.tuple(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), fc.nat(3), character);
  let accepted = 0;
  fc.assert(
    fc.property(answer, fc.array(change, { minLength: 1, maxLength: 2 }), ([tree, data], changes) => {
      let text = JSON.stringify({ data });
      for (const [place, removed, inserted] of changes) {
        const at = Math.floor(place * text.length);
        text = text.slice(0, at) + inserted + text.slice(at + removed);
      }
      const read = compileReader(tree)(text);
      if (read === undefined) return;
      accepted++;
      // The one thing that it lets pass.
      expectSame(read, JSON.parse(text.replaceAll(/\n(?!$)/g, '\\n')).data);
    }),
    { numRuns: 5_000 },
  );
  expect(accepted).toBeGreaterThan(10);
});

test.each([
  ['errors', '{"errors":[{"message":"no"}],"data":{"topProducts":null}}'],
  ['errors after data', '{"data":{"topProducts":null},"errors":[]}'],
  ['extensions', '{"data":{"topProducts":null},"extensions":{}}'],
  ['another order', '{"data":{"topProducts":[{"price":1,"upc":"1","maker":null}]}}'],
  ['a missing key', '{"data":{"topProducts":[{"upc":"1","maker":null}]}}'],
  ['a key too many', '{"data":{"topProducts":[{"upc":"1","price":1,"maker":null,"more":1}]}}'],
  ['white space', '{"data": {"topProducts": null}}'],
  ['data that is null', '{"data":null}'],
  ['half an answer', '{"data":{"topProducts":[{"upc":"1'],
  ['something after the answer', '{"data":{"topProducts":null}}{}'],
  ['nothing', ''],
])('a text with %s is left to JSON.parse', (_, text) => {
  expect(compileReader(answers)(text)).toBeUndefined();
});

test('lists nested without end do not break the stack', () => {
  expect(compileReader(answers)(`{"data":{"topProducts":${'['.repeat(1_000_000)}`)).toBeUndefined();
});

test('a server that writes JSON in another way is tried again now and then', () => {
  const read = compileReader({ a: null });
  for (let i = 0; i < 1_000; i++) read('{"data": {"a": 1}}');
  const reads = Array.from({ length: 1_000 }, () => read('{"data":{"a":1}}'));
  expect(reads.indexOf(reads.find((data) => data !== undefined))).toBeLessThan(100);
  expect(reads.at(-1)).toEqual({ a: 1 });
});
