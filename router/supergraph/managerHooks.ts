import type { SupergraphManager } from '@apollo/gateway';
import { Kind, parse, valueFromASTUntyped } from 'graphql';
import { ANONYMOUS } from '../../kit/context.ts';
import { CodedError } from '../../kit/errors.ts';
import type { SubgraphEndpoint } from '../transport/endpoint.ts';
import type { SubgraphResponse } from '../transport/transport.ts';
import type { TransportPool } from './transportPool.ts';

type Hooks = Parameters<SupergraphManager['initialize']>[0];
type Headers = readonly (readonly [name: string, value: string])[];

const PATIENCE_MS = 10_000;

/** What a supergraph manager of @apollo/gateway may ask of the gateway that it serves. */
export function createManagerHooks(update: (sdl: string) => void, transports: TransportPool): Hooks {
  const ask = async (endpoint: SubgraphEndpoint, query: string, headers: Headers): Promise<SubgraphResponse> => {
    const transport = transports.acquire(endpoint);
    const deadline = Date.now() + PATIENCE_MS;
    const context = { identity: ANONYMOUS, deadline, signal: AbortSignal.timeout(PATIENCE_MS), headers };
    try {
      return await transport.fetch({ query, operationName: undefined, variables: '{}', kind: 'query' }, context);
    } finally {
      await transports.release([endpoint]);
    }
  };

  return {
    update,
    healthCheck: async (sdl) => {
      await Promise.all(
        readEndpoints(sdl).map(async (endpoint) => {
          const { errors } = await ask(endpoint, '{ __typename }', []);
          if (errors?.[0]) throw new CodedError('SUBGRAPH_UNAVAILABLE', `${endpoint.name}: ${errors[0].message}`);
        }),
      );
    },
    getDataSource: ({ name, url = '' }) => ({
      process: async ({ request: { query = '', http } }) => {
        const { data = null, errors } = await ask({ name, url }, query, [...(http?.headers ?? [])]);
        return { data, ...(errors && { errors: errors.map(({ message }) => ({ message })) }) };
      },
    }),
  };
}

function readEndpoints(sdl: string): SubgraphEndpoint[] {
  return parse(sdl).definitions.flatMap((definition) => {
    if (definition.kind !== Kind.ENUM_TYPE_DEFINITION || definition.name.value !== 'join__Graph') return [];
    const graphs = (definition.values ?? []).flatMap(({ directives = [] }) => directives);
    return graphs.map((graph): SubgraphEndpoint => {
      const given = new Map(
        graph.arguments?.map((argument) => [argument.name.value, valueFromASTUntyped(argument.value)]),
      );
      return { name: String(given.get('name')), url: String(given.get('url') ?? '') };
    });
  });
}
