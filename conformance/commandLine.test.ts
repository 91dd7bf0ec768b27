import { expect, test } from 'vitest';
import { CodedError } from '../kit/errors.ts';
import { readCommandLine } from './commandLine.ts';

const URL_TEXT = 'http://127.0.0.1:5001/graphql';

function messageFor(...args: string[]): string {
  try {
    readCommandLine(args);
  } catch (error) {
    if (error instanceof CodedError && error.code === 'CONFIG_INVALID') return error.message;
    throw error;
  }
  throw new Error('it was not refused');
}

test('a URL, known entities and headers', () => {
  const args = [
    URL_TEXT,
    '--entity',
    'Mug:{"id":"1","maker":{"name":"a:b"}}',
    '--entity',
    'Cup:{}',
    '--header',
    'X-Who: me',
  ];
  expect(readCommandLine(args)).toEqual({
    url: new URL(URL_TEXT),
    samples: [
      { typename: 'Mug', fields: { id: '1', maker: { name: 'a:b' } } },
      { typename: 'Cup', fields: {} },
    ],
    headers: { 'X-Who': 'me' },
  });
});

test('what is wrong is told with what was expected', () => {
  expect(messageFor()).toMatch(/^Expected one URL, got none\. Usage: npm run conformance/);
  expect(messageFor('localhost:5001')).toMatch(/^Expected the URL of a subgraph, .*; got "localhost:5001"\./);
  expect(messageFor(URL_TEXT, 'http://other')).toMatch(/^Expected one URL, got http/);
  expect(messageFor(URL_TEXT, '--entity', 'Mug:{"id"}')).toMatch(/^--entity: expected TYPE:JSON, .*; got "Mug/);
  expect(messageFor(URL_TEXT, '--entity', 'Mug')).toMatch(/^--entity: expected TYPE:JSON/);
  expect(messageFor(URL_TEXT, '--header', 'nothing')).toMatch(/^--header: expected 'NAME: VALUE'/);
  expect(messageFor(URL_TEXT, '--loud')).toMatch(/^Unknown option '--loud'.* Usage: /);
});
