import { setTimeout as sleep } from 'node:timers/promises';
import { harmUntil } from './chaos.ts';
import type { Keeper } from './keeper.ts';
import { ask, untilDone } from './verdict.ts';

export interface DisturbOptions {
  /** Of the database. */
  readonly url: string;
  readonly scenario: string;
  readonly jobs: number;
  readonly victims: readonly Keeper[];
  readonly random: () => number;
  /** So many jobs end between two disturbances: to harm who only starts proves nothing. */
  readonly every: number;
}

/**
 * Kills a process that is chosen at random, or stops it, often for longer than its leases, again and again until the
 * jobs are done. Returns how often.
 */
export async function disturb({ url, scenario, jobs, victims, random, every }: DisturbOptions): Promise<number> {
  let disturbances = 0;
  await harmUntil(untilDone(url, scenario, jobs), random, [20, 200], async () => {
    const sql =
      "select count(*)::integer as ended from jobs.jobs where kind like $1 || '.%' and finished_at is not null";
    const [row] = await ask<{ ended: number }>(url, sql, [scenario]);
    if ((row?.ended ?? 0) < (disturbances + random()) * every) return;
    disturbances += 1;
    const victim = victims[Math.floor(random() * victims.length)];
    if (random() < 0.5) return victim?.signal('SIGKILL');
    victim?.signal('SIGSTOP');
    await sleep(500 + random() * 2_000);
    victim?.signal('SIGCONT');
  });
  return disturbances;
}
