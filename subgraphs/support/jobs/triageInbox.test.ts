import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ANONYMOUS, type Identity } from '../../../kit/context.ts';
import type { Database } from '../../../kit/database/database.ts';
import { openTestDatabase } from '../../../kit/database/testDatabase.ts';
import type { Graph } from '../../../kit/graph.ts';
import { untilJob } from '../../../kit/jobs/testJobs.ts';
import { startTestIsland, type TestIsland } from '../../../kit/testIsland.ts';
import { createInquiries } from '../../../world/inquiries.ts';
import { STORY_INQUIRY_EN } from '../../../world/story.ts';
import { topics } from '../../../world/topics.ts';
import support from '../index.ts';
import { AGENT, RINA, STRANGER } from '../testPeople.ts';
import { triageInbox } from './triageInbox.ts';
import { type InboxTriage, inboxTriage } from './triageTally.ts';

const world = new Map(createInquiries().map((inquiry) => [inquiry.id, inquiry]));
const open = [...world.values()].filter(({ status }) => status === 'OPEN');

/** Languages that the models of these tests do not know. */
const UNKNOWN = ['th', 'vi', 'tl'];
const NOTHING = { language: null, sentiment: null, topic: null };
/** What the other islands add to an inquiry. */
const TOLD = /language \{[^}]*\} sentiment \{[^}]*\} topic \{[^}]*\}/;

interface Page {
  readonly inquiries: { readonly nodes: readonly { readonly id: string }[]; readonly pageInfo: object };
}

let database: Database;
let island: TestIsland;
/** What happens before the graph answers with a page. */
let beforePage: (number: number) => Promise<void> = async () => {};
/** What the models say when they are asked. */
let fault = 'UNSUPPORTED_LANGUAGE';

/** The graph: the island itself, and beside it models that know what is true, of some languages. */
const graph: Graph = {
  execute: async ({ query, variables = {} }, { identity }) => {
    await beforePage(variables.after === null ? 1 : 2);
    const { data, errors } = await island.ask(query.replace(TOLD, ''), variables, identity);
    if (!data) return { data, errors: errors?.map(({ message, extensions }) => ({ message, extensions })) ?? [] };
    const { inquiries } = data as unknown as Page;
    const code = fault;
    const nodes = inquiries.nodes.map((node) => ({ ...node, ...(code === 'OVERLOADED' ? NOTHING : tellOf(node.id)) }));
    return { data: { inquiries: { ...inquiries, nodes } }, errors: [{ message: 'Not told.', extensions: { code } }] };
  },
};

function tellOf(id: string): object {
  const truth = world.get(id)?.truth;
  if (truth === undefined || UNKNOWN.includes(truth.language)) return NOTHING;
  const { subtopic, language: code } = truth;
  const label = Object.entries(topics).find(([, own]) => own.some((each) => each === subtopic))?.[0] ?? null;
  return {
    language: { code },
    sentiment: { label: subtopic === 'DAMAGED' ? 'NEGATIVE' : 'POSITIVE' },
    topic: { label, subtopic },
  };
}

beforeAll(async () => {
  database = await openTestDatabase();
  island = await startTestIsland(support, database);
  const jobs = await island.jobs();
  jobs.work([triageInbox], { services: { database, jobs: island.jobs }, graph });
});
afterAll(async () => {
  await island?.close();
  await database?.close();
});
beforeEach(async () => {
  beforePage = async () => {};
  fault = 'UNSUPPORTED_LANGUAGE';
  await database.query('update support.inquiries set priority = null, version = 1');
});

const submit = (identity: Identity) => island.ask('mutation { triageInbox { id } }', {}, identity);

async function triage(): Promise<{ readonly id: string; readonly result: InboxTriage }> {
  const { data } = (await submit(AGENT)) as { data: { triageInbox: { id: string } } };
  const { id } = data.triageInbox;
  const { result } = await untilJob(await island.jobs(), id, ['SUCCEEDED']);
  return { id, result: inboxTriage.parse(result) };
}

const rows = async () =>
  (
    await database.query<{ id: string; status: string; priority: string | null; version: number }>(
      'select id, status, priority, version from support.inquiries order by id',
    )
  ).rows;

describe('a triage of the inbox', () => {
  test('gives every open inquiry a priority, and no other', async () => {
    const { result } = await triage();
    const after = await rows();
    expect(result.total).toBe(open.length);
    expect(result.passedOver).toBe(0);
    for (const { status, priority, version } of after) {
      expect([priority !== null, version]).toEqual(status === 'OPEN' ? [true, 2] : [false, 1]);
    }
    for (const { priority, count } of result.priorities) {
      expect(after.filter((row) => row.priority === priority).length).toBe(count);
    }
    const priorityOf = (id: string) => after.find((row) => row.id === id)?.priority;
    expect(priorityOf(STORY_INQUIRY_EN)).toBe('HIGH');
    expect(result.mostUrgent.map(priorityOf)).toEqual(Array(10).fill('HIGH'));
  });

  test('counts what the models did not tell, and goes on', async () => {
    const { result } = await triage();
    const untold = open.filter(({ truth }) => UNKNOWN.includes(truth.language)).length;
    expect(untold).toBeGreaterThan(0);
    expect(result.untold).toEqual({ language: untold, sentiment: untold, topic: untold });
    expect(result.languages.reduce((sum, { count }) => sum + count, untold)).toBe(open.length);
    expect(result.topics.reduce((sum, { count }) => sum + count, untold)).toBe(open.length);
  });

  test('asks again when the models were too busy, and does without them when they stay so', async () => {
    fault = 'OVERLOADED';
    let asked = 0;
    beforePage = async () => {
      asked += 1;
      if (asked === 3) fault = 'UNSUPPORTED_LANGUAGE';
    };
    const { result } = await triage();
    expect(asked).toBe(2 + Math.ceil(open.length / 20));
    expect(result.untold.topic).toBeLessThan(open.length);

    fault = 'OVERLOADED';
    beforePage = async () => {};
    const without = await triage();
    expect(without.result.untold).toEqual({ language: open.length, sentiment: open.length, topic: open.length });
  });

  test('changes nothing the second time', async () => {
    const first = await triage();
    const before = await rows();
    const second = await triage();
    expect(second.result).toEqual(first.result);
    expect(await rows()).toEqual(before);
  });

  test('leaves what changed meanwhile as it is', async () => {
    beforePage = async (page) => {
      if (page === 2)
        await database.query('update support.inquiries set version = 7 where id = $1', [STORY_INQUIRY_EN]);
    };
    const { result } = await triage();
    expect(result.passedOver).toBe(1);
    expect((await rows()).find(({ id }) => id === STORY_INQUIRY_EN)).toMatchObject({ priority: null, version: 7 });
  });

  test('whose attempt is lost half-way has done nothing, and begins anew', async () => {
    let lost = false;
    beforePage = async (page) => {
      if (page === 1 || lost) return;
      lost = true;
      expect((await rows()).every(({ priority }) => priority === null)).toBe(true);
      throw new Error('lost');
    };
    await triage();
    expect(lost).toBe(true);
    for (const { status, version } of await rows()) expect(version).toBe(status === 'OPEN' ? 2 : 1);
  });

  test('is shown to whoever asked for it, with the inquiries to be read first', async () => {
    const { id, result } = await triage();
    const ask = (identity: Identity) =>
      island.ask(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Job { inboxTriage {
          total topics { label count } mostUrgent { id priority }
        } } } }`,
        { of: [{ __typename: 'Job', id }] },
        identity,
      );
    expect((await ask(AGENT)).data?._entities).toEqual([
      {
        inboxTriage: {
          total: open.length,
          topics: result.topics,
          mostUrgent: result.mostUrgent.map((urgent) => ({ id: urgent, priority: 'HIGH' })),
        },
      },
    ]);
    expect((await ask(RINA)).data?._entities).toEqual([null]);
    // An operator sees the job, but may read no inquiry.
    expect((await ask(STRANGER)).data?._entities).toMatchObject([{ inboxTriage: { mostUrgent: [] } }]);
  });

  test('is for agents', async () => {
    expect((await submit(RINA)).errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    expect((await submit(ANONYMOUS)).errors?.[0]?.extensions.code).toBe('UNAUTHENTICATED');
  });

  test('with one key is begun once', async () => {
    const once = 'mutation { triageInbox(idempotencyKey: "monday") { id } }';
    const answers = [await island.ask(once, {}, AGENT), await island.ask(once, {}, AGENT)];
    expect(answers[0]?.data).toEqual(answers[1]?.data);
    expect(answers[0]?.errors).toBeUndefined();
  });

  test('priorities are for agents, too', async () => {
    await triage();
    const ask = async (identity: Identity) =>
      (await island.ask(`{ inquiry(id: "${STORY_INQUIRY_EN}") { priority } }`, {}, identity)).data;
    expect(await ask(AGENT)).toEqual({ inquiry: { priority: 'HIGH' } });
    expect(await ask(RINA)).toEqual({ inquiry: { priority: null } });
  });
});
