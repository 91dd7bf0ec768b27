/**
 * What is to be fetched, from where and in which order: the planner's plan with everything resolved that only the
 * supergraph knows. Plain data, because it crosses from the planner's thread.
 */
export type PlanNode = SequenceNode | ParallelNode | ConditionNode | FetchNode;

export interface SequenceNode {
  readonly kind: 'sequence';
  readonly nodes: readonly PlanNode[];
}

export interface ParallelNode {
  readonly kind: 'parallel';
  readonly nodes: readonly PlanNode[];
}

export interface ConditionNode {
  readonly kind: 'condition';
  /** Name of a Boolean variable. */
  readonly variable: string;
  readonly whenTrue: PlanNode | null;
  readonly whenFalse: PlanNode | null;
}

export interface FetchNode {
  readonly kind: 'fetch';
  readonly service: string;
  /** Where its answer belongs, from the root of the data. */
  readonly path: readonly PathStep[];
  readonly query: string;
  readonly operationName: string | undefined;
  readonly operation: 'query' | 'mutation';
  /** The client's variables it uses. */
  readonly variables: readonly string[];
  /** Null for a fetch of root fields. */
  readonly entities: EntityInputs | null;
  readonly contexts: readonly ContextArgument[];
  /** The keys of its answer, after `renames`. */
  readonly answers: AnswerTree;
  readonly renames: readonly KeyRename[];
  /** The most that all of it may take, by the `@deadline` of its fields. */
  readonly deadlineMs: number | null;
}

/** A key of the data, or null for "each item of the list". */
export type PathStep = string | null;

/** `null` for a leaf. */
export interface AnswerTree {
  readonly [key: string]: AnswerTree | null;
}

/** What an entity's representation is made of, by the `__typename` that the data has. */
export type EntityInputs = Readonly<Record<string, EntityInput>>;

export interface EntityInput {
  /** The `__typename` to send: an interface's name where the subgraph has it as an interface object. */
  readonly typename: string;
  readonly fields: readonly InputField[];
}

export interface InputField {
  /** The key to send. */
  readonly name: string;
  /** The key in the data. */
  readonly from: string;
  readonly nullable: boolean;
  /** A single value of a type that is never an object: what is one cannot be sent. */
  readonly plain: boolean;
  /** Part of a key of the entity: without it the subgraph cannot know which one is meant. */
  readonly key: boolean;
  readonly selections: readonly InputSelection[] | null;
}

export interface InputSelection {
  /** Which types of object it applies to; null for all. */
  readonly types: readonly string[] | null;
  readonly fields: readonly InputField[];
}

/** `@fromContext`: a variable of the fetch whose value stands above the entity. */
export interface ContextArgument {
  readonly variable: string;
  /** How many objects above the entity the context is. */
  readonly up: number;
  readonly path: readonly ContextStep[];
}

export type ContextStep = { readonly key: string } | { readonly types: readonly string[] };

/** A key that had to be aliased in the fetch and goes by another name in the data. */
export interface KeyRename {
  readonly path: readonly ContextStep[];
  readonly from: string;
  readonly to: string;
}
