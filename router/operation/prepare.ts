import { type GraphQLSchema, parse } from 'graphql';
import { compilePlan } from '../execution/compilePlan.ts';
import type { FetchEnvironment } from '../execution/fetchEnvironment.ts';
import type { Step } from '../execution/step.ts';
import { buildShape } from '../response/buildShape.ts';
import { compileWriter, type Writer } from '../response/compileWriter.ts';
import { compileIntrospection, type Introspection } from '../response/introspect.ts';
import type { ObjectShape } from '../response/shape.ts';
import { chooseOperation } from './chooseOperation.ts';
import { type CoerceVariables, compileCoercion } from './compileVariables.ts';
import { Denials, type GuardTable } from './guards.ts';
import type { OperationSource } from './operationCache.ts';
import type { FetchNode, PlanNode } from './plan.ts';

/** An operation with all done that can be done before its variables are known. */
export interface PreparedOperation {
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly coerce: CoerceVariables;
  readonly introspect: Introspection | null;
  /** Null when nothing is to be fetched. */
  readonly execute: Step | null;
  readonly fetches: readonly FetchNode[];
  readonly shape: ObjectShape;
  readonly write: Writer;
}

export interface PrepareOptions extends Omit<FetchEnvironment, 'shape' | 'mayShareEntities'> {
  readonly schema: GraphQLSchema;
  readonly neededWithArguments: ReadonlySet<string>;
  readonly guards: GuardTable;
}

/**
 * Compiles an operation that has been validated and planned.
 * @throws CodedError `OPERATION_TOO_LARGE`
 */
export function prepareOperation(
  { query, operationName, denials }: OperationSource,
  plan: PlanNode | null,
  options: PrepareOptions,
): PreparedOperation {
  const { schema, neededWithArguments, interfaceObjects } = options;
  const document = parse(query, { noLocation: true });
  const operation = chooseOperation(document, operationName);
  const denied = new Denials(options.guards, denials);
  const shape = buildShape({ schema, document, operation, neededWithArguments, interfaceObjects, denied });
  const fetches = plan ? [...fetchesOf(plan)] : [];
  const mayShareEntities = fetches.every(({ contexts }) => contexts.length === 0);
  return {
    kind: operation.operation,
    coerce: compileCoercion(schema, operation),
    introspect: compileIntrospection(schema, document, operation, neededWithArguments),
    execute: plan && compilePlan(plan, { ...options, shape, mayShareEntities }),
    fetches,
    shape,
    // What is denied has to be told: that is for completion to do.
    write: denied.isEmpty ? compileWriter(shape) : () => undefined,
  };
}

function* fetchesOf(node: PlanNode): Generator<FetchNode> {
  if (node.kind === 'fetch') yield node;
  else if (node.kind === 'condition') {
    for (const branch of [node.whenTrue, node.whenFalse]) if (branch) yield* fetchesOf(branch);
  } else for (const child of node.nodes) yield* fetchesOf(child);
}
