import { defineGraph, input, type Row } from '../graph.ts';

/** Chains of @requires through four subgraphs, nested and through lists, on composite inputs. */
export const chain = defineGraph({
  name: 'chain',
  seeds: 20,
  subgraphs: {
    a: `
      type Query { tickets: [Ticket!]! ticket(id: ID!): Ticket }
      type Ticket @key(fields: "id") { id: ID! text: String! parts: [Part!]! box: Box }
      type Part { sku: ID! count: Int! }
      type Box { w: Int! h: Int tags: [String!] }
    `,
    language: `
      type Ticket @key(fields: "id") { id: ID! text: String! @external language: Language @requires(fields: "text") }
      type Language { code: String! }
    `,
    mood: `
      type Ticket @key(fields: "id") { id: ID! text: String! @external language: Language @external mood: Mood @requires(fields: "text language { code }") topic: String @requires(fields: "language { code }") }
      type Language { code: String! @external }
      type Mood { label: String! strength: Float }
    `,
    reply: `
      type Ticket @key(fields: "id") {
        id: ID! mood: Mood @external topic: String @external reply(polite: Boolean): String @requires(fields: "mood { label } topic")
        parts: [Part!]! @external box: Box @external freight: Int @requires(fields: "parts { count } box { w h tags }")
      }
      type Mood { label: String! @external }
      type Part { count: Int! @external }
      type Box { w: Int! @external h: Int @external tags: [String!] @external }
    `,
  },
  create: () => {
    const tickets: Row[] = [
      {
        id: '1',
        text: 'broken lamp',
        parts: [
          { sku: 'l', count: 2 },
          { sku: 'b', count: 1 },
        ],
        box: { w: 3, h: 4, tags: ['x'] },
      },
      { id: '2', text: 'lampu rusak', parts: [], box: { w: 5, h: null, tags: null } },
      { id: '3', text: '???', parts: [{ sku: 'q', count: 9 }], box: null },
    ].map((ticket) => ({ __typename: 'Ticket', ...ticket }));
    const find = ({ id }: Row): Row | null => tickets.find((each) => each.id === id) ?? null;
    const languageOf = ({ text }: Row): Row | null =>
      text === '???' ? null : { code: String(text).includes('rusak') ? 'id' : 'en' };
    const codeOf = (ticket: Row): string | null => {
      const language = input(ticket, 'language', languageOf);
      return language ? String((language as Row).code) : null;
    };
    const moodOf = (ticket: Row): Row | null => {
      const code = codeOf(ticket);
      return code === null
        ? null
        : {
            label: `${code}:${String(input(ticket, 'text', (row) => row.text)).length > 11 ? 'long' : 'short'}`,
            strength: 0.5,
          };
    };
    const topicOf = (ticket: Row): string | null => (codeOf(ticket) === 'en' ? 'damage' : null);
    return {
      find: { Ticket: find },
      resolvers: {
        Query: { tickets: () => tickets, ticket: (_, { id }) => find({ id }) },
        Ticket: {
          language: languageOf,
          mood: moodOf,
          topic: topicOf,
          reply: (ticket, { polite }) => {
            const mood = input(ticket, 'mood', moodOf) as Row | null;
            const topic = input(ticket, 'topic', topicOf);
            return `${polite ? 'Dear: ' : ''}${mood?.label ?? 'unknown'}/${topic ?? 'none'}`;
          },
          freight: (ticket) => {
            const parts = input(ticket, 'parts', (row) => row.parts);
            const box = input(ticket, 'box', (row) => row.box);
            const count = (parts as Row[]).reduce((sum, part) => sum + Number(part.count), 0);
            return box ? count * Number((box as Row).w) * Number((box as Row).h ?? 1) : count;
          },
        },
      },
    };
  },
  samples: { id: ['1', '2', 'gone'] },
  operations: [
    { name: 'the end of the chain only', query: '{ tickets { reply } }' },
    {
      name: 'the end of the chain twice with arguments',
      query: '{ tickets { a: reply(polite: true) b: reply(polite: false) reply } }',
    },
    { name: 'every link', query: '{ tickets { text language { code } mood { label strength } topic reply freight } }' },
    {
      name: 'links under other names',
      query: '{ tickets { language: text mood: topic text: language { code } topic: mood { code: label } reply } }',
    },
    { name: 'an input list of objects', query: '{ tickets { freight parts { sku } } }' },
    {
      name: 'a link under a condition',
      query: 'query ($a: Boolean!) { tickets { mood @include(if: $a) { label } reply } }',
      variables: { a: false },
    },
    {
      name: 'the end under a condition',
      query: 'query ($a: Boolean!) { tickets { mood { strength } reply @include(if: $a) } }',
      variables: { a: false },
    },
    { name: 'one that is not there', query: '{ ticket(id: "gone") { reply } }' },
  ],
});
