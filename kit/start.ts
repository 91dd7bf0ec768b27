import type { ExecutionResult, GraphQLSchema } from 'graphql';
import type { RequestContext } from './context.ts';
import type { Database } from './database/database.ts';
import { migrate } from './database/migrate.ts';
import { seed } from './database/seed.ts';
import { CodedError } from './errors.ts';
import { createExecutor } from './execute.ts';
import type { Logger } from './log.ts';
import type { ModelHandle } from './model/handle.ts';
import type { Manifest } from './model/manifest.ts';
import type { Resources } from './resources.ts';
import { buildSchema, readSdl } from './schema.ts';
import type { Services, Subgraph, SubgraphDefinition } from './subgraph.ts';
import { observeEntities, observeRequest } from './telemetry/graphqlMetrics.ts';

export interface StartOptions {
  readonly resources: Resources;
  readonly log: Logger;
}

/** A started island of this repository, with what a start-up table tells of it. */
export interface StartedSubgraph extends Subgraph {
  readonly manifests: readonly Manifest[];
  readonly schema: GraphQLSchema;
}

/** Migrates the island's namespace, loads its models and makes its schema executable. */
export async function startSubgraph(definition: SubgraphDefinition, options: StartOptions): Promise<StartedSubgraph> {
  const log = options.log.child({ subgraph: definition.name });
  const sdl = readSdl(definition);
  const schema = buildSchema(sdl, definition.resolvers);
  const executeRequest = createExecutor(schema);
  const [database, models] = await Promise.all([migrateDatabase(definition, options), loadModels(definition, options)]);
  const services: Services = {
    log,
    models,
    get database(): Database {
      if (database) return database;
      throw new CodedError('CONFIG_INVALID', `The subgraph ${definition.name} uses a database but declares none.`);
    },
  };
  const contextOf = (request: RequestContext): RequestContext => {
    const own = { ...request, log };
    return definition.context?.(own, services) ?? own;
  };
  return {
    name: definition.name,
    sdl,
    schema,
    manifests: Object.values(models).map((model) => model.manifest),
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
      if (!database) return null;
      return database.query('select 1').then(
        () => null,
        (error: unknown) => {
          log.warn({ err: error }, 'the database does not answer');
          return 'the database does not answer';
        },
      );
    },
    close: async () => {},
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
  const seeded = await seed(database, definition.name, definition.database.seed);
  options.log.info({ subgraph: definition.name, seeded }, seeded ? 'seeded with the demo world' : 'was seeded before');
}

async function loadModels(
  { models = {} }: SubgraphDefinition,
  { resources }: StartOptions,
): Promise<Record<string, ModelHandle<never, unknown>>> {
  const names = Object.entries(models);
  if (names.length === 0) return {};
  const runtime = await resources.models();
  return Object.fromEntries(
    await Promise.all(names.map(async ([name, definition]) => [name, await runtime.load(definition)] as const)),
  );
}
