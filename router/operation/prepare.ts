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
}

/**
 * Compiles an operation that has been validated and planned.
 * @throws CodedError `OPERATION_TOO_LARGE`
 */
export function prepareOperation(
  query: string,
  operationName: string | undefined,
  plan: PlanNode | null,
  options: PrepareOptions,
): PreparedOperation {
  const { schema, neededWithArguments, interfaceObjects } = options;
  const document = parse(query, { noLocation: true });
  const operation = chooseOperation(document, operationName);
  const shape = buildShape({ schema, document, operation, neededWithArguments, interfaceObjects });
  const fetches = plan ? [...fetchesOf(plan)] : [];
  const mayShareEntities = fetches.every(({ contexts }) => contexts.length === 0);
  return {
    kind: operation.operation,
    coerce: compileCoercion(schema, operation),
    introspect: compileIntrospection(schema, document, operation, neededWithArguments),
    execute: plan && compilePlan(plan, { ...options, shape, mayShareEntities }),
    fetches,
    shape,
    write: compileWriter(shape),
  };
}

function* fetchesOf(node: PlanNode): Generator<FetchNode> {
  if (node.kind === 'fetch') yield node;
  else if (node.kind === 'condition') {
    for (const branch of [node.whenTrue, node.whenFalse]) if (branch) yield* fetchesOf(branch);
  } else for (const child of node.nodes) yield* fetchesOf(child);
}
