import type { GraphQLSchema } from 'graphql';
import { generateOperation } from './generate.ts';
import type { Graph, Operation } from './graph.ts';

/** The operations written for a graph, and those generated from its seeds. */
export function operationsOf(graph: Graph, schema: GraphQLSchema): Operation[] {
  const seeds = Array.from({ length: graph.seeds }, (_, index) => index + 1);
  return [...graph.operations, ...seeds.map((seed) => generateOperation(schema, graph, seed))];
}
