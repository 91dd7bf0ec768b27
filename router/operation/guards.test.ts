import { expect, test } from 'vitest';
import type { Identity } from '../../kit/context.ts';
import { loadTestSnapshot, type TestFetch, testCaller } from '../testSnapshot.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9",
  import: ["@key", "@authenticated", "@requiresScopes", "@policy"])`;

const sdls = {
  users: `${LINK}
    type Query { me: User @authenticated pets: [Pet!]! any: Result version: String }
    type Mutation { erase: Int @requiresScopes(scopes: [["admin"], ["owner", "write"]]) touch: Int }
    type User @key(fields: "id") { id: ID! name: String mail: String! @requiresScopes(scopes: [["mail"]]) }
    interface Pet { id: ID! chip: String }
    type Cat implements Pet { id: ID! chip: String @authenticated lives: Int }
    type Dog implements Pet { id: ID! chip: String bark: String }
    union Result = Cat | Vault
    type Vault @authenticated { gold: Int }`,
  extra: `${LINK}
    type User @key(fields: "id") { id: ID! score: Int @policy(policies: [["own"]]) key: Secret note: String }
    scalar Secret @requiresScopes(scopes: [["secrets"]])`,
};

const ada: Identity = { subject: 'ada', tenant: null, scopes: ['write'] };

async function load() {
  const asked: string[] = [];
  const users: TestFetch = async ({ query }) => {
    asked.push(query);
    return {
      data: {
        version: 'v1',
        touch: 1,
        erase: 1,
        me: { __typename: 'User', id: '1', name: 'Ada', mail: 'a@x.test' },
        any: { __typename: 'Vault', gold: 7 },
        pets: [
          { __typename: 'Cat', id: 'c', chip: 'secret', lives: 9 },
          { __typename: 'Dog', id: 'd', chip: 'open', bark: 'woof' },
        ],
      },
    };
  };
  const extra: TestFetch = async ({ query }) => {
    asked.push(query);
    return { data: { _entities: [{ score: 3, key: 'k', note: 'n' }] } };
  };
  const snapshot = await loadTestSnapshot(sdls, { users, extra });
  const ask = async (query: string, identity?: Identity) => {
    const { json } = await snapshot.execute({ query }, testCaller(identity && { identity }));
    return JSON.parse(json);
  };
  return { ask, asked };
}

const denied = (code: 'UNAUTHENTICATED' | 'FORBIDDEN', ...path: (string | number)[]) =>
  expect.objectContaining({ path, extensions: { code } });

test('what needs an identity is null for nobody, with an error, and is not fetched', async () => {
  const { ask, asked } = await load();
  expect(await ask('{ me { name } version }')).toEqual({
    data: { me: null, version: 'v1' },
    errors: [denied('UNAUTHENTICATED', 'me')],
  });
  expect(asked).toEqual(['{version}']);
  expect(await ask('{ me { name } version }', ada)).toEqual({ data: { me: { name: 'Ada' }, version: 'v1' } });
});

test('scopes are any of several sets, each of which must be there wholly', async () => {
  const { ask, asked } = await load();
  expect(await ask('mutation { touch erase }', ada)).toEqual({
    data: { touch: 1, erase: null },
    errors: [denied('FORBIDDEN', 'erase')],
  });
  expect(asked).toEqual(['mutation{touch}']);
  for (const scopes of [['admin'], ['write', 'owner']]) {
    expect(await ask('mutation { erase }', { ...ada, scopes })).toEqual({ data: { erase: 1 } });
  }
});

test('a denied field that may not be null takes its parent with it', async () => {
  const { ask } = await load();
  expect(await ask('{ me { name mail } version }', ada)).toEqual({
    data: { me: null, version: 'v1' },
    errors: [denied('FORBIDDEN', 'me', 'mail')],
  });
});

test('guards on the type that a field returns, and policies, which nobody meets', async () => {
  const { ask, asked } = await load();
  expect(await ask('{ me { score key note } }', { ...ada, scopes: ['secret'] })).toEqual({
    data: { me: { score: null, key: null, note: 'n' } },
    errors: [denied('FORBIDDEN', 'me', 'score'), denied('FORBIDDEN', 'me', 'key')],
  });
  expect(asked.join()).not.toMatch(/score|key/);
  expect(await ask('{ me { key } }', { ...ada, scopes: ['secrets'] })).toEqual({ data: { me: { key: 'k' } } });
});

test('a guard on one type of an interface or a union', async () => {
  const { ask } = await load();
  expect(
    await ask('{ pets { id ... on Cat { chip lives } ... on Dog { chip } } any { ... on Vault { gold } } }'),
  ).toEqual({
    data: {
      pets: [
        { id: 'c', chip: null, lives: 9 },
        { id: 'd', chip: 'open' },
      ],
      any: { gold: null },
    },
    errors: [denied('UNAUTHENTICATED', 'pets', 0, 'chip'), denied('UNAUTHENTICATED', 'any', 'gold')],
  });
  const { data } = await ask('{ pets { id chip } }');
  expect(JSON.stringify(data)).not.toContain('secret');
});
