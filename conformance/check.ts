import type { Subject } from './subject.ts';

/** One part of the contract, and how to see whether a subgraph keeps it. */
export interface Check {
  /** Its name in reports and in docs/conformance.md: the section, a dot, what it is about. */
  readonly id: string;
  /** What a subgraph must answer, in one sentence. */
  readonly rule: string;
  /** What its author does when it does not. */
  readonly advice: string;
  /** The checks without which this one says nothing. */
  readonly needs?: readonly string[];
  /**
   * @throws Violation when the rule is broken
   * @throws NotApplicable when nothing is there to see it by
   */
  run(subject: Subject): Promise<void>;
}

/** A broken rule: what was expected, and what came instead. */
export class Violation extends Error {
  readonly expected: string;
  readonly came: string;

  constructor(expected: string, came: string, options?: ErrorOptions) {
    super(`expected ${expected}; came ${came}`, options);
    this.name = 'Violation';
    this.expected = expected;
    this.came = came;
  }
}

/** A check that cannot be made of this subgraph; the message says why, and what would change it. */
export class NotApplicable extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'NotApplicable';
  }
}
