import { expect, test } from 'vitest';
import { readCommand } from './readCommand.ts';

const STAGING = { graph: 'shop', variant: 'staging' };

test.each([
  [[], { name: 'help' }],
  [['check', '--help'], { name: 'help' }],
  [['serve'], { name: 'serve' }],
  [['publish', 'shop@staging'], { name: 'publish', ref: STAGING, what: { islands: [] } }],
  [
    ['publish', 'shop', 'a', 'b'],
    { name: 'publish', ref: { graph: 'shop', variant: 'current' }, what: { islands: ['a', 'b'] } },
  ],
  [
    ['check', 'shop@staging', '--name', 'a', '--schema', 'a.graphql', '--json'],
    { name: 'check', ref: STAGING, what: { name: 'a', file: 'a.graphql', url: null }, format: 'json' },
  ],
  [
    ['diff', 'shop@staging', '3', '5', '--markdown'],
    { name: 'diff', ref: STAGING, from: 3, to: 5, format: 'markdown' },
  ],
  [['diff', 'shop@staging'], { name: 'diff', ref: STAGING, from: null, to: null, format: 'text' }],
  [['rollback', 'shop@staging', '12'], { name: 'rollback', ref: STAGING, number: 12 }],
  [['promote', 'shop@staging', 'production'], { name: 'promote', ref: STAGING, to: 'production' }],
  [['keys', 'shop'], { name: 'keys', graph: 'shop', what: { name: 'list' } }],
  [
    ['keys', 'shop', 'create', 'CI', '--role', 'publish', '--role', 'CHECK', '--variant', 'staging'],
    {
      name: 'keys',
      graph: 'shop',
      what: { name: 'create', keyName: 'CI', roles: ['publish', 'check'], variants: ['staging'], expiresAt: null },
    },
  ],
])('%j is understood', (args, command) => {
  expect(readCommand(args)).toEqual(command);
});

test.each([
  [['burn'], /Expected one of serve, help, publish.*got "burn"/],
  [['publish'], /Expected a graph and variant after publish, got nothing/],
  [['publish', 'a@b@c'], /Expected a graph and a variant/],
  [['publish', 'shop', '--json'], /publish takes no --json/],
  [['publish', 'shop', '--name', 'a'], /Expected --name and --schema together/],
  [['publish', 'shop', 'a', '--name', 'a', '--schema', 'b'], /Expected islands or --name, not both/],
  [['check', 'shop', '--json', '--markdown'], /Expected --markdown or --json, not both/],
  [['check', 'shop', '--wrong'], /Unknown option '--wrong'/],
  [['diff', 'shop', '1', '2', '3'], /at most two numbers/],
  [['rollback', 'shop', '-1'], /Unknown option '-1'|Expected a number/],
  [['rollback', 'shop', 'first'], /Expected a number from 1, got "first"/],
  [['promote', 'shop'], /Expected one variant, got 0/],
  [
    ['keys', 'shop', 'create', 'CI', '--role', 'king'],
    /Expected --role to be one of publish, check, read, report, admin, got "king"/,
  ],
  [['keys', 'shop', 'list', '--days', '3'], /keys list takes no flags/],
  [['keys', 'shop', 'lend'], /Expected list, create or revoke/],
])('%j is refused with how it is used', (args, reason) => {
  expect(() => readCommand(args)).toThrowError(reason);
  expect(() => readCommand(args)).toThrowError(/npm run registry -- COMMAND/);
});
