import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { lint } from './lint.ts';

const found = (sdl: string) =>
  lint(sdl).map(({ rule, coordinate, level, start }) => [rule, coordinate, level, start.line]);

test('our own islands have nothing that a rule minds as an error', () => {
  const subgraphs = new URL('../../subgraphs/', import.meta.url);
  const islands = readdirSync(subgraphs, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(islands.length).toBeGreaterThan(8);
  for (const { name } of islands) {
    const sdl = readFileSync(new URL(`${name}/schema.graphql`, subgraphs), 'utf8');
    expect(lint(sdl).filter(({ level }) => level === 'ERROR')).toEqual([]);
  }
});

test('names have the form of their kind', () => {
  const sdl = `"." type user_profile { "." First_name("." Max_size: Int): String }
"." enum Mood { "." happy "." VERY_SAD }
"." input Filter { "." MaxPrice: Int }`;
  expect(found(sdl)).toEqual([
    ['TYPE_NAMES_SHOULD_BE_PASCAL_CASE', 'user_profile', 'ERROR', 1],
    ['FIELD_NAMES_SHOULD_BE_CAMEL_CASE', 'user_profile.First_name', 'ERROR', 1],
    ['FIELD_NAMES_SHOULD_BE_CAMEL_CASE', 'user_profile.First_name(Max_size:)', 'ERROR', 1],
    ['ENUM_VALUES_SHOULD_BE_SCREAMING_SNAKE_CASE', 'Mood.happy', 'ERROR', 2],
    ['FIELD_NAMES_SHOULD_BE_CAMEL_CASE', 'Filter.MaxPrice', 'ERROR', 3],
  ]);
});

test('everything is described, and every deprecation says what to use instead', () => {
  const sdl = `type Query {
  "." products: [String] @deprecated(reason: "Use search.")
  items: [String]
  "." old: [String] @deprecated
}`;
  expect(found(sdl)).toEqual([
    ['ALL_ELEMENTS_REQUIRE_DESCRIPTION', 'Query.items', 'WARNING', 3],
    ['DEPRECATED_DIRECTIVE_SHOULD_HAVE_A_REASON', 'Query.old', 'ERROR', 4],
  ]);
});

test('fields that a model answers are nullable, have a deadline, and tell their model', () => {
  const sdl = `"." type ModelVersion { "." name: String! "." version: String! }
"." type Mood { "." label: String! "." model: ModelVersion! }
"." type Review @key(fields: "id") {
  "." id: ID!
  "." mood: Mood! @deadline(ms: 100)
  "." otherMood: Mood
  "." fine: Mood @deadline(ms: 100)
  "." score: Float @deadline(ms: 100)
}
"." type Query { "." moods: [Mood!]! }`;
  expect(found(sdl)).toEqual([
    ['AI_FIELDS_ARE_NULLABLE', 'Review.mood', 'ERROR', 5],
    ['AI_FIELDS_HAVE_DEADLINES', 'Review.otherMood', 'ERROR', 6],
    ['AI_FIELDS_TELL_THEIR_MODEL', 'Review.score', 'WARNING', 8],
    ['AI_FIELDS_ARE_NULLABLE', 'Query.moods', 'ERROR', 10],
    ['AI_FIELDS_HAVE_DEADLINES', 'Query.moods', 'ERROR', 10],
  ]);
});

test('places are told in lines, columns and bytes', () => {
  const [first] = lint('"é" type Query {\n  naïve_: Int\n}'.replace('naïve_', 'bad_name'));
  expect(first).toMatchObject({
    start: { line: 2, column: 3, byteOffset: 20 },
    end: { line: 2, column: 16, byteOffset: 33 },
  });
});

test('a schema that does not parse is left to composition', () => {
  expect(lint('type {')).toEqual([]);
});
