import type { Outcome } from './conform.ts';

/** A check as people read it: one line, and where it failed what was expected, what came and what to do. */
export function reportOutcome(outcome: Outcome): string {
  const { check, status } = outcome;
  const name = check.id.padEnd(21);
  switch (outcome.status) {
    case 'pass':
      return `${status}  ${name}  ${check.rule}`;
    case 'skip':
      return `${status}  ${name}  ${outcome.reason}.`;
    case 'fail':
      return [
        `FAIL  ${name}  ${check.rule}`,
        `        expected  ${outcome.expected}`,
        `        came      ${outcome.came}`,
        `        do        ${check.advice}`,
      ].join('\n');
  }
}

/** How many ended how. */
export function summarise(outcomes: readonly Outcome[]): string {
  const count = (status: Outcome['status']): number => outcomes.filter((outcome) => outcome.status === status).length;
  return `${count('pass')} passed, ${count('fail')} failed, ${count('skip')} skipped. The contract is docs/conformance.md.`;
}

/** Whether nothing failed; what was skipped was named. */
export function isConformant(outcomes: readonly Outcome[]): boolean {
  return outcomes.every(({ status }) => status !== 'fail');
}
