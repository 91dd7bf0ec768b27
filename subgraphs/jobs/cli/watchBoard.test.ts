import { expect, test } from 'vitest';
import { Board } from './board.ts';
import { formatDuration } from './duration.ts';
import { jobShape, type ShownJob } from './shownJob.ts';
import { drawWatched } from './watchBoard.ts';

const NOW = Date.parse('2026-03-01T08:30:00.000Z');

function shown(id: string, given: Partial<Record<keyof ShownJob, unknown>>): ShownJob {
  return jobShape.parse({
    id,
    kind: 'demo.count',
    priority: 'NORMAL',
    progress: null,
    attempts: 1,
    error: null,
    createdAt: '2026-03-01T08:00:00.000Z',
    runAt: '2026-03-01T10:00:00.000Z',
    startedAt: '2026-03-01T08:29:48.000Z',
    finishedAt: null,
    cancelRequested: false,
    position: null,
    ...given,
  });
}

const error = { code: 'OVERLOADED', message: 'Too much.\nLater.' };
const finishedAt = '2026-03-01T08:29:53.000Z';
const jobs = [
  shown('job-1', { status: 'QUEUED', position: 1 }),
  shown('job-2', { status: 'QUEUED', position: 1_001 }),
  shown('job-3', { status: 'SCHEDULED' }),
  shown('job-4', { status: 'RUNNING', progress: { done: 1_250, total: 5_000, note: 'reading\u001b[2J' } }),
  shown('job-5', { status: 'RUNNING', progress: { done: 7, total: null, note: null }, cancelRequested: true }),
  shown('job-6', { status: 'RETRYING', error }),
  shown('job-7', { status: 'SUCCEEDED', progress: { done: 9, total: 10, note: null }, finishedAt }),
  shown('job-8', { status: 'PARKED', error, finishedAt }),
  shown('job-9', { status: 'CANCELLED', startedAt: null, finishedAt }),
];
const screen = { columns: 200, rows: 24, paint: (_: string, text: string) => text };

test('each job is a line with a bar and what there is to say of it, and the last line counts them', () => {
  expect(drawWatched(jobs, screen, NOW)).toEqual([
    'job-1  ░░░░░░░░░░░░       QUEUED     demo.count  next of its kind',
    'job-2  ░░░░░░░░░░░░       QUEUED     demo.count  1,000 before it',
    'job-3  ░░░░░░░░░░░░       SCHEDULED  demo.count  begins in 1h',
    'job-4  ███░░░░░░░░░  25%  RUNNING    demo.count  1,250 of 5,000, reading [2J, 12s',
    'job-5  ░░░░░░░░░░░░       RUNNING    demo.count  7, 12s, told to stop',
    'job-6  ░░░░░░░░░░░░       RETRYING   demo.count  attempt 1 failed, OVERLOADED: Too much. Later.',
    'job-7  ████████████ 100%  SUCCEEDED  demo.count  9 of 10, 5s',
    'job-8  ░░░░░░░░░░░░       PARKED     demo.count  OVERLOADED: Too much. Later.',
    'job-9  ░░░░░░░░░░░░       CANCELLED  demo.count',
    '3 of 9 have ended: 2 QUEUED, 1 SCHEDULED, 2 RUNNING, 1 RETRYING, 1 SUCCEEDED, 1 CANCELLED, 1 PARKED',
  ]);
  expect(drawWatched(jobs.slice(0, 1), screen, NOW)).toHaveLength(1);
});

test('a line is cut where the terminal ends, and of too many jobs those that run are shown first', () => {
  expect(drawWatched(jobs, { ...screen, columns: 30, rows: 5 }, NOW)).toEqual([
    'job-4  ███░░░░░░░░░  25%  RUN…',
    'job-5  ░░░░░░░░░░░░       RUN…',
    'job-6  ░░░░░░░░░░░░       RET…',
    '3 of 9 have ended: 2 QUEUED,…',
  ]);
});

test('what is drawn takes the place of what was drawn before', () => {
  let written = '';
  const board = new Board({
    ...screen,
    print: () => {},
    note: () => {},
    write: (text) => {
      written = text;
    },
  });
  board.draw(['one', 'two']);
  expect(written).toBe('\u001b[?7l\u001b[2Kone\n\u001b[2Ktwo\n\u001b[J\u001b[?7h');
  board.draw(['three']);
  expect(written).toBe('\u001b[?7l\u001b[2A\u001b[2Kthree\n\u001b[J\u001b[?7h');
});

test.each([
  [-5, '0s'],
  [999, '0s'],
  [59_999, '59s'],
  [60_000, '1m'],
  [86_399_999, '23h'],
  [200_000_000, '2d'],
])('%i ms are told as %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
