import type { ExecutionResult } from 'graphql';
import type { RequestContext } from './context.ts';
import type { Database, Queryable } from './database/database.ts';
import { CodedError } from './errors.ts';
import type { Logger } from './log.ts';
import type { ModelDefinition } from './model/definition.ts';
import type { ModelHandle } from './model/handle.ts';

/** A GraphQL request as it reaches a subgraph. */
export interface SubgraphRequest {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | undefined;
}

export type ModelDefinitions = Readonly<Record<string, ModelDefinition<never, unknown>>>;

export type ModelHandles<Models> = {
  readonly [Name in keyof Models]: Models[Name] extends ModelDefinition<infer Input, infer Output>
    ? ModelHandle<Input, Output>
    : never;
};

/** What a running island has at hand when it makes the context of a request. */
export interface Services<Models = ModelDefinitions> {
  readonly database: Database;
  readonly models: ModelHandles<Models>;
  readonly log: Logger;
}

/**
 * What a team writes: a schema, resolvers, and what they stand on.
 * Importing a definition opens nothing and loads nothing.
 */
export interface SubgraphDefinition<Models extends ModelDefinitions = ModelDefinitions> {
  /** Lower-case; also its folder, its database namespace and its name in the supergraph. */
  readonly name: string;
  /** schema.graphql: federation SDL with a description on every type and field. */
  readonly schema: URL;
  /** Typed by the generated `Resolvers` of the island's schema. */
  readonly resolvers: object;
  readonly database?: {
    /** Folder of `NNN-what.sql` files, run once each, in order. */
    readonly migrations: URL;
    /** Fills the island's empty tables with its part of the demo world, in one transaction. */
    readonly seed?: (transaction: Queryable) => Promise<void>;
  };
  /** By the name under which `context` finds their handles. An island with models is an AI island. */
  readonly models?: Models;
  /** Adds the island's own stores, loaders and models to a request's context; called once a request. */
  context?(request: RequestContext, services: Services<Models>): RequestContext;
}

/** A started island. It listens on nothing: kit/serve.ts or the router's in-process transport calls `execute`. */
export interface Subgraph {
  readonly name: string;
  readonly sdl: string;
  execute(request: SubgraphRequest, context: RequestContext): Promise<ExecutionResult>;
  /** Why the island cannot answer now, or null when it can. */
  unready(): Promise<string | null>;
  close(): Promise<void>;
}

/**
 * Declares an island; kit/start.ts brings it to life.
 * @throws CodedError `CONFIG_INVALID` for a name that cannot be a folder, a namespace and a service name at once.
 */
export function defineSubgraph<const Models extends ModelDefinitions = Record<never, never>>(
  definition: SubgraphDefinition<Models>,
): SubgraphDefinition {
  if (!/^[a-z][a-z0-9]*$/.test(definition.name)) {
    throw new CodedError(
      'CONFIG_INVALID',
      `A subgraph's name is lower-case letters and digits and starts with a letter; got ${JSON.stringify(definition.name)}.`,
    );
  }
  return definition;
}
