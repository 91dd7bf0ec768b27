import './supergraph/silentTelemetry.ts';
import { ApolloGateway, type SupergraphManager } from '@apollo/gateway';
import type {
  GatewayGraphQLRequestContext,
  GatewayInterface,
  GatewayLoadResult,
  GatewaySchemaLoadOrUpdateCallback,
  GatewayUnsubscriber,
} from '@apollo/server-gateway-interface';
import { ANONYMOUS } from '../kit/context.ts';
import type { Logger } from '../kit/log.ts';
import { createDataSource } from './transport/dataSource.ts';
import type { FetchContext, Transport } from './transport/transport.ts';

/** A subgraph as the supergraph names it. */
export interface SubgraphEndpoint {
  readonly name: string;
  readonly url: string | undefined;
}

export interface GatewayOptions {
  /** Where the supergraph comes from: its SDL, or a manager that also brings its successors. */
  readonly supergraph: string | SupergraphManager;
  /** The way to a subgraph; asked once for each name and URL. */
  readonly transportTo: (subgraph: SubgraphEndpoint) => Transport;
  /** On whose behalf an operation runs, and until when. Without it: anyone's, and without a limit. */
  readonly callerOf?: (requestContext: GatewayGraphQLRequestContext) => FetchContext;
  readonly log: Logger;
}

/** Stands in for `ApolloGateway` in `new ApolloServer({ gateway })` and fetches through our transports. */
export class ArchipelagoGateway implements GatewayInterface {
  readonly #gateway: ApolloGateway;
  readonly #transports: Transport[] = [];

  constructor({ supergraph, transportTo, callerOf = anyone, log }: GatewayOptions) {
    this.#gateway = new ApolloGateway({
      supergraphSdl: typeof supergraph === 'string' ? async () => ({ supergraphSdl: supergraph }) : supergraph,
      logger: log,
      buildService: ({ name, url }) => {
        const transport = transportTo({ name, url });
        this.#transports.push(transport);
        return createDataSource({ name, transport, callerOf, log });
      },
    });
  }

  onSchemaLoadOrUpdate(callback: GatewaySchemaLoadOrUpdateCallback): GatewayUnsubscriber {
    return this.#gateway.onSchemaLoadOrUpdate(callback);
  }

  load({ apollo }: Parameters<GatewayInterface['load']>[0]): Promise<GatewayLoadResult> {
    return this.#gateway.load({ apollo });
  }

  async stop(): Promise<void> {
    await this.#gateway.stop();
    await Promise.all(this.#transports.map((transport) => transport.close()));
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
