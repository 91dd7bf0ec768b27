import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { RequestContext } from './context.ts';
import type { Database } from './database/database.ts';
import { migrate } from './database/migrate.ts';
import { seed } from './database/seed.ts';
import { databaseUnready } from './database/unready.ts';
import { CodedError } from './errors.ts';
import { createExecutor } from './execute.ts';
import type { Graph } from './graph.ts';
import type { Logger } from './log.ts';
import type { ModelHandle } from './model/handle.ts';
import { createFeedbackStore, feedbackNamespace } from './model/quality/feedbackStore.ts';
import { withModelReports } from './modelReports.ts';
import type { Resources } from './resources.ts';
import { buildSchema, readSdl } from './schema.ts';
import {
  hasWork,
  type SeedServices,
  type Services,
  type Subgraph,
  type SubgraphDefinition,
  usesJobs,
} from './subgraph.ts';
import { observeEntities, observeRequest } from './telemetry/graphqlMetrics.ts';

export interface StartOptions {
  readonly resources: Resources;
  readonly log: Logger;
  /** False for a process that only does the island's work, and answers nobody. */
  readonly answers?: boolean;
}

/** A started island of this repository, with what a start-up table tells of it. */
export interface StartedSubgraph extends Subgraph {
  readonly models: readonly ModelHandle<never, unknown>[];
  readonly schema: GraphQLSchema;
  /** Begins to run the island's jobs and to keep its projections in this process; they ask the graph through `graph`. */
  work(graph: Graph): Promise<void>;
}

/** Migrates the island's namespace, loads its models and makes its schema executable. */
export async function startSubgraph(definition: SubgraphDefinition, options: StartOptions): Promise<StartedSubgraph> {
  const log = options.log.child({ subgraph: definition.name });
  const sdl = readSdl(definition);
  const [database, models] = await Promise.all([migrateDatabase(definition, options), loadModels(definition, options)]);
  const resolvers = definition.models ? withModelReports(definition, models) : definition.resolvers;
  const schema = buildSchema(sdl, resolvers);
  const executeRequest = createExecutor(schema);
  const services: Services = {
    log,
    models,
    chat: options.resources.chat,
    imageHosts: options.resources.imageHosts,
    jobs: () => {
      if (usesJobs(definition)) return options.resources.jobs();
      throw new CodedError('CONFIG_INVALID', `The subgraph ${definition.name} uses jobs but declares none.`);
    },
    uploads: () => {
      if (definition.uploads) return options.resources.uploads();
      throw noUploads(definition.name);
    },
    get database(): Database {
      if (database) return database;
      throw new CodedError('CONFIG_INVALID', `The subgraph ${definition.name} uses a database but declares none.`);
    },
  };
  const contextOf = (request: RequestContext): RequestContext => {
    const own = { ...request, log };
    return definition.context?.(own, services) ?? own;
  };
  const ending = new AbortController();
  const { answers = true } = options;
  const background = answers ? definition.background?.(services, ending.signal) : undefined;
  background?.catch((error: unknown) => {
    log.error({ err: error }, 'what the island does by itself has ended');
  });
  return {
    name: definition.name,
    sdl,
    schema,
    models: Object.values(models),
    execute: async (request, context) => {
      observeEntities(definition.name, request.variables);
      const observe = observeRequest(definition.name);
      let result: ExecutionResult | undefined;
      try {
        result = await executeRequest(request, contextOf(context));
        return result;
      } finally {
        observe(result);
      }
    },
    unready: async () => {
      const broken = Object.values(models).find((model) => !model.ready);
      if (broken) return `no worker runs the model ${broken.manifest.name}`;
      // An island that has models answers what needs no jobs.
      const needsDatabase = database !== undefined || (usesJobs(definition) && definition.models === undefined);
      return needsDatabase ? databaseUnready(options.resources.database, log) : null;
    },
    work: async (graph) => {
      if (!hasWork(definition)) return;
      const jobs = await options.resources.jobs();
      if (definition.jobs?.length) jobs.work(definition.jobs, { services, graph });
      for (const projection of definition.projections ?? []) jobs.changes.project(projection, graph);
    },
    close: async () => {
      ending.abort();
      // Its failure was told when it came.
      await background?.catch(() => {});
    },
  };
}

async function migrateDatabase(
  { name, database: declared }: SubgraphDefinition,
  { resources }: StartOptions,
): Promise<Database | undefined> {
  if (declared === undefined) return undefined;
  const database = await resources.database();
  await migrate(database, name, declared.migrations);
  return database;
}

/** Migrates the island's namespace and, once in its life, fills it with the island's part of the demo world. */
export async function seedSubgraph(definition: SubgraphDefinition, options: StartOptions): Promise<void> {
  const database = await migrateDatabase(definition, options);
  if (database === undefined || definition.database?.seed === undefined) return;
  const fill = definition.database.seed;
  // In the middle of the transaction nothing else could be opened in its database.
  const uploads = definition.uploads ? await options.resources.uploads() : undefined;
  const services: SeedServices = {
    uploads: () => {
      if (uploads) return uploads;
      throw noUploads(definition.name);
    },
  };
  const seeded = await seed(database, definition.name, (transaction) => fill(transaction, services));
  options.log.info({ subgraph: definition.name, seeded }, seeded ? 'seeded with the demo world' : 'was seeded before');
}

function noUploads(name: string): CodedError {
  return new CodedError('CONFIG_INVALID', `The subgraph ${name} uses uploads but does not declare that it does.`);
}

async function loadModels(
  { name: island, models = {} }: SubgraphDefinition,
  { resources }: StartOptions,
): Promise<Record<string, ModelHandle<never, unknown>>> {
  const names = Object.entries(models);
  if (names.length === 0) return {};
  const runtime = await resources.models();
  const feedback = createFeedbackStore({ database: resources.database, namespace: feedbackNamespace(island) });
  return Object.fromEntries(
    await Promise.all(
      names.map(async ([name, definition]) => [name, await runtime.load(definition, { feedback })] as const),
    ),
  );
}
