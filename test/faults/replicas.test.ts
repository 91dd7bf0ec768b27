import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Island, type Router, startIsland, startRouter } from './child.ts';
import { composeGraph, THINGS } from './graph.ts';
import { type Answer, keepAsking } from './load.ts';

const CONNECTIONS = 50;
const DEADLINE_MS = 5_000;
/** A process takes its time to start where others do the same. */
const START_AND_LOAD_MS = 120_000;
const FIRST = '127.0.0.1';
const SECOND = '127.0.0.2';

let shop: Island;
let price: Island;
let first: Island;
let second: Island | undefined;
let router: Router;

beforeAll(async () => {
  [shop, price, first] = await Promise.all([startIsland('shop'), startIsland('price'), startIsland('mood', FIRST)]);
  router = await startRouter(composeGraph({ shop: shop.port, mood: first.port, price: price.port }));
  const warming = keepAsking(router.url, CONNECTIONS, DEADLINE_MS, () => {});
  await sleep(2_000);
  await warming.stop();
});
afterAll(async () => {
  await router?.end();
  await Promise.all([shop, price, first, second].map((island) => island?.end('SIGKILL')));
});

const isWhole = ({ data, errors }: Answer) =>
  errors.length === 0 && data?.things.every(({ mood }, index) => mood === THINGS[index]?.mood) === true;

/** How many answers came while `work` went on under load, and those that lacked something. */
async function underLoad(work: () => Promise<unknown>): Promise<{ answers: number; incomplete: Answer[] }> {
  const seen = { answers: 0, incomplete: [] as Answer[] };
  const load = keepAsking(router.url, CONNECTIONS, DEADLINE_MS, (answer) => {
    seen.answers++;
    if (!isWhole(answer)) seen.incomplete.push(answer);
  });
  try {
    await sleep(500);
    await work();
    await sleep(1_000);
  } finally {
    await load.stop();
  }
  return seen;
}

test(
  'a second replica takes at least 40% of the requests within 10 seconds',
  async () => {
    const { answers, incomplete } = await underLoad(async () => {
      second = await startIsland('mood', SECOND, first.port);
      router.resolveMoodTo([FIRST, SECOND]);
      await sleep(8_000);
      await Promise.all([first.requests(), second.requests()]);
      await sleep(2_000);
      const [old, recent] = await Promise.all([first.requests(), second.requests()]);
      console.log(
        `the second replica takes ${((100 * recent) / (old + recent)).toFixed(0)}% of ${old + recent} requests`,
      );
      expect(recent / (old + recent)).toBeGreaterThan(0.4);
    });
    expect(answers).toBeGreaterThan(100);
    expect(incomplete).toEqual([]);
  },
  START_AND_LOAD_MS,
);

test('a replica that drains loses no request, though its name still leads to it for a while', async () => {
  const { answers, incomplete } = await underLoad(async () => {
    await first.end('SIGTERM');
    await sleep(1_000);
    router.resolveMoodTo([SECOND]);
  });
  expect(answers).toBeGreaterThan(100);
  expect(incomplete).toEqual([]);
});

test(
  'a replica that is killed loses no query, and gets its share again once it is back',
  async () => {
    const { answers, incomplete } = await underLoad(async () => {
      const isAsked = () => expect.poll(() => first.requests(), { timeout: 10_000, interval: 500 }).toBeGreaterThan(10);
      first = await startIsland('mood', FIRST, first.port);
      router.resolveMoodTo([FIRST, SECOND]);
      await isAsked();
      await first.end('SIGKILL');
      first = await startIsland('mood', FIRST, first.port);
      await isAsked();
    });
    expect(answers).toBeGreaterThan(100);
    expect(incomplete).toEqual([]);
  },
  START_AND_LOAD_MS,
);
