import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/**
 * How many cores this process may keep busy: those it may run on, and no more than its control group's quota of CPU
 * time. Node 20 counts the former only, and a container with two cores on a machine of sixty-four would start sixty-four
 * workers that stand in each other's way.
 */
export function availableCores(): number {
  const quota = Math.min(quotaV2(), quotaV1());
  return Math.max(1, Math.min(availableParallelism(), Math.floor(quota)));
}

/** Control groups, version 2: `max 100000` or `200000 100000`, microseconds in each period. */
export function quotaV2(read = readText): number {
  return ratio(...(read('/sys/fs/cgroup/cpu.max')?.trim().split(' ') ?? []));
}

/** Version 1: -1 means no limit. */
export function quotaV1(read = readText): number {
  return ratio(read('/sys/fs/cgroup/cpu/cpu.cfs_quota_us'), read('/sys/fs/cgroup/cpu/cpu.cfs_period_us'));
}

function ratio(quota?: string, period?: string): number {
  const cores = Number(quota) / Number(period);
  return cores > 0 ? cores : Number.POSITIVE_INFINITY;
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
