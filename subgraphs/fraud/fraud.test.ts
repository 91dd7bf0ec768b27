import { pino } from 'pino';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { Change } from '../../kit/changes/change.ts';
import { defineProjection } from '../../kit/changes/defineProjection.ts';
import { ANONYMOUS, type Identity } from '../../kit/context.ts';
import type { Graph } from '../../kit/graph.ts';
import { openTestJobs, type TestJobs } from '../../kit/jobs/testJobs.ts';
import { ModelRuntime } from '../../kit/model/runtime.ts';
import { createRequestContext } from '../../kit/requestContext.ts';
import { startSubgraph } from '../../kit/start.ts';
import type { Subgraph } from '../../kit/subgraph.ts';
import { NO_RESOURCES } from '../../kit/testResources.ts';
import definition from './index.ts';
import { changeOf, costlyFirstOrder, stolenCardSpree, toldOrder } from './testOrders.ts';

const log = pino({ level: 'silent' });
const OFFICER: Identity = { subject: 'user-officer', tenant: null, scopes: ['fraud:read', 'fraud:review'] };
const CUSTOMER: Identity = { subject: 'user-may', tenant: null, scopes: [] };
const WAIT = { timeout: 20_000 };

/** The graph of an owner of orders who has none. */
const noOrders: Graph = {
  execute: async () => ({ data: { orders: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } } }),
};

let runtime: ModelRuntime;
let t: TestJobs;
let island: Subgraph;
/** What was told of orders, one after another. */
const told: { id: string; version: number; decision: string | undefined }[] = [];

beforeAll(async () => {
  [runtime, t] = await Promise.all([ModelRuntime.start({ log, workers: 1 }), openTestJobs('pglite')]);
  const resources = {
    ...NO_RESOURCES,
    models: async () => runtime,
    jobs: async () => t.jobs,
    database: async () => t.database,
  };
  const started = await startSubgraph(definition, { resources, log });
  island = started;
  const listener = defineProjection({
    consumer: 'orders',
    entity: 'FraudAssessment',
    payload: z.object({ decision: z.string() }),
    identity: OFFICER,
    apply: async (_, { id, version, payload }) => void told.push({ id, version, decision: payload?.decision }),
    clear: async () => {},
    async *rebuild() {},
  });
  t.jobs.changes.project(listener, undefined);
  await started.work(noOrders);
  const subscribed = 'select from jobs.subscriptions where rebuild_at is null';
  await vi.waitUntil(async () => (await t.database.query(subscribed)).rows.length === 2, WAIT);
}, 60_000);
afterAll(async () => {
  await t?.close();
  await runtime?.close();
});

const context = (identity: Identity) => createRequestContext({ signal: new AbortController().signal, identity, log });
const ask = (query: string, variables: Record<string, unknown>, identity: Identity = OFFICER, of = island) =>
  of.execute({ query, variables }, context(identity));
const publish = (...changes: readonly Change[]) =>
  t.database.transaction((transaction) => t.jobs.changes.publish(transaction, ...changes));
const toldOf = (id: string) => told.filter((one) => one.id === id);

const RISKS = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Order { id fraudRisk {
  score decision reasons base degraded model { name version } contributions { feature value contribution } } } } }`;
const ASSESSMENTS = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Order { id
  fraudAssessment { decision reasons degraded model { name } version review { decision by } order { id } } } } }`;
const REVIEW = `mutation ($id: ID!, $decision: ReviewDecision!) {
  reviewOrder(orderId: $id, decision: $decision) { decision version review { decision by } } }`;
const orders = (...ids: readonly string[]) => ({ of: ids.map((id) => ({ __typename: 'Order', id })) });

interface RiskAnswer {
  readonly score: number;
  readonly base: number;
  readonly decision: string;
  readonly reasons: readonly string[];
  readonly degraded: boolean;
  readonly contributions: readonly { readonly feature: string; readonly contribution: number }[];
}
async function risksOf(...ids: readonly string[]) {
  const { data, errors } = await ask(RISKS, orders(...ids));
  expect(errors).toBeUndefined();
  const found = data?._entities as { fraudRisk: RiskAnswer }[] | undefined;
  return (found ?? []).map(({ fraudRisk }) => fraudRisk);
}
const known = (id: string) => async () =>
  (await t.database.query('select from fraud.orders where id = $1', [id])).rows.length;

test('an order is scored by what was before it, with what raises the score, and contributions that add up to it', async () => {
  const spree = stolenCardSpree();
  await publish(changeOf('order-quiet', toldOrder({ status: 'DELIVERED' })), ...spree.map((one) => changeOf(...one)));
  await expect.poll(known('order-user-thief-5'), WAIT).toBe(1);
  const [quiet, first, last] = await risksOf('order-quiet', 'order-user-thief-1', 'order-user-thief-5');
  expect(quiet).toMatchObject({ decision: 'APPROVE', degraded: false, model: { name: 'fraud-trees' } });
  expect(quiet?.score).toBeLessThan(0.01);
  expect(last?.score).toBeGreaterThan(0.3);
  expect(last?.score).toBeGreaterThan(first?.score ?? 1);
  expect(last?.decision).toBe('DECLINE');
  expect(last?.reasons.length).toBeGreaterThan(0);
  for (const risk of [quiet, first, last]) {
    const logit = (risk?.contributions ?? []).reduce((sum, { contribution }) => sum + contribution, risk?.base ?? 0);
    expect(1 / (1 + Math.exp(-logit))).toBeCloseTo(risk?.score ?? 0, 4);
    expect(risk?.reasons.every((reason) => risk.contributions.some(({ feature }) => feature === reason))).toBe(true);
  }
});

test('a customer does not learn the score of an order, nor what was decided of it', async () => {
  for (const [identity, code] of [
    [CUSTOMER, 'FORBIDDEN'],
    [ANONYMOUS, 'UNAUTHENTICATED'],
  ] as const) {
    const risk = await ask(RISKS, orders('order-quiet'), identity);
    expect(risk.data?._entities).toEqual([{ id: 'order-quiet', fraudRisk: null }]);
    expect(risk.errors).toMatchObject([{ extensions: { code } }]);
    const assessment = await ask(ASSESSMENTS, orders('order-quiet'), identity);
    expect(assessment.errors).toMatchObject([{ extensions: { code } }]);
    const list = await ask('{ fraudAssessments { nodes { decision } } }', {}, identity);
    expect(list.errors).toMatchObject([{ extensions: { code } }]);
    const own = await ask('{ fraudRisk(features: [{ feature: AMOUNT, value: 1 }]) { score } }', {}, identity);
    expect(own.errors).toMatchObject([{ extensions: { code } }]);
  }
});

test('an order that nothing is known of is null with its reason, and the others answer', async () => {
  const { data, errors } = await ask(RISKS, orders('order-unknown', 'order-quiet'));
  expect(data?._entities).toMatchObject([{ fraudRisk: null }, { fraudRisk: { decision: 'APPROVE' } }]);
  expect(errors).toMatchObject([
    {
      message:
        'Nothing is known of order-unknown here: expected an order that the island was told of. A new one is within moments; ask again.',
      extensions: { code: 'NOT_FOUND' },
    },
  ]);
});

test('a customer without a past, an account or a device is scored by what there is', async () => {
  const nobody = toldOrder({ status: 'CONFIRMED', deviceId: null, customer: { id: 'user-new', registeredAt: null } });
  await publish(changeOf('order-nobody', nobody));
  await expect.poll(known('order-nobody'), WAIT).toBe(1);
  const [risk] = await risksOf('order-nobody');
  expect(risk?.decision).toBe('APPROVE');
});

test('a new order is assessed once, also when its change comes twice and late, and it is told once', async () => {
  const waiting = toldOrder();
  await publish(changeOf('order-waits', waiting, 2), changeOf('order-waits', waiting, 2));
  await expect.poll(() => toldOf('order-waits').length, WAIT).toBe(1);
  await publish(changeOf('order-waits', waiting, 1), changeOf('order-waits', waiting, 3));
  await publish(changeOf('order-after', toldOrder()));
  await expect.poll(() => toldOf('order-after').length, WAIT).toBe(1);
  expect(toldOf('order-waits')).toEqual([{ id: 'order-waits', version: 1, decision: 'APPROVE' }]);
  const { data } = await ask(ASSESSMENTS, orders('order-waits', 'order-quiet'));
  expect(data?._entities).toMatchObject([
    {
      fraudAssessment: { decision: 'APPROVE', degraded: false, version: 1, review: null, order: { id: 'order-waits' } },
    },
    { fraudAssessment: null },
  ]);
});

test('a poisoned change holds up its own order and no other', async () => {
  const poison = { ...toldOrder(), total: { amount: '1e9; drop table', currency: 'SGD' } };
  await publish(
    changeOf('order-poisoned', poison),
    changeOf('order-poisoned-2', 'not an order'),
    changeOf('order-healthy', toldOrder()),
  );
  await expect.poll(() => toldOf('order-healthy').length, WAIT).toBe(1);
  expect(toldOf('order-poisoned')).toEqual([]);
  await publish(changeOf('order-poisoned', toldOrder(), 2));
  // The healthy state is newer: it waits for the poisoned one, which is tried again and again, until a rebuild.
  const { data, errors } = await ask(RISKS, orders('order-poisoned', 'order-healthy'));
  expect(data?._entities).toMatchObject([{ fraudRisk: null }, { fraudRisk: { decision: 'APPROVE' } }]);
  expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

test('what is plainly fraud is declined without a person', async () => {
  const id = 'order-user-thief-5';
  await expect.poll(() => toldOf(id), WAIT).toEqual([{ id, version: 1, decision: 'DECLINE' }]);
});

test('an order to be reviewed waits for a person, whose word is told once', async () => {
  const id = 'order-eager';
  await publish(changeOf(id, costlyFirstOrder('user-eager')));
  await expect.poll(() => toldOf(id), WAIT).toEqual([{ id, version: 1, decision: 'REVIEW' }]);
  expect((await ask(REVIEW, { id, decision: 'DECLINE' }, { ...OFFICER, scopes: ['fraud:read'] })).errors).toMatchObject(
    [{ extensions: { code: 'FORBIDDEN' } }],
  );
  const first = await ask(REVIEW, { id, decision: 'DECLINE' });
  const declined = { decision: 'REVIEW', version: 2, review: { decision: 'DECLINE', by: 'user-officer' } };
  expect(first).toEqual({ data: { reviewOrder: declined } });
  expect(await ask(REVIEW, { id, decision: 'DECLINE' })).toEqual(first);
  expect((await ask(REVIEW, { id, decision: 'APPROVE' })).errors).toMatchObject([
    { message: `Somebody has decided about ${id} before: DECLINE. That stands.`, extensions: { code: 'CONFLICT' } },
  ]);
  await expect.poll(() => toldOf(id).length, WAIT).toBe(2);
  expect(toldOf(id)[1]).toEqual({ id, version: 2, decision: 'DECLINE' });
});

test('of two who decide otherwise at once one is heard', async () => {
  const id = 'order-racer';
  await publish(changeOf(id, costlyFirstOrder('user-racer')));
  await expect.poll(() => toldOf(id).length, WAIT).toBe(1);
  const both = await Promise.all(['APPROVE', 'DECLINE'].map((decision) => ask(REVIEW, { id, decision })));
  expect(both.flatMap(({ errors = [] }) => errors)).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
  await expect.poll(() => toldOf(id).length, WAIT).toBe(2);
});

test.each([
  ['order-unknown', 'NOT_FOUND'],
  ['order-waits', 'CONFLICT'],
  ['ORDER 1', 'BAD_USER_INPUT'],
])('%s cannot be reviewed: %s', async (id, code) => {
  const { data, errors } = await ask(REVIEW, { id, decision: 'APPROVE' });
  expect(data).toEqual({ reviewOrder: null });
  expect(errors).toMatchObject([{ extensions: { code } }]);
});

test('assessments come page by page, all of them', async () => {
  const ids: string[] = [];
  for (let after: unknown = null; ; ) {
    const { data } = await ask(
      `query ($after: String) { fraudAssessments(first: 2, after: $after) {
        nodes { order { id } } pageInfo { hasNextPage endCursor } } }`,
      { after },
    );
    const page = data?.fraudAssessments as {
      nodes: { order: { id: string } }[];
      pageInfo: { hasNextPage: boolean; endCursor: string };
    };
    ids.push(...page.nodes.map(({ order }) => order.id));
    if (!page.pageInfo.hasNextPage) break;
    after = page.pageInfo.endCursor;
  }
  expect(ids).toEqual([...new Set(told.map(({ id }) => id))].sort());
});

test('orders that are elsewhere are scored by their features', async () => {
  const query = 'query ($features: [FraudFeatureInput!]!) { fraudRisk(features: $features) { score reasons } }';
  const score = async (features: readonly object[]) => (await ask(query, { features })).data?.fraudRisk as RiskAnswer;
  const amount = { feature: 'AMOUNT', value: 12 };
  const tested = await score([amount, { feature: 'FAILED_ATTEMPTS', value: 9 }, { feature: 'CARDS_TRIED', value: 9 }]);
  expect(tested.score).toBeGreaterThan((await score([amount])).score);
  const { errors } = await ask(query, { features: [amount, amount] });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  const lacking = await ask(query, { features: [{ feature: 'ITEMS', value: 1 }] });
  expect(lacking.errors).toMatchObject([
    { message: 'AMOUNT: expected a number from 0, got null.', extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});

test('when the trees break, the rules answer, and the answer is marked', async () => {
  const code = new URL('fixtures/brokenModel.ts', import.meta.url);
  const models = Object.fromEntries(
    Object.entries(definition.models ?? {}).map(([name, model]) => [name, { ...model, code }]),
  );
  const resources = {
    ...NO_RESOURCES,
    models: async () => runtime,
    jobs: async () => t.jobs,
    database: async () => t.database,
  };
  const broken = await startSubgraph({ ...definition, models }, { resources, log });
  const { data, errors } = await ask(RISKS, orders('order-user-thief-3'), OFFICER, broken);
  expect(errors).toBeUndefined();
  expect(data?._entities).toMatchObject([
    {
      fraudRisk: {
        degraded: true,
        model: { name: 'fraud-rules' },
        reasons: expect.arrayContaining(['ACCOUNT_FAILED_PAYMENTS_LAST_DAY']),
      },
    },
  ]);
});

test('tells how both of its models do', async () => {
  const { data, errors } = await ask(
    '{ models { fraud { name fallback versions { quality { metric value } } } } }',
    {},
  );
  expect(errors).toBeUndefined();
  const quality = expect.arrayContaining([expect.objectContaining({ metric: 'AUC' })]);
  expect(data?.models).toMatchObject({
    fraud: [
      { name: 'fraud-trees', fallback: false, versions: [{ quality }] },
      { name: 'fraud-rules', fallback: true, versions: [{ quality }] },
    ],
  });
});
