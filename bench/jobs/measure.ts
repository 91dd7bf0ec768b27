import { cpus } from 'node:os';
import type { Contestant } from './contestant.ts';

export interface Throughput {
  readonly perSecond: number;
  /** CPU time of the whole machine per piece of work, in milliseconds: ours, the broker's and the database's. */
  readonly cpuMs: number;
}

/** Hands over `count` pieces of work from so many callers at once, until all have ended. */
export async function measureThroughput(contestant: Contestant, count: number, callers: number): Promise<Throughput> {
  let begun = 0;
  const allBegun = new Promise<void>((resolve) => {
    contestant.onBegin = () => {
      begun += 1;
      if (begun === count) resolve();
    };
  });
  const cpuBefore = machineCpuMs();
  const started = performance.now();
  let next = 0;
  const caller = async (): Promise<void> => {
    while (next < count) await contestant.hand(next++);
  };
  await Promise.all(Array.from({ length: callers }, caller));
  await allBegun;
  await contestant.settled();
  const seconds = (performance.now() - started) / 1_000;
  return { perSecond: count / seconds, cpuMs: (machineCpuMs() - cpuBefore) / count };
}

/** From handing over one piece of work to its beginning while nothing else happens, in milliseconds, sorted. */
export async function measureLatency(contestant: Contestant, count: number): Promise<number[]> {
  const latencies: number[] = [];
  for (let number = 0; number < count; number++) {
    const started = performance.now();
    const begun = new Promise<void>((resolve) => {
      contestant.onBegin = () => {
        latencies.push(performance.now() - started);
        resolve();
      };
    });
    await contestant.hand(number);
    await begun;
    await contestant.settled();
  }
  return latencies.sort((a, b) => a - b);
}

function machineCpuMs(): number {
  return cpus().reduce((sum, { times }) => sum + times.user + times.nice + times.sys + times.irq, 0);
}
