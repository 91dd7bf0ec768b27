import type { Logger } from '../../log.ts';
import type { StopReason } from './attempt.ts';
import type { Attempts, Pulse } from './attempts.ts';

export interface RunningAttempt {
  readonly record: { readonly id: string };
  /** Epoch milliseconds. */
  readonly deadline: number;
  readonly pulse: Pulse;
  stop(reason: StopReason): void;
}

export interface PulseOptions {
  readonly attempts: Attempts;
  readonly pulseMs: number;
  /** The attempts that run in this process now. */
  readonly running: () => Iterable<RunningAttempt>;
  readonly log: Logger;
}

/**
 * While anything runs: tells the database that it lives and how far it is, hears what was cancelled or lost, and ends
 * what takes too long. A process that is stopped tells nothing, so that its leases run out.
 */
export function startPulse({ attempts, pulseMs, running, log }: PulseOptions): { close(): Promise<void> } {
  let beating: Promise<void> | undefined;
  const beat = async (): Promise<void> => {
    const byId = new Map([...running()].map((attempt) => [attempt.record.id, attempt]));
    if (byId.size === 0) return;
    try {
      const stops = await attempts.pulse([...byId.values()].map(({ pulse }) => pulse));
      for (const { id, stop } of stops) byId.get(id)?.stop(stop === 'LOST' ? 'LOST' : 'CANCELLED');
    } catch (error) {
      log.warn({ err: error }, 'running jobs could not tell that they live');
    }
  };
  const timer = setInterval(() => {
    // Whether or not the database answers.
    const now = Date.now();
    for (const attempt of running()) if (now >= attempt.deadline) attempt.stop('TIMED_OUT');
    beating ??= beat().finally(() => {
      beating = undefined;
    });
  }, pulseMs);
  return {
    close: async () => {
      clearInterval(timer);
      await beating;
    },
  };
}
