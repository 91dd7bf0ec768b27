import { expect, test } from 'vitest';
import { CodedError } from '../../../kit/errors.ts';
import { readCommand, USAGE } from './readCommand.ts';

const read = (line: string) => readCommand(line.split(' ').filter((word) => word !== ''));

test.each([
  ['list', { name: 'list', filter: { statuses: undefined, kind: undefined }, all: false }],
  [
    'list --status parked,OUTCOME_UNKNOWN --kind demo.pay --all',
    { name: 'list', filter: { statuses: ['PARKED', 'OUTCOME_UNKNOWN'], kind: 'demo.pay' }, all: true },
  ],
  ['show job-1', { name: 'show', id: 'job-1' }],
  ['watch', { name: 'watch', ids: [] }],
  ['watch job-1 job-2', { name: 'watch', ids: ['job-1', 'job-2'] }],
  ['cancel job-1', { name: 'cancel', ids: ['job-1'] }],
  ['retry job-1 job-2', { name: 'retry', ids: ['job-1', 'job-2'] }],
  ['parked', { name: 'parked' }],
  ['replay', { name: 'replay', kind: undefined }],
  ['--kind demo.pay replay', { name: 'replay', kind: 'demo.pay' }],
  ['help', { name: 'help' }],
  ['list --help', { name: 'help' }],
])('reads %j', (line, command) => {
  expect(read(line)).toEqual(command);
});

test.each([
  ['', 'Expected a command, got nothing.'],
  ['lst', 'Expected a command, got "lst".'],
  ['toString', 'Expected a command, got "toString".'],
  ['list --colour', "Unknown option '--colour'."],
  ['list --kind', "Option '--kind <value>' argument missing."],
  ['list job-1', 'Expected nothing after list, got "job-1".'],
  ['parked --kind demo.pay', 'The command parked has no flag --kind.'],
  ['watch --all', 'The command watch has no flag --all.'],
  ['show', 'Expected one id after show, got 0.'],
  ['show job-1 job-2', 'Expected one id after show, got 2.'],
  ['retry', 'Expected one id or more after retry, got none.'],
  [
    'list --status QUEUED,DONE',
    'Expected --status to name some of QUEUED, SCHEDULED, RUNNING, RETRYING, SUCCEEDED, FAILED, CANCELLED, PARKED, OUTCOME_UNKNOWN, got "DONE".',
  ],
])('refuses %j and says how it is used', (line, why) => {
  expect(() => read(line)).toThrow(new CodedError('CONFIG_INVALID', `${why}\n\n${USAGE}`));
});
