import { defineGraph, type Row } from '../graph.ts';

/** Lists of lists, of scalars, values and entities; value types that two subgraphs fill. */
export const lists = defineGraph({
  name: 'lists',
  seeds: 25,
  subgraphs: {
    board: `
      type Query { board: Board empty: Board rows: [[Cell]!]! cube: [[[Int]]] tour: [[Cell!]] }
      type Board @key(fields: "id") { id: ID! cells: [[Cell!]!]! numbers: [[Int!]] spots: [[Spot!]] words: [String] info: Info @shareable }
      type Cell @key(fields: "at { x y }") { at: Spot! value: Int }
      type Spot @shareable { x: Int! y: Int! }
      type Info @shareable { title: String size: Int }
    `,
    pieces: `
      type Board @key(fields: "id") { id: ID! info: Info @shareable players: [Player!]! }
      type Info @shareable { title: String author: String size: Int }
      type Cell @key(fields: "at { x y }") { at: Spot! piece: Piece neighbours: [[Cell!]!] }
      type Spot @shareable { x: Int! y: Int! }
      type Piece { kind: String! owner: Player moves: [[Spot!]!] }
      type Player { name: String! cells: [Cell!]! }
    `,
  },
  create: () => {
    const cells: Row[][] = [0, 1].map((y) =>
      [0, 1].map((x): Row => ({ __typename: 'Cell', at: { x, y }, value: x === y ? x : null })),
    );
    const cell = (at: unknown): Row | null => {
      const { x, y } = at as Row;
      return cells[Number(y)]?.[Number(x)] ?? null;
    };
    const board: Row = {
      __typename: 'Board',
      id: 'b',
      numbers: [[1, 2], null, []],
      spots: [[{ x: 1, y: 2 }], null],
      words: ['a', null, ''],
      info: { title: 'Go', size: 2, author: 'Li' },
    };
    const players: Row[] = [{ name: 'Ann' }, { name: 'Ben' }];
    return {
      find: { Board: ({ id }) => (id === 'b' ? board : null), Cell: ({ at }) => cell(at) },
      resolvers: {
        Query: {
          board: () => board,
          empty: () => null,
          rows: () => [[cells[0]?.[0], null], []],
          cube: () => [[[1, null], null], null, [[]]],
          tour: () => [cells[0], null, cells[1]],
        },
        Board: { cells: () => cells, players: () => players },
        Cell: {
          piece: ({ at }) => {
            const { x, y } = at as Row;
            return x === y ? { kind: x === 0 ? 'rook' : 'king', owner: players[Number(x)] } : null;
          },
          neighbours: ({ at }) => [[cell({ x: 1 - Number((at as Row).x), y: (at as Row).y })], []],
        },
        Piece: { moves: ({ kind }) => (kind === 'king' ? null : [[{ x: 0, y: 1 }], []]) },
        Player: { cells: ({ name }) => (name === 'Ann' ? [cells[0]?.[0]] : []) },
      },
    };
  },
  operations: [
    { name: 'entities in lists of lists', query: '{ board { cells { value piece { kind } } } }' },
    {
      name: 'entities in lists of lists with nulls',
      query: '{ rows { value piece { kind } } tour { piece { owner { name } } } }',
    },
    { name: 'scalars in three dimensions', query: '{ cube board { numbers words spots { x y } } }' },
    {
      name: 'lists of lists in lists of lists',
      query: '{ board { cells { neighbours { value piece { moves { x } } } } } }',
    },
    { name: 'a composite key', query: '{ board { cells { at { x } piece { kind } } } }' },
    {
      name: 'a composite key under aliases',
      query: '{ board { cells { at: value pos: at { y: x x: y } piece { kind } } } }',
    },
    { name: 'a value that two subgraphs fill', query: '{ board { info { title author size } } }' },
    {
      name: 'a value that two subgraphs fill, renamed',
      query: '{ board { i: info { title: author author: title } info { size } } }',
    },
    { name: 'nothing', query: '{ empty { cells { piece { kind } } players { name } } }' },
    {
      name: 'back from a value to entities',
      query: '{ board { players { name cells { value at { x y } piece { owner { cells { value } } } } } } }',
    },
  ],
});
