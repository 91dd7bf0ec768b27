import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checks } from './checks.ts';
import { conform, type Outcome } from './conform.ts';
import { testSamples } from './testSchema.ts';
import { startTestSubgraph, type TestSubgraph } from './testSubgraph.ts';

async function examine(broken?: string, samples = testSamples): Promise<readonly Outcome[]> {
  const subgraph = await startTestSubgraph(broken);
  try {
    return await conform({ url: subgraph.url, samples });
  } finally {
    await subgraph.close();
  }
}

const idsOf = (outcomes: readonly Outcome[], status: Outcome['status']) =>
  outcomes.filter((outcome) => outcome.status === status).map(({ check }) => check.id);

test('a subgraph that keeps the contract passes every check', async () => {
  const outcomes = await examine();
  expect(outcomes.filter(({ status }) => status !== 'pass')).toEqual([]);
  expect(outcomes).toHaveLength(checks.length);
});

describe.concurrent('a subgraph with one fault fails the check that is meant for it, and no other', () => {
  test.for(checks.map(({ id }) => id))('%s', async (id) => {
    const outcomes = await examine(id);
    expect(idsOf(outcomes, 'fail')).toEqual([id]);
  });
});

test('without known entities the checks on unknown ones are made, and what was not is named', async () => {
  const outcomes = await examine(undefined, []);
  expect(idsOf(outcomes, 'fail')).toEqual([]);
  expect(idsOf(outcomes, 'skip')).toEqual(['entities.known', 'entities.fields']);
  expect(idsOf(await examine('entities.unknown', []), 'fail')).toEqual(['entities.unknown']);
});

describe('where nothing listens', () => {
  let gone: TestSubgraph;
  beforeAll(async () => {
    gone = await startTestSubgraph();
    await gone.close();
  });
  afterAll(() => {});

  test('what needs an answer is not tried again', async () => {
    const outcomes = await conform({ url: gone.url });
    expect(idsOf(outcomes, 'fail')).toEqual(['http.post', 'health.live', 'health.ready']);
    expect(outcomes[0]).toMatchObject({ came: expect.stringContaining('ECONNREFUSED') });
  });
});
