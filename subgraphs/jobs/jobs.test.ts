import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { ANONYMOUS, type Identity } from '../../kit/context.ts';
import type { Database } from '../../kit/database/database.ts';
import { describeOnDatabases } from '../../kit/database/testDatabase.ts';
import { CodedError } from '../../kit/errors.ts';
import { defineJob, type JobOptions } from '../../kit/jobs/defineJob.ts';
import { JOB_STATES, type JobState } from '../../kit/jobs/job.ts';
import { ALICE, BOB, OPERATOR, testKind, untilJob } from '../../kit/jobs/testJobs.ts';
import { startTestIsland, type TestIsland } from '../../kit/testIsland.ts';
import definition from './index.ts';

const JOB = `id kind status priority progress { done total note } attempts error { code message }
  createdAt runAt startedAt finishedAt cancelRequested position`;

const TIME = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
const LATER = new Date('2200-01-01T00:00:00.000Z');

const STRANGERS: readonly (readonly [string, Identity])[] = [
  ['another subject', BOB],
  ['the same subject of another tenant', { ...ALICE, tenant: 'other' }],
  ['the same subject of no tenant', { ...ALICE, tenant: null }],
  ['an anonymous caller', ANONYMOUS],
];

type Handler = JobOptions<null, unknown, undefined>['handler'];
type Options = Partial<JobOptions<null, unknown, undefined>>;

describeOnDatabases('the jobs island', (open) => {
  let database: Database;
  let island: TestIsland;
  beforeAll(async () => {
    database = await open();
    island = await startTestIsland(definition, database);
  });
  afterAll(async () => {
    await island?.close();
    await database?.close();
  });

  const define = (handler: Handler = async () => null, options: Options = {}) =>
    defineJob({ kind: testKind(), input: z.null(), handler, ...options });
  const submit = async (kind: ReturnType<typeof define>, options: { runAt?: Date; identity?: Identity } = {}) =>
    (await (await island.jobs()).submit(kind, null, { identity: ALICE, ...options })).id;
  /** Submits a job of a kind that is at work, and waits until it is in that state. */
  const bring = async (state: JobState, handler: Handler, options: Options = {}) => {
    const jobs = await island.jobs();
    const kind = define(handler, options);
    jobs.work([kind], { services: undefined });
    const id = await submit(kind);
    await untilJob(jobs, id, [state]);
    return { id, kind: kind.kind };
  };
  const fail = (...given: ConstructorParameters<typeof CodedError>): Handler => {
    return async () => {
      throw new CodedError(...given);
    };
  };
  const untilAborted: Handler = (_, { signal }) =>
    new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)));

  const find = async (id: string, identity: Identity = ALICE) => {
    const { data, errors } = await island.ask(`query ($id: ID!) { job(id: $id) { ${JOB} } }`, { id }, identity);
    expect(errors).toBeUndefined();
    return data?.job;
  };

  const SUBMITTED = {
    priority: 'NORMAL',
    progress: null,
    attempts: 0,
    error: null,
    createdAt: TIME,
    runAt: TIME,
    startedAt: null,
    finishedAt: null,
    cancelRequested: false,
    position: null,
  };
  const BEGUN = { ...SUBMITTED, attempts: 1, startedAt: TIME };
  const ENDED = { ...BEGUN, finishedAt: TIME };

  const unavailable = { code: 'SUBGRAPH_UNAVAILABLE', message: 'reviews are away' } as const;
  const examples: Record<JobState, () => Promise<readonly [{ id: string; kind: string }, object]>> = {
    QUEUED: async () => {
      const kind = define(undefined, { priority: 'low' });
      const id = await submit(kind);
      return [
        { id, kind: kind.kind },
        { ...SUBMITTED, priority: 'LOW', position: 1 },
      ];
    },
    SCHEDULED: async () => {
      const kind = define(undefined, { priority: 'high' });
      const id = await submit(kind, { runAt: LATER });
      return [
        { id, kind: kind.kind },
        { ...SUBMITTED, priority: 'HIGH', runAt: LATER.toISOString() },
      ];
    },
    RUNNING: async () => {
      const job = await bring('RUNNING', (input, context) => {
        context.progress(3e9, null, 'bytes');
        return untilAborted(input, context);
      });
      await expect.poll(() => find(job.id)).toMatchObject({ progress: { done: 3e9 } });
      return [job, { ...BEGUN, progress: { done: 3e9, total: null, note: 'bytes' } }];
    },
    RETRYING: async () => {
      const details = { retryAfterMs: 3_600_000 };
      const job = await bring('RETRYING', fail(unavailable.code, unavailable.message, { details }));
      return [job, { ...BEGUN, error: unavailable }];
    },
    SUCCEEDED: async () => {
      const job = await bring('SUCCEEDED', async () => 'done');
      return [job, ENDED];
    },
    FAILED: async () => {
      const job = await bring('FAILED', fail('NOT_FOUND', 'no such product'));
      return [job, { ...ENDED, error: { code: 'NOT_FOUND', message: 'no such product' } }];
    },
    CANCELLED: async () => {
      const kind = define();
      const id = await submit(kind);
      const { data } = await island.ask('mutation ($id: ID!) { cancelJob(id: $id) { status } }', { id }, ALICE);
      expect(data).toEqual({ cancelJob: { status: 'CANCELLED' } });
      return [
        { id, kind: kind.kind },
        { ...SUBMITTED, finishedAt: TIME, cancelRequested: true },
      ];
    },
    PARKED: async () => {
      const job = await bring('PARKED', fail(unavailable.code, unavailable.message), { retries: 0 });
      return [job, { ...ENDED, error: unavailable }];
    },
    OUTCOME_UNKNOWN: async () => {
      const job = await bring('OUTCOME_UNKNOWN', () => new Promise(() => {}), { restartable: false, timeoutMs: 50 });
      const error = { code: 'DEADLINE_EXCEEDED', message: 'The attempt did not end within 50 ms.' };
      return [job, { ...ENDED, error }];
    },
  };

  test.each(JOB_STATES)('shows every field of a job that is %s', async (status) => {
    const [job, expected] = await examples[status]();
    expect(await find(job.id)).toEqual({ ...job, status, ...expected });
  });

  test.each([
    ['its submitter', ALICE],
    ['an operator', OPERATOR],
  ] as const)('%s sees, lists, cancels and retries a job, and resolves it as an entity', async (_, identity) => {
    const kind = define();
    const id = await submit(kind, { runAt: LATER });
    expect(await find(id, identity)).toMatchObject({ id });
    const { data } = await island.ask(ENTITIES, { of: representations([id]), kind: kind.kind }, identity);
    expect(data).toEqual({ _entities: [{ id, status: 'SCHEDULED' }], jobs: { nodes: [{ id }] } });
    const changed = await island.ask(CHANGES, { id }, identity);
    expect(changed).toEqual({
      data: { cancelJob: { id, status: 'CANCELLED', position: null }, retryJob: { id, status: 'QUEUED', position: 1 } },
    });
  });

  test.each(STRANGERS)(
    '%s neither sees, lists, cancels nor retries a job, nor resolves it as an entity',
    async (_, identity) => {
      const kind = define();
      const id = await submit(kind, { runAt: LATER });
      expect(await find(id, identity)).toBeNull();
      const { data, errors } = await island.ask(ENTITIES, { of: representations([id]), kind: kind.kind }, identity);
      expect(errors).toBeUndefined();
      expect(data).toEqual({ _entities: [null], jobs: { nodes: [] } });
      const changed = await island.ask(CHANGES, { id }, identity);
      expect(changed.data).toEqual({ cancelJob: null, retryJob: null });
      const message = `id: expected the id of a job of yours, got "${id}".`;
      expect(changed.errors).toMatchObject([
        { message, extensions: { code: 'NOT_FOUND' } },
        { message, extensions: { code: 'NOT_FOUND' } },
      ]);
      expect(await find(id)).toMatchObject({ status: 'SCHEDULED' });
    },
  );

  const ENTITIES = `query ($of: [_Any!]!, $kind: String) {
    _entities(representations: $of) { ... on Job { id status } }
    jobs(filter: { kind: $kind }) { nodes { id } }
  }`;
  const CHANGES = `mutation ($id: ID!) {
    cancelJob(id: $id) { id status position } retryJob(id: $id) { id status position }
  }`;
  const representations = (ids: readonly string[]) => ids.map((id) => ({ __typename: 'Job', id }));

  test('a page of jobs with their positions takes two queries, and as entities as many', async () => {
    const kind = define();
    const ids: string[] = [];
    for (let count = 0; count < 30; count += 1) ids.push(await submit(kind));
    const page = await island.ask(
      `query ($kind: String) { jobs(first: 100, filter: { kind: $kind }) { nodes { ${JOB} } } }`,
      { kind: kind.kind },
      ALICE,
    );
    const expected = ids.map((id, index) => expect.objectContaining({ id, position: index + 1 })).reverse();
    expect(page.data).toEqual({ jobs: { nodes: expected } });
    expect(island.queries.length).toBe(2);

    const entities = await island.ask(
      'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Job { position } } }',
      { of: representations(ids) },
      ALICE,
    );
    expect(entities.data).toEqual({ _entities: ids.map((_, index) => ({ position: index + 1 })) });
    expect(island.queries.length).toBe(2);
  });

  test('a position is counted anew after each change of one request', async () => {
    const kind = define();
    const [first, second] = [await submit(kind), await submit(kind)];
    const { data } = await island.ask(
      `mutation ($first: ID!, $second: ID!) {
        a: cancelJob(id: $first) { position } b: retryJob(id: $first) { position }
        c: cancelJob(id: $second) { position } d: retryJob(id: $second) { position }
      }`,
      { first, second },
      ALICE,
    );
    expect(data).toEqual({ a: { position: null }, b: { position: 2 }, c: { position: null }, d: { position: 2 } });
  });

  test('pages through all jobs of a filter once, newest first', async () => {
    const kind = define();
    const ids: string[] = [];
    for (let count = 0; count < 7; count += 1) ids.push(await submit(kind));
    const [cancelled = ''] = ids.splice(3, 1);
    await (await island.jobs()).directory.cancel(cancelled, ALICE);
    const listed: string[] = [];
    let after: string | null = null;
    do {
      const { data } = await island.ask(
        `query ($kind: String, $after: String) {
          jobs(first: 2, after: $after, filter: { kind: $kind, statuses: [QUEUED, RUNNING] }) {
            edges { node { id } cursor } pageInfo { hasNextPage endCursor }
          }
        }`,
        { kind: kind.kind, after },
        ALICE,
      );
      const page = data?.jobs as {
        edges: { node: { id: string }; cursor: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
      listed.push(...page.edges.map(({ node }) => node.id));
      expect(page.pageInfo.endCursor).toBe(page.edges.at(-1)?.cursor);
      after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
    } while (after !== null);
    expect(listed).toEqual(ids.toReversed());
  });

  test('a filter that is null or leaves everything out restricts nothing, and an empty list of states lists none', async () => {
    const identity = { subject: 'carol', tenant: null, scopes: [] };
    const id = await submit(define(), { identity });
    const list = async (filter: string) =>
      (await island.ask(`{ jobs${filter} { nodes { id } } }`, {}, identity)).data?.jobs;
    for (const filter of ['', '(filter: null)', '(filter: {})', '(filter: { kind: null, statuses: null })'])
      expect(await list(filter), filter).toEqual({ nodes: [{ id }] });
    expect(await list('(filter: { statuses: [] })')).toEqual({ nodes: [] });
  });

  test.each([
    [
      'jobs(first: 101) { nodes { id } }',
      'first: expected a number from 0 to 100, got 101. Ask for fewer and continue with after.',
    ],
    [
      'jobs(after: "x") { nodes { id } }',
      'after: expected the endCursor or an edge\'s cursor of an earlier page of jobs, got "x".',
    ],
    ['jobs(filter: { kind: "" }) { nodes { id } }', 'filter.kind: expected 1 to 100 characters of text, got "".'],
    [
      'jobs(filter: { kind: "a\\u0000" }) { nodes { id } }',
      'filter.kind: expected text without control characters or broken Unicode, got "a\\u0000".',
    ],
    [
      'job(id: "1") { id }',
      'id: expected an id that starts with "job-" and goes on in lower-case letters, digits and hyphens, at most 100 characters, got "1".',
    ],
  ])('refuses { %s }', async (fields, message) => {
    const { errors } = await island.ask(`{ ${fields} }`, {}, ALICE);
    expect(errors).toMatchObject([{ message, extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('a job that has ended is not cancelled, and one that has not is not retried', async () => {
    const { id } = await bring('SUCCEEDED', async () => null);
    const waiting = await submit(define());
    const { data, errors } = await island.ask(
      'mutation ($ended: ID!, $waiting: ID!) { cancelJob(id: $ended) { id } retryJob(id: $waiting) { id } }',
      { ended: id, waiting },
      ALICE,
    );
    expect(data).toEqual({ cancelJob: null, retryJob: null });
    expect(errors).toMatchObject([
      {
        message: expect.stringMatching(/this one is SUCCEEDED\.$/),
        extensions: { code: 'CONFLICT', status: 'SUCCEEDED' },
      },
      { message: expect.stringMatching(/this one is QUEUED\.$/), extensions: { code: 'CONFLICT', status: 'QUEUED' } },
    ]);
  });

  test('a job that runs is told to stop, and says so', async () => {
    const { id } = await bring('RUNNING', untilAborted);
    const { data } = await island.ask(
      'mutation ($id: ID!) { cancelJob(id: $id) { status cancelRequested } }',
      { id },
      ALICE,
    );
    // By the time it is looked at, it may have ended.
    const status = expect.stringMatching(/RUNNING|CANCELLED/);
    expect(data).toEqual({ cancelJob: { status, cancelRequested: true } });
    await untilJob(await island.jobs(), id, ['CANCELLED']);
    expect(await find(id)).toMatchObject({ status: 'CANCELLED', cancelRequested: true, error: null });
  });
});
