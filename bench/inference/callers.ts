import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { CodedError } from '../../kit/errors.ts';
import type { ModelHandle } from '../../kit/model/handle.ts';
import type { Priority } from '../../kit/model/scheduling/lane.ts';

export interface Closed {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Of the event loop's delay, in milliseconds. */
  readonly loopDelayP99Ms: number;
}

/** So many callers, each of which asks for the next item once it has the one before. */
export async function keepCalling<Item>(
  model: ModelHandle<Item, unknown>,
  items: Iterator<Item, never>,
  callers: number,
  seconds: number,
  priority: Priority = 'interactive',
): Promise<Closed> {
  const latencies: number[] = [];
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const started = performance.now();
  const end = started + seconds * 1_000;
  delay.enable();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (performance.now() < end) {
        const asked = performance.now();
        await model.predict(items.next().value, { priority });
        latencies.push(performance.now() - asked);
      }
    }),
  );
  delay.disable();
  const elapsed = (performance.now() - started) / 1_000;
  return {
    perSecond: latencies.length / elapsed,
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    loopDelayP99Ms: delay.percentile(99) / 1e6,
  };
}

export interface Overload {
  /** Answers in time, each second. */
  readonly goodput: number;
  readonly refusalP99Ms: number;
  /** Items that were accepted and answered after their deadline. */
  readonly lateAccepted: number;
  readonly refused: number;
  readonly loopDelayP99Ms: number;
}

/** Items that come at their own pace, whatever happens to those before, each with a deadline. */
export async function flood<Item>(
  model: ModelHandle<Item, unknown>,
  items: Iterator<Item, never>,
  perSecond: number,
  deadlineMs: number,
  seconds: number,
): Promise<Overload> {
  const refusals: number[] = [];
  const pending: Promise<void>[] = [];
  let inTime = 0;
  let lateAccepted = 0;
  const delay = monitorEventLoopDelay({ resolution: 1 });
  const ask = async (): Promise<void> => {
    const asked = performance.now();
    const deadline = Date.now() + deadlineMs;
    try {
      await model.predict(items.next().value, { deadline });
      if (Date.now() > deadline) lateAccepted++;
      else inTime++;
    } catch (error) {
      if (!(error instanceof CodedError)) throw error;
      if (error.code === 'OVERLOADED') refusals.push(performance.now() - asked);
    }
  };
  const started = performance.now();
  let sent = 0;
  delay.enable();
  while (performance.now() - started < seconds * 1_000) {
    const due = ((performance.now() - started) / 1_000) * perSecond;
    for (; sent < due; sent++) pending.push(ask());
    await sleep(1);
  }
  delay.disable();
  const elapsed = (performance.now() - started) / 1_000;
  await Promise.all(pending);
  return {
    goodput: inTime / elapsed,
    refusalP99Ms: percentile(refusals, 0.99),
    lateAccepted,
    refused: refusals.length,
    loopDelayP99Ms: delay.percentile(99) / 1e6,
  };
}

/** Latencies in milliseconds of items that come at their own pace, one after the other. */
export async function askSteadily<Item>(
  model: ModelHandle<Item, unknown>,
  items: Iterator<Item, never>,
  everyMs: number,
  seconds: number,
): Promise<{ readonly p50: number; readonly p99: number }> {
  const latencies: number[] = [];
  const pending: Promise<void>[] = [];
  const started = performance.now();
  for (let sent = 0; sent * everyMs < seconds * 1_000; sent++) {
    await sleep(Math.max(0, started + sent * everyMs - performance.now()));
    const asked = performance.now();
    pending.push(model.predict(items.next().value).then(() => void latencies.push(performance.now() - asked)));
  }
  await Promise.all(pending);
  return { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99) };
}

function percentile(values: number[], share: number): number {
  values.sort((a, b) => a - b);
  return values[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;
}
