import type { Composition, ServiceSdl } from '../../supergraph/compose.ts';
import type { ApiChange } from '../check/apiChanges.ts';

/** What the composer's thread does, by the name of its method. */
export interface Tasks {
  /** Composes. */
  compose(input: { readonly services: readonly ServiceSdl[] }): Composed;
  /** Composes, and compares with what is served: `before`, a supergraph, or null for nothing. */
  compare(input: { readonly services: readonly ServiceSdl[]; readonly before: string | null }): Promise<Compared>;
  /** What clients would notice between two supergraphs; `before` null for nothing. */
  diff(input: { readonly before: string | null; readonly after: string }): Promise<readonly ApiChange[]>;
  /** What clients see of a supergraph, as SDL. */
  api(input: { readonly supergraphSdl: string }): string;
}

export interface Composed {
  readonly composition: Composition;
  /** How long the composition itself took. */
  readonly ms: number;
}

export interface Compared extends Composed {
  /** None where it does not compose, or nothing was served. */
  readonly changes: readonly ApiChange[];
}

export type TaskName = keyof Tasks;

export type TaskRequest = {
  [Name in TaskName]: { readonly id: number; readonly name: Name; readonly input: Parameters<Tasks[Name]>[0] };
}[TaskName];

export type TaskReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'done'; readonly id: number; readonly result: unknown }
  | { readonly kind: 'broken'; readonly id: number; readonly reason: string };
