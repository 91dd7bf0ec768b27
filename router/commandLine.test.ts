import { expect, test } from 'vitest';
import { readCommandLine } from './commandLine.ts';

test('the router is told a file, to be a worker, both or nothing', () => {
  expect(readCommandLine([])).toEqual({ worker: false, file: undefined });
  expect(readCommandLine(['my.graphql'])).toEqual({ worker: false, file: 'my.graphql' });
  expect(readCommandLine(['--worker'])).toEqual({ worker: true, file: undefined });
  expect(readCommandLine(['my.graphql', '--worker'])).toEqual({ worker: true, file: 'my.graphql' });
});

test.each([
  [['--werker'], "Unknown option '--werker'"],
  [['--worker=yes'], "Option '--worker' does not take an argument"],
  [['a.graphql', 'b.graphql'], 'Expected at most one file, got a.graphql b.graphql'],
])('what it does not know is refused with the usage: %j', (args, reason) => {
  expect(() => readCommandLine(args)).toThrow(
    expect.objectContaining({ code: 'CONFIG_INVALID', message: expect.stringContaining(reason) }),
  );
  expect(() => readCommandLine(args)).toThrow(/Usage: npm run router -- \[--worker\] \[FILE\]$/);
});
