import type {
  GatewayExecutionResult,
  GatewayGraphQLRequestContext,
  GatewayInterface,
  GatewayLoadResult,
  GatewaySchemaLoadOrUpdateCallback,
  GatewayUnsubscriber,
} from '@apollo/server-gateway-interface';
import { GraphQLError } from 'graphql';
import { ANONYMOUS } from '../kit/context.ts';
import { LiveGraph, type LiveGraphOptions } from './supergraph/liveGraph.ts';
import type { FetchContext } from './transport/transport.ts';

export interface GatewayOptions extends LiveGraphOptions {
  /** On whose behalf an operation runs, and until when. Without it: anyone's, and without a limit. */
  readonly callerOf?: (requestContext: GatewayGraphQLRequestContext) => FetchContext;
}

/** Stands in for `ApolloGateway` in `new ApolloServer({ gateway })`. */
export class ArchipelagoGateway implements GatewayInterface {
  readonly #graph: LiveGraph;
  readonly #callerOf: (requestContext: GatewayGraphQLRequestContext) => FetchContext;

  constructor({ callerOf = anyone, ...options }: GatewayOptions) {
    this.#graph = new LiveGraph(options);
    this.#callerOf = callerOf;
  }

  onSchemaLoadOrUpdate(callback: GatewaySchemaLoadOrUpdateCallback): GatewayUnsubscriber {
    return this.#graph.onSwap(({ apiSchema, sdl }) => callback({ apiSchema, coreSupergraphSdl: sdl }));
  }

  async load(): Promise<GatewayLoadResult> {
    await this.#graph.start();
    return { executor: (requestContext) => this.#execute(requestContext) };
  }

  stop(): Promise<void> {
    return this.#graph.stop();
  }

  async #execute(requestContext: GatewayGraphQLRequestContext): Promise<GatewayExecutionResult> {
    const { source, operationName, request } = requestContext;
    const { data, errors } = await this.#graph.current.executeData(
      { query: source, operationName: operationName ?? undefined, variables: request.variables },
      this.#callerOf(requestContext),
    );
    return {
      ...(data !== undefined && { data }),
      ...(errors.length > 0 && {
        errors: errors.map(
          ({ message, path, extensions }) => new GraphQLError(message, { path: path ?? null, extensions }),
        ),
      }),
    };
  }
}

function anyone(): FetchContext {
  return {
    identity: ANONYMOUS,
    deadline: Number.POSITIVE_INFINITY,
    signal: new AbortController().signal,
    headers: [],
  };
}
