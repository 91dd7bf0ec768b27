import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Datatype } from '../../model/tensors.ts';
import { ALL_DATATYPES } from '../fixtures/models.ts';
import { decodeContents, encodeContents } from '../grpc/contents.ts';
import { parseExactJson, writeExactJson } from '../rest/exactJson.ts';
import { DATATYPES, type Element, elementsOf } from './datatypes.ts';
import { decodeJson, encodeJson } from './jsonData.ts';
import { decodeRaw, encodeRaw } from './rawData.ts';

const ELEMENTS: Readonly<Record<Datatype, fc.Arbitrary<Element>>> = {
  BOOL: fc.boolean(),
  UINT8: fc.nat(2 ** 8 - 1),
  UINT16: fc.nat(2 ** 16 - 1),
  UINT32: fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  UINT64: fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }),
  INT8: fc.integer({ min: -(2 ** 7), max: 2 ** 7 - 1 }),
  INT16: fc.integer({ min: -(2 ** 15), max: 2 ** 15 - 1 }),
  INT32: fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }),
  INT64: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  FP32: fc.float(),
  FP64: fc.double(),
  BYTES: fc.uint8Array({ maxLength: 300 }),
};

/** What JSON can carry of them: no NaN, no Infinity, no -0, and of BYTES those that are UTF-8. */
const JSON_ELEMENTS: typeof ELEMENTS = {
  ...ELEMENTS,
  FP32: fc.float({ noDefaultInfinity: true, noNaN: true }).map((value) => value + 0),
  FP64: fc.double({ noDefaultInfinity: true, noNaN: true }).map((value) => value + 0),
  BYTES: fc.string({ unit: 'binary' }).map((text) => new Uint8Array(Buffer.from(text))),
};

interface Rows {
  readonly shape: readonly number[];
  readonly elements: readonly Element[];
}

function tensorOf(element: fc.Arbitrary<Element>): fc.Arbitrary<Rows> {
  return fc.array(fc.nat(4), { minLength: 1, maxLength: 3 }).chain((shape) =>
    fc.record({
      shape: fc.constant(shape),
      elements: fc.array(element, { minLength: elementsOf(shape), maxLength: elementsOf(shape) }),
    }),
  );
}

/** Buffers and Uint8Arrays of the same bytes are the same. */
const plain = (elements: readonly Element[]) =>
  elements.map((element) => (element instanceof Uint8Array ? [...element] : element));

function nest(values: readonly unknown[], [size = 0, ...rest]: readonly number[]): unknown[] {
  if (rest.length === 0) return [...values];
  const row = elementsOf(rest);
  return Array.from({ length: size }, (_, index) => nest(values.slice(index * row, (index + 1) * row), rest));
}

test.each(ALL_DATATYPES)('%s comes back from raw bytes as it went', (datatype) => {
  fc.assert(
    fc.property(tensorOf(ELEMENTS[datatype]), ({ elements }) => {
      const bytes = encodeRaw(datatype, elements);
      expect(plain(decodeRaw(datatype, bytes, elements.length, 'input "x"'))).toEqual(plain(elements));
      const size = DATATYPES[datatype]?.size;
      if (size !== undefined) expect(bytes.length).toBe(size * elements.length);
    }),
  );
});

test.each(ALL_DATATYPES)('%s comes back from JSON as it went, flat and nested', (datatype) => {
  fc.assert(
    fc.property(tensorOf(JSON_ELEMENTS[datatype]), ({ shape, elements }) => {
      const flat = encodeJson(datatype, elements, 'output "x"', 'ask otherwise');
      for (const data of [flat, nest(flat, shape)]) {
        const received = parseExactJson(writeExactJson({ data }));
        const decoded = decodeJson(datatype, Object(received).data, shape, 'input "x"');
        expect(plain(decoded)).toEqual(plain(elements));
      }
    }),
  );
});

test.each(ALL_DATATYPES)('%s comes back from the contents of gRPC as it went', (datatype) => {
  fc.assert(
    fc.property(tensorOf(ELEMENTS[datatype]), ({ elements }) => {
      const decoded = decodeContents(datatype, encodeContents(datatype, elements), elements.length, 'input "x"');
      expect(plain(decoded)).toEqual(plain(elements));
    }),
  );
});

test.each(ALL_DATATYPES)(
  'raw bytes of %s that no client would send are an error or elements, never a crash',
  (datatype) => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), fc.nat(6), (bytes, count) => {
        try {
          expect(encodeRaw(datatype, decodeRaw(datatype, bytes, count, 'input "x"'))).toEqual(Buffer.from(bytes));
        } catch (error) {
          expect(error).toMatchObject({ code: 'BAD_USER_INPUT' });
        }
      }),
    );
  },
);

test.each<[Datatype, unknown, string]>([
  ['UINT8', 256, 'The elements of UINT8 are whole numbers from 0 to 255; got number 256.'],
  ['FP32', 'a', 'The elements of FP32 are numbers that 32 bits can hold; got string a.'],
  ['BYTES', 'text', 'The elements of BYTES are Uint8Arrays; got string text.'],
])('a model whose %s is none fails', (datatype, value, message) => {
  expect(() => encodeRaw(datatype, [value])).toThrow(new TypeError(message));
  expect(() => encodeJson(datatype, [value], 'output "x"', '')).toThrow(new TypeError(message));
  expect(() => encodeContents(datatype, [value])).toThrow(new TypeError(message));
});

test('whole numbers that a double cannot hold keep their digits, and nothing else changes', () => {
  const text =
    '{"a":[9007199254740993,-9223372036854775808,1e20,0.12345678901234566,1234567890123456.5],"9007199254740993":"\\"9007199254740993\\\\"}';
  expect(parseExactJson(text)).toEqual({
    a: [9007199254740993n, -9223372036854775808n, 1e20, 0.12345678901234566, 1234567890123456.5],
    '9007199254740993': '"9007199254740993\\',
  });
  expect(() => parseExactJson('[00000000000000001]')).toThrow(SyntaxError);
  expect(() => parseExactJson('["9007199254740993')).toThrow(SyntaxError);
});

test('exact JSON is what JSON.stringify writes, and is read as JSON.parse reads it', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
      const text = JSON.stringify(value);
      expect(writeExactJson(JSON.parse(text))).toBe(text);
      // Bigint past 2^53 is what the number was, digit by digit.
      expect(writeExactJson(parseExactJson(text))).toBe(text);
    }),
  );
});
