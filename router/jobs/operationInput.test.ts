import { expect, test } from 'vitest';
import { operationInput, toOperationInput } from './operationInput.ts';

const query = '{ me }';

test('of headers those are kept that belong to the operation and prove nothing', () => {
  const kept = ['accept-language', 'x-tenant', 'idempotency-key', 'x-feature'];
  const dropped = [
    ...[
      'authorization',
      'proxy-authorization',
      'cookie',
      'cookie2',
      'x-api-key',
      'apikey',
      'x-auth-user',
      'x-csrf-token',
    ],
    ...['x-session-id', 'x-amz-signature', 'x-password', 'x-client-secret', 'x-request-id', 'traceparent', 'baggage'],
  ];
  const headers = [...kept, ...dropped].map((name) => [name, 'value'] as const);
  expect(toOperationInput({ query }, headers).headers.map(([name]) => name)).toEqual(kept);
});

test('equal operations are kept as equal text, whatever they leave out', () => {
  const texts = [
    { query },
    { query, variables: null, operationName: undefined },
    { operationName: undefined, variables: undefined, query, readOnly: true },
  ].map((request) => JSON.stringify(toOperationInput(request, [])));
  expect(new Set(texts)).toEqual(new Set(['{"query":"{ me }","headers":[]}']));
});

test('variables are kept by any name', () => {
  const variables: Record<string, unknown> = JSON.parse('{"__proto__":{"a":1},"constructor":2}');
  const input = operationInput.parse(JSON.parse(JSON.stringify(toOperationInput({ query, variables }, []))));
  expect(JSON.stringify(input.variables)).toBe('{"__proto__":{"a":1},"constructor":2}');
});

test.each([{}, { query: 1, headers: [] }, { query, headers: [['a']] }, { query, headers: [], variables: 'x' }])(
  'what is no operation is refused: %j',
  (stored) => expect(operationInput.safeParse(stored).success).toBe(false),
);
