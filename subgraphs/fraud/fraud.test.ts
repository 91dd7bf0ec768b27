import { afterAll, beforeAll, expect, test } from 'vitest';
import { ANONYMOUS, type Identity } from '../../kit/context.ts';
import definition from './index.ts';
import { OFFICER, representations, startTestFraud, type TestFraud, WAIT } from './testFraud.ts';
import { changeOf, stolenCardSpree, toldOrder } from './testOrders.ts';

const CUSTOMER: Identity = { subject: 'user-may', tenant: null, scopes: [] };

let fraud: TestFraud;
beforeAll(async () => {
  fraud = await startTestFraud();
}, 120_000);
afterAll(() => fraud?.close());

const RISKS = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Order { id fraudRisk {
  score decision reasons base degraded model { name version } contributions { feature value contribution } } } } }`;
const ASSESSMENTS = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Order { id
  fraudAssessment { decision reasons degraded model { name } version review { decision by } order { id } } } } }`;

interface RiskAnswer {
  readonly score: number;
  readonly base: number;
  readonly decision: string;
  readonly reasons: readonly string[];
  readonly degraded: boolean;
  readonly contributions: readonly { readonly feature: string; readonly contribution: number }[];
}
async function risksOf(...ids: readonly string[]) {
  const { data, errors } = await fraud.ask(RISKS, representations(...ids));
  expect(errors).toBeUndefined();
  const found = data?._entities as { fraudRisk: RiskAnswer }[] | undefined;
  return (found ?? []).map(({ fraudRisk }) => fraudRisk);
}

test('an order is scored by what was before it, with what raises the score, and contributions that add up to it', async () => {
  const spree = stolenCardSpree();
  await fraud.publish(
    changeOf('order-quiet', toldOrder({ status: 'DELIVERED' })),
    ...spree.map((one) => changeOf(...one)),
  );
  await expect.poll(() => fraud.known('order-user-thief-5'), WAIT).toBe(1);
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
    const risk = await fraud.ask(RISKS, representations('order-quiet'), identity);
    expect(risk.data?._entities).toEqual([{ id: 'order-quiet', fraudRisk: null }]);
    expect(risk.errors).toMatchObject([{ extensions: { code } }]);
    const assessment = await fraud.ask(ASSESSMENTS, representations('order-quiet'), identity);
    expect(assessment.errors).toMatchObject([{ extensions: { code } }]);
    const list = await fraud.ask('{ fraudAssessments { nodes { decision } } }', {}, identity);
    expect(list.errors).toMatchObject([{ extensions: { code } }]);
    const own = await fraud.ask('{ fraudRisk(features: [{ feature: AMOUNT, value: 1 }]) { score } }', {}, identity);
    expect(own.errors).toMatchObject([{ extensions: { code } }]);
  }
});

test('an order that nothing is known of is null with its reason, and the others answer', async () => {
  const { data, errors } = await fraud.ask(RISKS, representations('order-unknown', 'order-quiet'));
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
  await fraud.publish(changeOf('order-nobody', nobody));
  await expect.poll(() => fraud.known('order-nobody'), WAIT).toBe(1);
  const [risk] = await risksOf('order-nobody');
  expect(risk?.decision).toBe('APPROVE');
});

test('orders that are elsewhere are scored by their features', async () => {
  const query = 'query ($features: [FraudFeatureInput!]!) { fraudRisk(features: $features) { score reasons } }';
  const score = async (features: readonly object[]) =>
    (await fraud.ask(query, { features })).data?.fraudRisk as RiskAnswer;
  const amount = { feature: 'AMOUNT', value: 12 };
  const tested = await score([amount, { feature: 'FAILED_ATTEMPTS', value: 9 }, { feature: 'CARDS_TRIED', value: 9 }]);
  expect(tested.score).toBeGreaterThan((await score([amount])).score);
  const { errors } = await fraud.ask(query, { features: [amount, amount] });
  expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  const lacking = await fraud.ask(query, { features: [{ feature: 'ITEMS', value: 1 }] });
  expect(lacking.errors).toMatchObject([
    { message: 'AMOUNT: expected a number from 0, got null.', extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});

test('when the trees break, the rules answer, and the answer is marked', async () => {
  const code = new URL('fixtures/brokenModel.ts', import.meta.url);
  const models = Object.fromEntries(
    Object.entries(definition.models ?? {}).map(([name, model]) => [name, { ...model, code }]),
  );
  const broken = await fraud.another({ models });
  const { data, errors } = await fraud.ask(RISKS, representations('order-user-thief-3'), OFFICER, broken);
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
  const { data, errors } = await fraud.ask(
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
