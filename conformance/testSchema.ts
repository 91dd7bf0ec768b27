import { buildSubgraphSchema } from '@apollo/subgraph';
import { GraphQLError, type GraphQLObjectType, type GraphQLSchema, parse } from 'graphql';
import type { Sample } from './sample.ts';

const LINK = `extend schema
  @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@external", "@requires", "@shareable", "@composeDirective"])
  @link(url: "https://archipelago.dev/ai/v0.1", import: ["@deadline"])
  @composeDirective(name: "@deadline")
directive @deadline(ms: Int!) on FIELD_DEFINITION
`;

const TYPES = `
type Query { mug(id: ID!): Mug }
type Mug @key(fields: "id") @key(fields: "maker { name } number") { id: ID! maker: Maker! number: Int! price: Float }
type Maker { name: String! }
type Review @key(fields: "id") {
  id: ID!
  body: String! @external
  language: Language @external
  product: Product
  mood: Mood @requires(fields: "body language { code }") @deadline(ms: 300)
}
type Product @key(fields: "id", resolvable: false) { id: ID! }
type Language { code: String! @external }
type Mood { label: Label! model: ModelVersion! }
type ModelVersion @shareable { name: String! version: String! }
enum Label { GOOD BAD }
`;

const MUG = { id: 'mug-1', maker: { name: 'Tanah' }, number: 7, price: 12.5 };
const REVIEW = { id: 'review-1', body: 'It holds tea.', language: { code: 'en' } };

/** What the test subgraph has. */
export const testSamples: readonly Sample[] = [
  { typename: 'Mug', fields: { id: MUG.id, maker: MUG.maker, number: MUG.number } },
  { typename: 'Review', fields: REVIEW },
];

/** A data island and an AI island in one, but for what `broken` names. */
export function createTestSchema(broken: string | undefined): GraphQLSchema {
  const schema = buildSubgraphSchema({ typeDefs: parse(LINK + TYPES), resolvers: resolvers(broken) });
  const { sdl } = (schema.getType('_Service') as GraphQLObjectType).getFields();
  if (sdl) sdl.resolve = () => brokenSdl(broken);
  return schema;
}

function brokenSdl(broken: string | undefined): string {
  switch (broken) {
    case 'service.sdl':
      return 'type Mug { id }';
    case 'service.federation2':
      return 'type Query { mug: Mug } type Mug @key(fields: "id") { id: ID! }';
    case 'service.composes':
      return LINK.replace('(name: "@deadline")', '(name: "@patience")') + TYPES;
    case 'service.modelVersion':
      return LINK + TYPES.replace('ModelVersion @shareable', 'ModelVersion');
    case 'service.deadlines':
      return LINK + TYPES.replace('mood: Mood', 'mood: Mood!');
    default:
      return LINK + TYPES;
  }
}

interface Reference {
  readonly id?: unknown;
  readonly maker?: { readonly name: unknown };
  readonly number?: unknown;
}

function resolvers(broken: string | undefined) {
  const findMug = (reference: Reference) => {
    if (reference.id !== undefined) return reference.id === MUG.id ? MUG : null;
    if (reference.maker === undefined) throw refuse();
    if (broken === 'entities.known') return null;
    return reference.maker.name === MUG.maker.name && reference.number === MUG.number ? MUG : null;
  };
  return {
    Mug: {
      // What an async function throws is told of one entity; what a plain one throws is told of all.
      __resolveReference: broken === 'entities.partial' ? findMug : async (reference: Reference) => findMug(reference),
    },
    Maker: { name: ({ name }: { name: string }) => name },
    Review: {
      __resolveReference: async (reference: Reference) => {
        if (typeof reference.id !== 'string') throw refuse();
        return reference;
      },
      mood: () => ({ label: 'GOOD', model: { name: 'mood', version: '1.0.0' } }),
    },
  };
}

function refuse(): GraphQLError {
  return new GraphQLError('Expected a key.', { extensions: { code: 'BAD_USER_INPUT' } });
}
