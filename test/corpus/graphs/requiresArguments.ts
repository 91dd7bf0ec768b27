import { defineGraph, input, type Row } from '../graph.ts';

/** Two @requires of one field with different arguments, beside the client's own arguments. */
export const requiresArguments = defineGraph({
  name: 'requiresArguments',
  seeds: 20,
  subgraphs: {
    goods: `
      type Query { goods: [Good!]! good(id: ID!): Good }
      type Good @key(fields: "id") { id: ID! price(currency: String!): Int weight(unit: Unit = GRAM): Float name: String! maker: Maker }
      type Maker { rank(year: Int): Int }
      enum Unit { GRAM POUND }
    `,
    estimates: `
      type Good @key(fields: "id") {
        id: ID! price(currency: String!): Int @external weight(unit: Unit = GRAM): Float @external maker: Maker @external
        shipping: Int @requires(fields: "price(currency: \\"USD\\") weight")
        shippingEUR: Int @requires(fields: "price(currency: \\"EUR\\") weight")
        shippingUS: Float @requires(fields: "weight(unit: POUND)")
        fame: Int @requires(fields: "maker { rank(year: 2020) }")
        fading: Int @requires(fields: "maker { rank(year: 2024) }")
        plain: String
      }
      type Maker { rank(year: Int): Int @external }
      enum Unit { GRAM POUND }
    `,
  },
  create: () => {
    const goods: Row[] = [
      { __typename: 'Good', id: '1', name: 'lamp', usd: 50, eur: 40, grams: 908, plain: 'p1', base: 3 },
      { __typename: 'Good', id: '2', name: 'rug', usd: 125, eur: 100, grams: 454, plain: null, base: null },
    ];
    const find = ({ id }: Row): Row | null => goods.find((each) => each.id === id) ?? null;
    const price = (good: Row, currency: unknown): unknown =>
      currency === 'USD' ? good.usd : currency === 'EUR' ? good.eur : null;
    const weight = (good: Row, unit: unknown): number =>
      unit === 'POUND' ? Number(good.grams) / 454 : Number(good.grams);
    const priceIn = (good: Row, currency: string): number => Number(input(good, 'price', () => price(good, currency)));
    const rank = (good: Row, year: number): number | null => {
      const maker = input(good, 'maker', ({ base }) => (base === null ? null : { rank: Number(base) + year }));
      return maker === null ? null : Number((maker as Row).rank);
    };
    return {
      find: { Good: find },
      resolvers: {
        Query: { goods: () => goods, good: (_, { id }) => find({ id }) },
        Good: {
          price: (good, { currency }) => price(good, currency),
          weight: (good, { unit }) => weight(good, unit),
          maker: ({ base }) => (base === null ? null : { base }),
          shipping: (good) => priceIn(good, 'USD') + Number(input(good, 'weight', () => weight(good, 'GRAM'))),
          shippingEUR: (good) => priceIn(good, 'EUR') + Number(input(good, 'weight', () => weight(good, 'GRAM'))),
          shippingUS: (good) => Number(input(good, 'weight', () => weight(good, 'POUND'))) * 2,
          fame: (good) => rank(good, 2020),
          fading: (good) => rank(good, 2024),
        },
        Maker: { rank: ({ base }, { year }) => (year == null ? null : Number(base) + Number(year)) },
      },
    };
  },
  samples: { id: ['1', '2', 'gone'], currency: ['USD', 'EUR', 'IDR'], year: [2020, 2021] },
  operations: [
    { name: 'one of the two', query: '{ goods { shippingEUR } }' },
    { name: 'both', query: '{ goods { shipping shippingEUR } }' },
    { name: 'both, and what needs neither', query: '{ goods { plain shipping shippingEUR name } }' },
    { name: 'three inputs with different arguments', query: '{ goods { shipping shippingEUR shippingUS plain } }' },
    {
      name: "both beside the client's own arguments",
      query: '{ goods { price(currency: "USD") shippingEUR shipping weight(unit: POUND) } }',
    },
    {
      name: 'both beside other arguments yet',
      query: '{ goods { p: price(currency: "IDR") shippingEUR shipping w: weight } }',
    },
    { name: 'nested fields with different arguments', query: '{ goods { fame fading maker { rank(year: 1999) } } }' },
    {
      name: 'all at once under aliases',
      query: '{ goods { price: plain a: shipping b: shippingEUR c: shippingUS d: fame e: fading } }',
    },
    { name: 'a single entity', query: '{ good(id: "2") { shipping shippingEUR fame } }' },
  ],
});
