import { parentPort } from 'node:worker_threads';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { CodedError } from '../../../kit/errors.ts';
import type { PlannerReply, PlannerRequest } from './messages.ts';
import { InvalidDocument, PlanningGraph } from './planningGraph.ts';

/** The planner's thread: planning is synchronous and may take long, and here it holds up nobody. */
const graphs = new Map<number, PlanningGraph>();

function answer(request: PlannerRequest): PlannerReply | undefined {
  if (request.kind === 'drop') {
    graphs.delete(request.graph);
    return undefined;
  }
  const { id } = request;
  try {
    if (request.kind === 'load') {
      const graph = new PlanningGraph(request.sdl);
      graphs.set(request.graph, graph);
      return { kind: 'loaded', id, graph: graph.describe() };
    }
    const graph = graphs.get(request.graph);
    if (!graph) throw new Error('the supergraph was dropped');
    return { kind: 'planned', id, plan: graph.plan(request.operation) };
  } catch (error) {
    return {
      kind: 'refused',
      id,
      errors: toClientErrors(error),
      stack: stackOf(error),
    };
  }
}

function toClientErrors(error: unknown): GraphQLFormattedError[] {
  if (error instanceof InvalidDocument) {
    return error.errors.map((invalid) => ({
      ...invalid.toJSON(),
      extensions: {
        ...invalid.extensions,
        code: invalid.message.startsWith('Syntax Error') ? 'GRAPHQL_PARSE_FAILED' : 'GRAPHQL_VALIDATION_FAILED',
      },
    }));
  }
  if (error instanceof CodedError) return [{ message: error.message, extensions: error.extensions }];
  const message = error instanceof GraphQLError ? error.message : 'The operation could not be planned.';
  return [{ message, extensions: { code: 'INTERNAL_SERVER_ERROR' } }];
}

parentPort?.on('message', (request: PlannerRequest) => {
  const reply = answer(request);
  if (reply) parentPort?.postMessage(reply);
});
parentPort?.postMessage({ kind: 'ready' } satisfies PlannerReply);

/** With the error that caused it: that one says what the planner stumbled over. */
function stackOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const cause = stackOf(error.cause);
  return cause === undefined ? error.stack : `${error.stack}\ncaused by: ${cause}`;
}
