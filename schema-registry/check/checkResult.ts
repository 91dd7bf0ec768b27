import type { CompositionFault } from '../../supergraph/compose.ts';
import type { Diagnostic } from '../lint/diagnostic.ts';
import type { Authorship } from '../store/launch.ts';

/** `FAILURE` fails a check, `WARNING` does not, `NOTICE` is for whoever wants to know. */
export type Severity = 'FAILURE' | 'WARNING' | 'NOTICE';

/** What became of a proposed schema of a subgraph. */
export interface CheckResult {
  /** `check-` and a UUID. */
  readonly id: string;
  readonly graph: string;
  readonly variant: string;
  readonly subgraph: string;
  readonly status: 'PASSED' | 'FAILED';
  readonly by: Authorship;
  readonly createdAt: Date;
  readonly composition: {
    readonly faults: readonly CompositionFault[];
    /** Whether routers would be given another supergraph. */
    readonly changesSupergraph: boolean;
    /** How long composing took, and the whole check. */
    readonly ms: number;
    readonly checkMs: number;
  };
  readonly operations: {
    readonly changes: readonly JudgedChange[];
    /** How many different operations the variant was asked in the window. */
    readonly checked: number;
    readonly since: Date;
  };
  readonly lint: { readonly diagnostics: readonly Diagnostic[] };
  readonly contract: { readonly breaches: readonly JudgedBreach[] };
}

/** A change of the API, judged by who would notice. */
export interface JudgedChange {
  readonly severity: Severity;
  readonly rule: string;
  readonly coordinate: string;
  /** What changes, who is hurt, and what to do. */
  readonly message: string;
  /** Where the proposed schema says so, or the type that it is of; null where that is in no line of it. */
  readonly line: number | null;
  readonly users: readonly ChangeUser[];
  readonly override: Override | null;
}

/** A client's operation that a change would break. */
export interface ChangeUser {
  /** Empty for one that does not say who it is. */
  readonly client: string;
  readonly clientVersion: string;
  /** Empty for one without a name. */
  readonly operation: string;
  readonly operationId: string;
  readonly requests: number;
  readonly lastSeen: Date;
}

/** A promise of a model that would not be kept. */
export interface JudgedBreach {
  readonly severity: Severity;
  readonly rule: string;
  readonly coordinate: string;
  readonly message: string;
  readonly override: Override | null;
}

/** Why something that a check minds is allowed. */
export interface Override {
  readonly id: string;
  readonly rule: string;
  readonly coordinate: string;
  readonly reason: string;
  readonly author: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
}
