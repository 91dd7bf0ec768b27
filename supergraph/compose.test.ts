import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { composeSupergraph, type ServiceSdl } from './compose.ts';
import { readServices } from './services.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires"])\n';

function service(name: string, sdl: string): ServiceSdl {
  return { name, url: `http://${name}.test/graphql`, sdl: LINK + sdl };
}

const reviews = service(
  'reviews',
  'type Review @key(fields: "id") { id: ID! body: String! }\ntype Query { reviews: [Review] }',
);

test('the committed supergraph is what the islands compose to', async () => {
  const committed = readFileSync(new URL('./supergraph.graphql', import.meta.url), 'utf8');
  expect(composeSupergraph(await readServices())).toBe(committed);
});

test('the supergraph carries the deadlines of AI fields', () => {
  const committed = readFileSync(new URL('./supergraph.graphql', import.meta.url), 'utf8');
  expect(committed).toMatch(/sentiment: Sentiment @join__field\([^)]*requires: "body"[^)]*\) @deadline\(ms: \d+\)/);
});

test('subgraphs that disagree are told with both places', () => {
  const other = service('other', 'type Review @key(fields: "id") {\n  id: ID!\n  body: Int!\n}');
  expect(() => composeSupergraph([reviews, other])).toThrowError(
    [
      'Type of field "Review.body" is incompatible across subgraphs: it has type "Int!" in subgraph "other" but type "String!" in subgraph "reviews" (FIELD_TYPE_MISMATCH)',
      '    at other/schema.graphql:4  body: Int!',
      '    at reviews/schema.graphql:2  type Review @key(fields: "id") { id: ID! body: String! }',
    ].join('\n'),
  );
});

test('a fault of one subgraph is told with its coordinate, line and rule', () => {
  const sentiment = service(
    'sentiment',
    'type Review @key(fields: "id") {\n  id: ID!\n  mood: Float @requires(fields: "text")\n}',
  );
  expect(() => composeSupergraph([reviews, sentiment])).toThrowError(
    /\[sentiment\] On field "Review\.mood", for @requires\(fields: "text"\).*\(REQUIRES_INVALID_FIELDS\)\n {4}at sentiment\/schema\.graphql:4 {2}mood: Float/,
  );
});

test('SDL that does not parse is told with its subgraph and line', () => {
  expect(() => composeSupergraph([reviews, service('broken', 'type Review {\n  id: \n}')])).toThrowError(
    /\[broken\] Syntax Error: .*\(INVALID_GRAPHQL\)\n {4}at broken\/schema\.graphql:4/,
  );
});
