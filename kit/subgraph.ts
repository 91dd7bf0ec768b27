import type { ExecutionResult } from 'graphql';
import type { Projection } from './changes/defineProjection.ts';
import type { ChatEndpoint } from './chat/chatEndpoint.ts';
import type { RequestContext } from './context.ts';
import type { Database, Queryable } from './database/database.ts';
import { CodedError } from './errors.ts';
import type { JobDefinition } from './jobs/defineJob.ts';
import type { Jobs } from './jobs/jobs.ts';
import type { Logger } from './log.ts';
import type { ModelDefinition } from './model/definition.ts';
import type { ModelHandle } from './model/handle.ts';
import type { Uploads } from './uploads/uploads.ts';

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
  /** Opened when first needed: an island answers what needs no jobs while their database is away. */
  jobs(): Promise<Jobs>;
  /** The language model of CHAT_URL; null where none is configured. */
  readonly chat: ChatEndpoint | null;
  /** The hosts of IMAGE_HOSTS, as a URL has them: pictures may be fetched from these alone. */
  readonly imageHosts: readonly string[];
  /** What people uploaded; opened when first needed, by an island with `uploads: true`. */
  uploads(): Promise<Uploads>;
  readonly log: Logger;
}

/** What a seed has at hand besides its transaction. */
export interface SeedServices {
  /** @throws CodedError `CONFIG_INVALID` for an island without `uploads: true`. */
  uploads(): Uploads;
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
    readonly seed?: (transaction: Queryable, services: SeedServices) => Promise<void>;
  };
  /** Whether it attaches or reads what people uploaded. */
  readonly uploads?: boolean;
  /** By the name under which `context` finds their handles. An island with models is an AI island. */
  readonly models?: Models;
  /** The kinds of jobs that the island's worker runs; empty for an island that only submits or shows some, or tells of changes. */
  readonly jobs?: readonly JobDefinition<unknown, Services<Models>>[];
  /** What the island keeps of others' entities, in its own tables; the process that runs its jobs brings them up to date. */
  readonly projections?: readonly Projection[];
  /**
   * What the island does by itself in each process that answers, such as to keep an index in memory: called once when it
   * has started, told by the signal to end, and waited for then. A request never waits for it.
   */
  background?(services: Services<Models>, signal: AbortSignal): Promise<void>;
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
 * @throws CodedError `CONFIG_INVALID` for a name that cannot be a folder, a namespace and a service name at once, and for
 * a projection that is another's.
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
  const foreign = definition.projections?.find(({ consumer }) => consumer !== definition.name);
  if (foreign) {
    throw new CodedError(
      'CONFIG_INVALID',
      `The subgraph ${definition.name} keeps projections as the consumer ${definition.name}; that of ${foreign.entity} names ${foreign.consumer}.`,
    );
  }
  return definition;
}

/** Whether the island has something to do between requests, which its worker does: jobs to run, or projections to keep. */
export function hasWork({ jobs = [], projections = [] }: SubgraphDefinition): boolean {
  return jobs.length + projections.length > 0;
}

/** Whether it needs the tables of jobs and changes: also to submit or show jobs, or to tell of changes. */
export function usesJobs({ jobs, projections }: SubgraphDefinition): boolean {
  return jobs !== undefined || projections !== undefined;
}
