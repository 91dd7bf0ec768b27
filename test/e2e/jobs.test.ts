import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { CodedError } from '../../kit/errors.ts';
import { defineJob, type JobOptions } from '../../kit/jobs/defineJob.ts';
import type { JobState } from '../../kit/jobs/job.ts';
import { ALICE, BOB, OPERATOR, untilJob } from '../../kit/jobs/testJobs.ts';
import { ask } from '../graph.ts';
import { type JobsGraph, startJobsGraph } from '../jobsGraph.ts';
import { runProcess } from '../processes.ts';

type Handler = JobOptions<number, unknown, undefined>['handler'];

const define = (kind: string, handler: Handler, options: Partial<JobOptions<number, unknown, undefined>> = {}) =>
  defineJob({ kind, input: z.number(), handler, ...options });

/** What the jobs of the kind `demo.restock` need to succeed. */
let supplier: 'away' | 'there' = 'away';

const restock: Handler = async (count, { progress }) => {
  progress(count, 4, 'shelves');
  if (supplier === 'away') throw new CodedError('SUBGRAPH_UNAVAILABLE', 'The supplier is away.\nCall them.');
  return count;
};
const untilAborted: Handler = (_, { progress, signal }) => {
  progress(3, 7, 'reading \u001b[31mreviews');
  return new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
};
const kinds = {
  count: define('demo.count', untilAborted),
  refuse: define('demo.refuse', async () => {
    throw new CodedError('NOT_FOUND', 'There is no such shelf.');
  }),
  restock: define('demo.restock', restock, { retries: 0 }),
  pay: define('demo.pay', () => new Promise(() => {}), { restartable: false, timeoutMs: 100 }),
};

let graph: JobsGraph;
let tokens: Readonly<Record<'alice' | 'bob' | 'operator', string>>;
/** One job for each thing that can become of one, by what became of it. */
let ids: Readonly<Record<Fate, string>>;
type Fate = 'cancelled' | 'failed' | 'parked' | 'retried' | 'running' | 'scheduled' | 'unknown';

beforeAll(async () => {
  graph = await startJobsGraph();
  const { jobs, tokenOf } = graph;
  tokens = { alice: await tokenOf(ALICE), bob: await tokenOf(BOB), operator: await tokenOf(OPERATOR) };
  jobs.work(Object.values(kinds), { services: undefined });
  const submit = async (kind: keyof typeof kinds, runAt?: Date) =>
    (await jobs.submit(kinds[kind], 4, { identity: ALICE, runAt })).id;
  const bring = async (kind: keyof typeof kinds, ...states: JobState[]) => {
    const id = await submit(kind);
    await untilJob(jobs, id, states);
    return id;
  };
  const retried = await bring('restock', 'PARKED');
  supplier = 'there';
  await jobs.directory.retry(retried, ALICE);
  await untilJob(jobs, retried, ['SUCCEEDED']);
  supplier = 'away';
  const cancelled = await submit('count', tomorrow);
  await jobs.directory.cancel(cancelled, ALICE);
  const [running, failed, parked, unknown] = await Promise.all([
    bring('count', 'RUNNING'),
    bring('refuse', 'FAILED'),
    bring('restock', 'PARKED'),
    bring('pay', 'OUTCOME_UNKNOWN'),
  ]);
  const scheduled = await submit('count', tomorrow);
  ids = { cancelled, failed, parked, retried, running, scheduled, unknown };
  await vi.waitFor(async () => expect((await jobs.directory.find([running], ALICE))[0]?.progress?.done).toBe(3));
}, 60_000);
afterAll(() => graph?.close());

const tomorrow = new Date(Date.now() + 86_400_000);

/** The command as an operator runs it. Its output has names for the ids that the test knows, and no times. */
async function cli(args: readonly string[], env: Record<string, string> = {}, onOutput?: (output: string) => void) {
  const { code, output } = await runProcess(
    {
      entrance: 'subgraphs/jobs/cli/main.ts',
      args,
      env: { GRAPH_URL: graph.url, GRAPH_TOKEN: tokens.operator, ...env },
    },
    onOutput,
  );
  const named = Object.entries(ids).reduce(
    (text, [name, id]) => text.replaceAll(id, name.padEnd('job-'.length + 36)),
    output,
  );
  const lines = named
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
    .replaceAll(/\b\d+[sm]\b/g, 'Ns')
    .replaceAll(/Ns +(?=[A-Z])/g, 'Ns  ');
  return { code, lines: lines.trimEnd().split(/ *\n/) };
}

test('what can become of a job looks right in the graph', async () => {
  const { data, errors } = await ask(
    graph.url,
    `{ jobs { nodes { id kind status attempts progress { done total } error { code } cancelRequested position
        runAt startedAt finishedAt } } }`,
    {},
    { authorization: `Bearer ${tokens.alice}` },
  );
  expect(errors).toBeUndefined();
  const time = expect.any(String);
  const told = { progress: null, error: null, cancelRequested: false, position: null, runAt: time };
  const waiting = { ...told, attempts: 0, startedAt: null, finishedAt: null };
  const begun = { ...told, attempts: 1, startedAt: time };
  const ended = { ...begun, finishedAt: time };
  const expected: Record<Fate, object> = {
    scheduled: { ...waiting, kind: 'demo.count', status: 'SCHEDULED', runAt: tomorrow.toISOString() },
    unknown: { ...ended, kind: 'demo.pay', status: 'OUTCOME_UNKNOWN', error: { code: 'DEADLINE_EXCEEDED' } },
    parked: { ...ended, kind: 'demo.restock', status: 'PARKED', error: { code: 'SUBGRAPH_UNAVAILABLE' } },
    failed: { ...ended, kind: 'demo.refuse', status: 'FAILED', error: { code: 'NOT_FOUND' } },
    running: { ...begun, kind: 'demo.count', status: 'RUNNING', finishedAt: null, progress: { done: 3, total: 7 } },
    cancelled: { ...waiting, kind: 'demo.count', status: 'CANCELLED', cancelRequested: true, finishedAt: time },
    retried: { ...ended, kind: 'demo.restock', status: 'SUCCEEDED', attempts: 2, progress: { done: 4, total: 4 } },
  };
  const fates = new Map(Object.entries(ids).map(([fate, id]) => [id, fate]));
  const { nodes } = z.object({ nodes: z.array(z.looseObject({ id: z.string() })) }).parse(data?.jobs);
  expect(Object.fromEntries(nodes.map(({ id, ...job }) => [fates.get(id), job]))).toEqual(expected);
});

test('a subscription composes, and the router says that it does not serve it yet', async () => {
  const { errors } = await ask(graph.url, 'subscription ($id: ID!) { jobUpdated(id: $id) { status } }', {
    id: ids.running,
  });
  expect(errors).toMatchObject([{ extensions: { code: 'OPERATION_NOT_PLANNED' } }]);
});

test('the command lists, shows and tells what is to be looked at', async () => {
  const [all, parked, running] = await Promise.all([cli(['list']), cli(['parked']), cli(['show', ids.running])]);
  expect(all.code).toBe(0);
  const rows = [
    'scheduled                                 SCHEDULED        demo.count    0         –         Ns',
    'unknown                                   OUTCOME_UNKNOWN  demo.pay      1         –         Ns  DEADLINE_EXCEEDED',
    'parked                                    PARKED           demo.restock  1         –         Ns  SUBGRAPH_UNAVAILABLE',
    'failed                                    FAILED           demo.refuse   1         –         Ns  NOT_FOUND',
    'running                                   RUNNING          demo.count    1         42%       Ns',
    'cancelled                                 CANCELLED        demo.count    0         –         Ns',
    'retried                                   SUCCEEDED        demo.restock  2         100%      Ns',
  ];
  expect(all.lines[0]).toBe(
    'ID                                        STATUS           KIND          ATTEMPTS  PROGRESS  AGE  ERROR',
  );
  expect(all.lines.slice(1).sort()).toEqual(rows.toSorted());
  expect(parked.lines.toSorted()).toEqual(
    [
      'ID                                        STATUS           KIND          ATTEMPTS  ENDED',
      'unknown                                   OUTCOME_UNKNOWN  demo.pay      1         Ns ago',
      '  DEADLINE_EXCEEDED  The attempt did not end within 100 ms.',
      'parked                                    PARKED           demo.restock  1         Ns ago',
      '  SUBGRAPH_UNAVAILABLE  The supplier is away.',
      '  Call them.',
      '1 PARKED: mend the cause, then retry them by their ids, or all with replay.',
      '1 OUTCOME_UNKNOWN: look whether it was done; they must not begin twice.',
    ].sort(),
  );
  // What a handler says is shown, and not obeyed by the terminal.
  expect(running.lines).toEqual([
    'running',
    '  status            RUNNING',
    '  kind              demo.count',
    '  priority          NORMAL',
    '  attempts          1',
    '  position          –',
    '  progress          ██████████░░░░░░░░░░░░░░  42%  3 of 7  reading  [31mreviews',
    '  error             –',
    '  cancel requested  no',
    '  submitted         TIME  Ns ago',
    '  may begin         TIME  Ns ago',
    '  began             TIME  Ns ago',
    '  ended             –',
  ]);
}, 120_000);

test('the command cancels, retries and replays, and says of each job that could not be why', async () => {
  const named = (name: string) => name.padEnd('job-'.length + 36);
  supplier = 'there';
  const [cancelled, retried, replayed] = await Promise.all([
    cli(['cancel', ids.scheduled, ids.retried]),
    cli(['retry', ids.unknown, ids.cancelled]),
    cli(['replay', '--kind', 'demo.restock']),
  ]);
  expect(cancelled.code).toBe(1);
  expect(cancelled.lines.toSorted()).toEqual([
    `CONFLICT: ${named('retried')}: Only a job that has not ended, or is parked, can be cancelled; this one is SUCCEEDED.`,
    `${named('scheduled')}  CANCELLED`,
  ]);
  expect(retried.code).toBe(1);
  expect(retried.lines.toSorted()).toEqual([
    expect.stringMatching(`^CONFLICT: ${named('unknown')}: Only a job that .*; this one is OUTCOME_UNKNOWN\\.$`),
    `${named('cancelled')}  QUEUED`,
  ]);
  expect(replayed).toEqual({ code: 0, lines: ['1 PARKED job of the kind demo.restock began anew.'] });
}, 120_000);

test('the command watches jobs until they have ended, and tells with its exit code whether all succeeded', async () => {
  const cancelOnceSeen = (output: string) => {
    if (output.includes('RUNNING')) cancelling ??= graph.jobs.directory.cancel(ids.running, ALICE);
  };
  let cancelling: Promise<unknown> | undefined;
  const [good, bad] = await Promise.all([
    cli(['watch', ids.parked, ids.retried]),
    cli(['watch', ids.running], {}, cancelOnceSeen),
  ]);
  await cancelling;
  expect(good.code).toBe(0);
  expect(
    good.lines
      .slice(-2)
      .map((line) => line.split(/ {2,}/).slice(0, 4))
      .sort(),
  ).toEqual([
    ['TIME', 'parked', 'demo.restock', 'SUCCEEDED'],
    ['TIME', 'retried', 'demo.restock', 'SUCCEEDED'],
  ]);
  expect(bad.code).toBe(1);
  const seen = bad.lines.filter((line) => !line.endsWith('told to stop'));
  expect(seen.map((line) => line.split(/ {2,}/))).toEqual([
    ['TIME', 'running', 'demo.count', 'RUNNING', '3 of 7, reading', '[31mreviews, Ns'],
    ['TIME', 'running', 'demo.count', 'CANCELLED', '3 of 7, reading', '[31mreviews, Ns'],
  ]);
}, 120_000);

test.each([
  [
    'a job of somebody else',
    () => ['show', ids.failed],
    () => ({ GRAPH_TOKEN: tokens.bob }),
    'NOT_FOUND: There is no ',
  ],
  [
    'a token that proves nothing',
    () => ['list'],
    () => ({ GRAPH_TOKEN: 'nobody' }),
    'UNAUTHENTICATED: The Authorization header',
  ],
])(
  'the command says in words what is wrong with %s, and fails',
  async (_, args, env, message) => {
    const { code, lines } = await cli(args(), env());
    expect(lines[0]).toContain(message);
    expect(lines.join('\n')).not.toContain('    at ');
    expect(code).toBe(1);
  },
  120_000,
);
