import { type Check, NotApplicable, Violation } from './check.ts';
import { checks } from './checks.ts';
import { Subject, type Target } from './subject.ts';

/** How one check ended. */
export type Outcome =
  | { readonly check: Check; readonly status: 'pass' }
  | { readonly check: Check; readonly status: 'skip'; readonly reason: string }
  | { readonly check: Check; readonly status: 'fail'; readonly expected: string; readonly came: string };

/** Makes every check of one subgraph, one after another; `onOutcome` is told of each as it ends. */
export async function conform(target: Target, onOutcome: (outcome: Outcome) => void = () => {}): Promise<Outcome[]> {
  const subject = new Subject(target);
  const unmet = new Set<string>();
  const outcomes: Outcome[] = [];
  for (const check of checks) {
    const missing = check.needs?.find((id) => unmet.has(id));
    const outcome: Outcome =
      missing === undefined
        ? await attempt(check, subject)
        : { check, status: 'skip', reason: `it says nothing without ${missing}` };
    if (outcome.status === 'fail' || missing !== undefined) unmet.add(check.id);
    outcomes.push(outcome);
    onOutcome(outcome);
  }
  return outcomes;
}

async function attempt(check: Check, subject: Subject): Promise<Outcome> {
  try {
    await check.run(subject);
    return { check, status: 'pass' };
  } catch (error) {
    if (error instanceof NotApplicable) return { check, status: 'skip', reason: error.message };
    if (error instanceof Violation) return { check, status: 'fail', expected: error.expected, came: error.came };
    throw error;
  }
}
