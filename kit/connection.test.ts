import { describe, expect, test } from 'vitest';
import { type PageArguments, readPage, toConnection } from './connection.ts';
import { CodedError } from './errors.ts';
import { isNewestFirstKey, type NewestFirstKey, newestFirstKey } from './newestFirst.ts';

const LIMITS = { of: 'things', default: 2, max: 3 };
const things = ['d', 'c', 'b', 'a'].map((name, index) => ({
  id: `thing-${name}`,
  createdAt: new Date(Date.UTC(2026, 0, 4 - index)),
}));

/** What a store does: what follows the key, one more than the page holds. */
function pageOf(given: PageArguments) {
  const page = readPage(given, LIMITS, isNewestFirstKey);
  const start = page.after === null ? 0 : things.findIndex(({ id }) => id === page.after?.[1]) + 1;
  return toConnection(things.slice(start, start + page.first + 1), page, newestFirstKey);
}

const cursor = (...parts: unknown[]) => Buffer.from(JSON.stringify(parts)).toString('base64url');

describe('a connection', () => {
  test('shows the default number and says that more follow', () => {
    const { nodes, edges, pageInfo } = pageOf({});
    expect(nodes.map(({ id }) => id)).toEqual(['thing-d', 'thing-c']);
    expect(edges.map(({ node }) => node)).toEqual(nodes);
    expect(pageInfo).toEqual({
      hasNextPage: true,
      hasPreviousPage: false,
      startCursor: edges[0]?.cursor,
      endCursor: edges[1]?.cursor,
    });
  });

  test('continues after a cursor up to the last item', () => {
    const { endCursor } = pageOf({}).pageInfo;
    const rest = pageOf({ first: 3, after: endCursor });
    expect(rest.nodes.map(({ id }) => id)).toEqual(['thing-b', 'thing-a']);
    expect(rest.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
    expect(pageOf({ after: rest.pageInfo.endCursor }).pageInfo).toEqual({
      hasNextPage: false,
      hasPreviousPage: true,
      startCursor: null,
      endCursor: null,
    });
  });

  test('of no items still tells whether there are any', () => {
    expect(pageOf({ first: 0 })).toMatchObject({ nodes: [], pageInfo: { hasNextPage: true, endCursor: null } });
  });

  test('takes null as left out, as clients send it', () => {
    expect(pageOf({ first: null, after: null }).nodes.length).toBe(2);
  });
});

describe('a page is refused', () => {
  const refusal = (given: PageArguments): unknown => {
    try {
      return pageOf(given);
    } catch (error) {
      return error instanceof CodedError ? [error.message, error.extensions] : error;
    }
  };

  test.each([-1, 4, 1.5, Number.NaN])('for %s items', (first) => {
    expect(refusal({ first })).toEqual([
      `first: expected a number from 0 to 3, got ${first}. Ask for fewer and continue with after.`,
      { argument: 'first', code: 'BAD_USER_INPUT' },
    ]);
  });

  const key: NewestFirstKey = ['2026-01-01T00:00:00.000Z', 'thing-a'];
  test.each([
    ['that is empty', ''],
    ['that is no cursor', 'thing-a'],
    ['of another list', cursor('reviews', ...key)],
    ['with a date that is none', cursor('things', '2026-02-31T00:00:00.000Z', 'thing-a')],
    ['with an id that is none', cursor('things', key[0], "a'; drop table")],
    ['with too little in it', cursor('things', key[0])],
    ['with an object in it', cursor('things', { toString: 'x' }, 'thing-a')],
    ['that is very long', cursor('things', key[0], 'a'.repeat(10_000))],
  ])('after a cursor %s', (_, after) => {
    const shown = JSON.stringify(after.length > 60 ? `${after.slice(0, 60)}…` : after);
    expect(refusal({ after })).toEqual([
      `after: expected the endCursor or an edge's cursor of an earlier page of things, got ${shown}.`,
      { argument: 'after', code: 'BAD_USER_INPUT' },
    ]);
  });
});
