import type { ModelHandle } from '../../kit/model/handle.ts';
import type { ModelRuntime } from '../../kit/model/runtime.ts';
import { Helper } from '../router/child.ts';
import { askSteadily, flood, keepCalling } from './callers.ts';
import type { Case } from './cases.ts';

const SECONDS = 6;
const ROUNDS = 3;
const DEADLINE_MS = 250;
/** Interactive items of the comparison beside batch-class work take this share of the worker. */
const SHARE = 0.3;

export type Figures = Readonly<Record<string, number>>;

/**
 * Measures one case on one worker against a bare loop on one thread, in turns, so that what else the machine does strikes
 * all alike. Rates are items per second.
 */
export async function measureCase(
  name: string,
  { definition, items, batches }: Case,
  runtime: ModelRuntime,
): Promise<Figures> {
  const raw = new Helper('../inference/rawLoop.ts', name);
  process.on('exit', () => raw.end());
  const model = await runtime.load(definition);
  const next = await items();
  await raw.next();
  const rawLoop = async (batch: number, seconds: number): Promise<number> =>
    ((await raw.ask({ batch, seconds })) as { perSecond: number }).perSecond;

  await keepCalling(model, next, 64, SECONDS);
  let best = { batch: 1, perSecond: 0 };
  for (const batch of batches) {
    const perSecond = await rawLoop(batch, SECONDS / 2);
    console.log(`${name}: a bare loop of batches of ${batch}: ${perSecond.toFixed(0)}/s`);
    if (perSecond > best.perSecond) best = { batch, perSecond };
  }

  const seen = {
    limit: [] as number[],
    callers64: [] as number[],
    callers8: [] as number[],
    oneAtATime: [] as number[],
  };
  let loopDelayP99Ms = 0;
  for (let round = 0; round < ROUNDS; round++) {
    seen.limit.push(await rawLoop(best.batch, SECONDS));
    for (const [key, callers] of [
      ['callers64', 64],
      ['callers8', 8],
      ['oneAtATime', 1],
    ] as const) {
      const closed = await keepCalling(model, next, callers, SECONDS);
      seen[key].push(closed.perSecond);
      loopDelayP99Ms = Math.max(loopDelayP99Ms, closed.loopDelayP99Ms);
    }
  }
  raw.end();
  const [limit, callers64, callers8, oneAtATime] = [seen.limit, seen.callers64, seen.callers8, seen.oneAtATime].map(
    median,
  );
  const overload = await flood(model, next, 2 * (callers64 ?? 0), DEADLINE_MS, 2 * SECONDS);
  const beside = await measureBeside(model, next, 1_000 / (SHARE * (callers64 ?? 1)));
  return {
    limit: limit ?? 0,
    callers64: callers64 ?? 0,
    callers8: callers8 ?? 0,
    oneAtATime: oneAtATime ?? 0,
    loopDelayP99Ms: Math.max(loopDelayP99Ms, overload.loopDelayP99Ms),
    goodputShare: overload.goodput / (callers64 ?? 0),
    refusalP99Ms: overload.refusalP99Ms,
    lateAccepted: overload.lateAccepted,
    ...beside,
  };
}

/** What somebody waits for, alone and while batch-class work fills the rest of the worker. */
async function measureBeside(
  model: ModelHandle<unknown, unknown>,
  items: Iterator<unknown, never>,
  everyMs: number,
): Promise<Figures> {
  const quiet = await askSteadily(model, items, everyMs, 2 * SECONDS);
  const filling = keepCalling(model, items, 64, 2 * SECONDS + 1, 'batch');
  const busy = await askSteadily(model, items, everyMs, 2 * SECONDS);
  return { quietP99Ms: quiet.p99, besideBatchP99Ms: busy.p99, batchClassPerSecond: (await filling).perSecond };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
