import { readFileSync } from 'node:fs';
import {
  buildSchema,
  type DocumentNode,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  parse,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { CodedError } from '../../kit/errors.ts';
import type { Logger } from '../../kit/log.ts';
import { parseGraphRef } from '../graphRef.ts';
import { requireRole } from '../keys/access.ts';
import type { Keys } from '../keys/keys.ts';
import type { Delivery } from './delivery.ts';

export interface UplinkOptions {
  readonly delivery: Delivery;
  readonly keys: Keys;
  readonly log: Logger;
}

export interface UplinkRequest {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
}

/** How often routers ask: they do as they are told, and what they have already costs next to nothing. */
const MIN_DELAY_SECONDS = 1;
const MAX_DOCUMENTS = 100;
const MAX_TOKENS = 1_000;

interface Arguments {
  readonly ref: string;
  readonly apiKey: string;
  readonly ifAfterId?: string | null;
}

/** Apollo's Uplink: whatever a client calls its operation, it is executed as GraphQL. */
export class Uplink {
  readonly #options: UplinkOptions;
  readonly #schema: GraphQLSchema = buildSchema(readFileSync(new URL('uplink.graphql', import.meta.url), 'utf8'));
  /** Each make of router has one document. */
  readonly #documents = new LRUCache<string, DocumentNode>({ max: MAX_DOCUMENTS });

  constructor(options: UplinkOptions) {
    this.#options = options;
  }

  async execute({ query, operationName, variables }: UplinkRequest): Promise<ExecutionResult> {
    const document = this.#read(query);
    if (Array.isArray(document)) return { errors: document };
    return execute({
      schema: this.#schema,
      document,
      operationName,
      variableValues: variables,
      rootValue: { routerConfig: (input: Arguments) => this.#routerConfig(input) },
      typeResolver: (value: { __typename: string }) => value.__typename,
    });
  }

  #read(query: string): DocumentNode | GraphQLError[] {
    const known = this.#documents.get(query);
    if (known) return known;
    try {
      const document = parse(query, { maxTokens: MAX_TOKENS });
      const errors = validate(this.#schema, document);
      if (errors.length > 0) return [...errors];
      this.#documents.set(query, document);
      return document;
    } catch (error) {
      if (error instanceof GraphQLError) return [error];
      throw error;
    }
  }

  async #routerConfig({ ref: text, apiKey, ifAfterId }: Arguments): Promise<object> {
    const { delivery, keys, log } = this.#options;
    try {
      const key = await keys.authenticate(apiKey);
      const ref = parseGraphRef(text);
      requireRole(key, 'read', ref);
      const current = await delivery.current(ref);
      if (current === null) {
        return refusal('UNKNOWN_REF', `Nothing is served under ${text}. Publish subgraphs that compose.`);
      }
      const { id, supergraphSdl: supergraphSDL } = current;
      if (id === ifAfterId) return { __typename: 'Unchanged', id, minDelaySeconds: MIN_DELAY_SECONDS };
      return { __typename: 'RouterConfigResult', id, supergraphSDL, minDelaySeconds: MIN_DELAY_SECONDS, messages: [] };
    } catch (error) {
      if (error instanceof CodedError) {
        if (error.code === 'UNAUTHENTICATED') return refusal('AUTHENTICATION_FAILED', error.message);
        if (error.code === 'FORBIDDEN') return refusal('ACCESS_DENIED', error.message);
        if (error.code === 'BAD_USER_INPUT') return refusal('UNKNOWN_REF', error.message);
      }
      log.error({ err: error }, 'Uplink could not answer');
      return refusal('RETRY_LATER', 'The registry cannot tell now. Ask again.');
    }
  }
}

function refusal(code: string, message: string): object {
  return { __typename: 'FetchError', code, message, minDelaySeconds: MIN_DELAY_SECONDS };
}
