import { afterAll, beforeAll, expect, test } from 'vitest';
import { OFFICER, representations, startTestFraud, type TestFraud, WAIT } from './testFraud.ts';
import { changeOf, costlyFirstOrder, stolenCardSpree, toldOrder } from './testOrders.ts';

let fraud: TestFraud;
beforeAll(async () => {
  fraud = await startTestFraud();
}, 120_000);
afterAll(() => fraud?.close());

const RISKS = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Order { id fraudRisk { decision } } } }`;
const ASSESSMENTS = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Order { id
  fraudAssessment { decision reasons degraded model { name } version review { decision by } order { id } } } } }`;
const REVIEW = `mutation ($id: ID!, $decision: ReviewDecision!) {
  reviewOrder(orderId: $id, decision: $decision) { decision version review { decision by } } }`;

test('a new order is assessed once, also when its change comes twice and late, and it is told once', async () => {
  const waiting = toldOrder();
  await fraud.publish(changeOf('order-waits', waiting, 2), changeOf('order-waits', waiting, 2));
  await expect.poll(() => fraud.toldOf('order-waits').length, WAIT).toBe(1);
  await fraud.publish(changeOf('order-waits', waiting, 1), changeOf('order-waits', waiting, 3));
  await fraud.publish(changeOf('order-after', toldOrder()));
  await expect.poll(() => fraud.toldOf('order-after').length, WAIT).toBe(1);
  expect(fraud.toldOf('order-waits')).toEqual([{ id: 'order-waits', version: 1, decision: 'APPROVE' }]);
  const { data } = await fraud.ask(ASSESSMENTS, representations('order-waits', 'order-unknown'));
  expect(data?._entities).toMatchObject([
    {
      fraudAssessment: { decision: 'APPROVE', degraded: false, version: 1, review: null, order: { id: 'order-waits' } },
    },
    { fraudAssessment: null },
  ]);
});

test('a poisoned change holds up its own order and no other', async () => {
  const poison = { ...toldOrder(), total: { amount: '1e9; drop table', currency: 'SGD' } };
  await fraud.publish(
    changeOf('order-poisoned', poison),
    changeOf('order-poisoned-2', 'not an order'),
    changeOf('order-healthy', toldOrder()),
  );
  await expect.poll(() => fraud.toldOf('order-healthy').length, WAIT).toBe(1);
  expect(fraud.toldOf('order-poisoned')).toEqual([]);
  await fraud.publish(changeOf('order-poisoned', toldOrder(), 2));
  // The healthy state is newer: it waits for the poisoned one, which is tried again and again, until a rebuild.
  const { data, errors } = await fraud.ask(RISKS, representations('order-poisoned', 'order-healthy'));
  expect(data?._entities).toMatchObject([{ fraudRisk: null }, { fraudRisk: { decision: 'APPROVE' } }]);
  expect(errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
});

test('what is plainly fraud is declined without a person', async () => {
  const id = 'order-user-thief-5';
  await fraud.publish(...stolenCardSpree().map((one) => changeOf(...one)));
  await expect.poll(() => fraud.toldOf(id), WAIT).toEqual([{ id, version: 1, decision: 'DECLINE' }]);
});

test('an order to be reviewed waits for a person, whose word is told once', async () => {
  const id = 'order-eager';
  await fraud.publish(changeOf(id, costlyFirstOrder('user-eager')));
  await expect.poll(() => fraud.toldOf(id), WAIT).toEqual([{ id, version: 1, decision: 'REVIEW' }]);
  expect(
    (await fraud.ask(REVIEW, { id, decision: 'DECLINE' }, { ...OFFICER, scopes: ['fraud:read'] })).errors,
  ).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  const first = await fraud.ask(REVIEW, { id, decision: 'DECLINE' });
  const declined = { decision: 'REVIEW', version: 2, review: { decision: 'DECLINE', by: 'user-officer' } };
  expect(first).toEqual({ data: { reviewOrder: declined } });
  expect(await fraud.ask(REVIEW, { id, decision: 'DECLINE' })).toEqual(first);
  expect((await fraud.ask(REVIEW, { id, decision: 'APPROVE' })).errors).toMatchObject([
    { message: `Somebody has decided about ${id} before: DECLINE. That stands.`, extensions: { code: 'CONFLICT' } },
  ]);
  await expect.poll(() => fraud.toldOf(id).length, WAIT).toBe(2);
  expect(fraud.toldOf(id)[1]).toEqual({ id, version: 2, decision: 'DECLINE' });
});

test('of two who decide otherwise at once one is heard', async () => {
  const id = 'order-racer';
  await fraud.publish(changeOf(id, costlyFirstOrder('user-racer')));
  await expect.poll(() => fraud.toldOf(id).length, WAIT).toBe(1);
  const both = await Promise.all(['APPROVE', 'DECLINE'].map((decision) => fraud.ask(REVIEW, { id, decision })));
  expect(both.flatMap(({ errors = [] }) => errors)).toMatchObject([{ extensions: { code: 'CONFLICT' } }]);
  await expect.poll(() => fraud.toldOf(id).length, WAIT).toBe(2);
});

test.each([
  ['order-unknown', 'NOT_FOUND'],
  ['order-waits', 'CONFLICT'],
  ['ORDER 1', 'BAD_USER_INPUT'],
])('%s cannot be reviewed: %s', async (id, code) => {
  const { data, errors } = await fraud.ask(REVIEW, { id, decision: 'APPROVE' });
  expect(data).toEqual({ reviewOrder: null });
  expect(errors).toMatchObject([{ extensions: { code } }]);
});

test('assessments come page by page, all of them', async () => {
  const ids: string[] = [];
  for (let after: unknown = null; ; ) {
    const { data } = await fraud.ask(
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
  expect(ids).toEqual([...new Set(fraud.told.map(({ id }) => id))].sort());
});
