import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ENVIRONMENT_VARIABLES, readConfig } from './config.ts';

test('an empty environment gives the defaults, frozen', () => {
  const config = readConfig({});
  expect(config).toMatchObject({ HOST: '127.0.0.1', ARCHIPELAGO_DATA: '.data', LOG_LEVEL: 'info' });
  expect(config.PORT).toBeUndefined();
  expect(Object.isFrozen(config)).toBe(true);
});

test('an empty variable counts as unset', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '' }).PORT).toBeUndefined();
});

test('a bad environment names every variable, what was expected and what came', () => {
  expect(() => readConfig({ PORT: 'http', DATABASE_URL: 'mysql://host/db', LOG_LEVEL: 'loud' })).toThrowError(
    [
      'The environment is not usable:',
      '  PORT: expected a port number from 0 to 65535; got "http"',
      '  DATABASE_URL: expected a URL that starts with postgres:// or postgresql://; got "mysql://host/db"',
      '  LOG_LEVEL: expected one of fatal, error, warn, info, debug, trace, silent; got "loud"',
      'Unset the variable for its default, or see docs/configuration.md.',
    ].join('\n'),
  );
});

test('a secret in a bad URL is not repeated', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://user:hunter2@host/db' })).toThrowError(/mysql:\/\/user:\*\*\*@host/);
});

test('a secret that is too short is not repeated either', () => {
  expect(() => readConfig({ IDENTITY_KEY: 'hunter2' })).toThrowError(
    /IDENTITY_KEY: expected a secret of at least 32 characters; got 7 characters/,
  );
});

test('variables that contradict or miss each other are refused', () => {
  const JWT_SECRET = 'x'.repeat(32);
  expect(() => readConfig({ JWT_SECRET, JWT_JWKS_URL: 'https://id.test/jwks' })).toThrowError(/not both/);
  expect(() => readConfig({ APOLLO_KEY: 'service:archipelago:key' })).toThrowError(/APOLLO_KEY and APOLLO_GRAPH_REF/);
});

test('headers to forward are names in lower case, and none that the router sets itself', () => {
  expect(readConfig({}).FORWARD_HEADERS).toEqual([]);
  expect(readConfig({ FORWARD_HEADERS: 'Accept-Language, x-tenant' }).FORWARD_HEADERS).toEqual([
    'accept-language',
    'x-tenant',
  ]);
  for (const name of ['Host', 'content-length', 'x-archipelago-identity', 'two words', '']) {
    expect(() => readConfig({ FORWARD_HEADERS: `accept-language,${name}` })).toThrowError(/FORWARD_HEADERS/);
  }
});

test('hosts of pictures are names, with a port or without, and no addresses', () => {
  expect(readConfig({}).IMAGE_HOSTS).toEqual([]);
  expect(readConfig({ IMAGE_HOSTS: 'Images.Example.com:443, cdn.example.com:8443' }).IMAGE_HOSTS).toEqual([
    'images.example.com',
    'cdn.example.com:8443',
  ]);
  for (const host of [
    '127.0.0.1',
    '[::1]',
    'localhost',
    'https://a.test',
    'a.test/b',
    '*.a.test',
    '2130706433',
    '0x7f.1',
  ]) {
    expect(() => readConfig({ IMAGE_HOSTS: host })).toThrowError(/IMAGE_HOSTS: expected names of hosts/);
  }
});

test('a port outside 0 to 65535 is refused', () => {
  expect(() => readConfig({ PORT: '70000' })).toThrowError(/PORT: expected a port number from 0 to 65535; got "70000"/);
});

test('docs/configuration.md lists exactly the variables that are read', () => {
  const page = readFileSync(new URL('../docs/configuration.md', import.meta.url), 'utf8');
  const documented = [...page.matchAll(/^\| `([A-Z_]+)` \|/gm)].map(([, name]) => name);
  expect(documented).toEqual(ENVIRONMENT_VARIABLES);
});
