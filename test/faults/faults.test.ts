import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Island, type Router, startControl, startIsland, startRouter } from './child.ts';
import { composeGraph, THINGS } from './graph.ts';
import { type Answer, keepAsking } from './load.ts';

const CONNECTIONS = 50;
const DEADLINE_MS = 500;
/** What the router may add to a deadline, beyond what the machine does. */
const GRACE_MS = 50;
const FAULT_MS = 3_000;
/** Longer than the breaker rests at most. */
const RECOVERY_MS = 8_000;
const MEGABYTE = 1_048_576;

let islands: { shop: Island; mood: Island; price: Island };
let router: Router;
let control: Awaited<ReturnType<typeof startControl>>;

beforeAll(async () => {
  const [shop, mood, price] = await Promise.all([startIsland('shop'), startIsland('mood'), startIsland('price')]);
  islands = { shop, mood, price };
  control = await startControl(DEADLINE_MS);
  router = await startRouter(composeGraph({ shop: shop.port, mood: mood.port, price: price.port }));
});
afterAll(async () => {
  await router?.end();
  await control?.end();
  for (const island of Object.values(islands ?? {})) {
    island.thaw();
    await island.end('SIGKILL');
  }
});

/** What is wrong with an answer, whatever `mood` does: null when nothing is. */
function complaint({ status, data, errors }: Answer): string | null {
  if (status !== 200) return `status ${status}`;
  if (!data) return 'no data';
  for (const [index, thing] of THINGS.entries()) {
    const { name, price, mood } = data.things[index] ?? {};
    if (name !== thing.name || price !== thing.price) return `healthy fields ${JSON.stringify(data.things[index])}`;
    if (mood !== null && typeof mood !== 'string') return `mood is ${JSON.stringify(mood)}`;
    const told = errors.some(({ path }) => JSON.stringify(path) === JSON.stringify(['things', index, 'mood']));
    if (mood === null && !told) return `mood of ${index} is null without an error`;
  }
  const nameless = errors.find(({ extensions }) => !extensions?.code || extensions.service !== 'mood');
  return nameless ? `an error without code or service: ${JSON.stringify(nameless)}` : null;
}

const isWhole = ({ data }: Answer) => data?.things.every(({ mood }, index) => mood === THINGS[index]?.mood) ?? false;

/** Puts the router under load while a fault begins, lasts and ends; says what it saw. */
async function endure(begin: () => unknown, end: () => unknown) {
  const complaints = new Map<string, number>();
  const seen = { answers: 0, degraded: 0, slowest: 0, slowestControl: 0 };
  let onRecovery = (): void => {};
  let ended = false;
  const recovery = new Promise<void>((resolve) => {
    onRecovery = resolve;
  });
  const load = keepAsking(router.url, CONNECTIONS, DEADLINE_MS, (answer) => {
    const wrong = complaint(answer);
    if (wrong !== null) complaints.set(wrong, (complaints.get(wrong) ?? 0) + 1);
    const whole = isWhole(answer);
    seen.answers++;
    if (!whole) seen.degraded++;
    seen.slowest = Math.max(seen.slowest, answer.ms);
    if (ended && whole) onRecovery();
  });
  const controlLoad = keepAsking(control.url, CONNECTIONS / 5, DEADLINE_MS, ({ ms }) => {
    seen.slowestControl = Math.max(seen.slowestControl, ms);
  });
  try {
    await sleep(500);
    await begin();
    await sleep(FAULT_MS);
    await end();
    ended = true;
    const recovered = await Promise.race([recovery.then(() => true), sleep(RECOVERY_MS, false)]);
    return { complaints: [...complaints], recovered, ...seen };
  } finally {
    await Promise.all([load.stop(), controlLoad.stop()]);
  }
}

describe('under 50 connections, no request fails or outlives its deadline, healthy fields answer, and memory is flat', () => {
  let before: number;
  beforeAll(async () => {
    // The first load compiles code and fills caches and pools; it may take its time.
    const warming = keepAsking(router.url, CONNECTIONS, 10_000, () => {});
    await sleep(FAULT_MS);
    await warming.stop();
    before = (await router.memory()).bytes;
  });

  test.each<[fault: string, begin: () => unknown, end: () => unknown]>([
    ['is frozen', () => islands.mood.freeze(), () => islands.mood.thaw()],
    ...(['mute', 'slow', 'dripping', 'lying', 'flooding'] as const).map(
      (behaviour): [string, () => unknown, () => unknown] => [
        `is ${behaviour}`,
        () => islands.mood.behave(behaviour),
        () => islands.mood.behave('healthy'),
      ],
    ),
    [
      'is killed and started again',
      () => islands.mood.end('SIGKILL'),
      async () => {
        islands.mood = await startIsland('mood', '127.0.0.1', islands.mood.port);
      },
    ],
  ])(
    'while an island %s',
    async (fault, begin, end) => {
      const { complaints, recovered, answers, degraded, slowest, slowestControl } = await endure(begin, end);
      const { bytes, peakRss } = await router.memory();
      console.log(
        `${fault}: ${answers} answers, ${degraded} degraded, the slowest ${slowest.toFixed(0)} ms (control ${slowestControl.toFixed(0)}), ` +
          `memory ${((bytes - before) / MEGABYTE).toFixed(1)} MB more, at most ${(peakRss / MEGABYTE).toFixed(0)} MB`,
      );
      expect(complaints).toEqual([]);
      expect(degraded).toBeGreaterThan(0);
      expect(recovered).toBe(true);
      expect(slowest).toBeLessThan(slowestControl + GRACE_MS);
      expect(bytes - before).toBeLessThan(20 * MEGABYTE);
    },
    120_000,
  );
});
