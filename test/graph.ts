import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serverAnswers } from '../kit/database/testServer.ts';
import { subgraphs } from '../subgraphs/index.ts';
import { composeSupergraph } from '../supergraph/compose.ts';
import { readServices } from '../supergraph/services.ts';
import { copyPreparedWorld, createPreparedDatabase } from './preparedWorld.ts';
import { type RunningProcess, startProcess, WORKER_URL } from './processes.ts';

export interface GraphqlResult {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

/** With one for each core a dozen processes would load each model a dozen times. */
const ONE_MODEL_WORKER = { MODEL_WORKERS: '1' };

/** A whole graph of real processes, with data of its own that is gone when it closes. */
export interface Graph {
  readonly url: string;
  /** The folder that holds what it stores on disk. */
  readonly data: string;
  ask(query: string, variables?: Record<string, unknown>, headers?: Record<string, string>): Promise<GraphqlResult>;
  /** Ends the island's process without warning; only where it has one of its own. */
  kill(island: string): Promise<void>;
  /** Starts the island's process again, on its old port. */
  restart(island: string): Promise<void>;
  close(): Promise<void>;
}

export async function ask(
  url: string,
  query: string,
  variables: Record<string, unknown> = {},
  headers: Record<string, string> = {},
): Promise<GraphqlResult> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as GraphqlResult;
}

/** `npm start`: everything in one process, on the prepared demo world, or in a folder where nothing is yet. */
export async function startOneProcess(
  env: Record<string, string> = {},
  { empty = false }: { readonly empty?: boolean } = {},
): Promise<Graph> {
  const folder = await mkdtemp(join(tmpdir(), 'archipelago-test-'));
  if (!empty) await copyPreparedWorld(folder);
  const all = await startProcess({ entrance: 'all-in-one.ts', env: { PORT: '0', ARCHIPELAGO_DATA: folder, ...env } });
  const alone = () => Promise.reject(new Error('in one process no island can be killed alone'));
  return {
    url: all.url,
    data: folder,
    ask: (...asked) => ask(all.url, ...asked),
    kill: alone,
    restart: alone,
    close: async () => {
      await all.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/**
 * `npm run subgraph -- NAME` for each island, or the named ones, `npm run worker -- NAME` where they keep projections, and
 * `npm run router`. They share a database on the Postgres server where one answers; elsewhere each island has an embedded
 * one of its own, and nothing is kept of others' entities.
 */
export async function startSeparateProcesses(
  env: Record<string, string> = {},
  names?: readonly string[],
): Promise<Graph> {
  const settings = { ...ONE_MODEL_WORKER, ...env };
  const folder = await mkdtemp(join(tmpdir(), 'archipelago-test-'));
  const shared = serverAnswers ? await createPreparedDatabase() : null;
  const services = (await readServices()).filter(({ name }) => names === undefined || names.includes(name));
  const databaseOf = (name: string): Record<string, string> =>
    shared ? { DATABASE_URL: shared.url } : { ARCHIPELAGO_DATA: join(folder, name) };
  const start = (name: string, port: string) =>
    startProcess({
      entrance: 'subgraphs/main.ts',
      args: [name],
      env: { PORT: port, ...databaseOf(name), ...settings },
    });

  const all = services.map(({ name }) => name);
  if (!shared) await Promise.all(all.map((name) => copyPreparedWorld(join(folder, name))));
  const islands = new Map(
    await Promise.all(all.map(async (name): Promise<[string, RunningProcess]> => [name, await start(name, '0')])),
  );
  const islandOf = (name: string): RunningProcess => {
    const island = islands.get(name);
    if (!island) throw new Error(`no island ${name}`);
    return island;
  };
  const supergraph = join(folder, 'supergraph.graphql');
  await writeFile(
    supergraph,
    composeSupergraph(services.map((service) => ({ ...service, url: islandOf(service.name).url }))),
  );
  const workers = shared
    ? await Promise.all(
        (await keepers(all)).map((name) =>
          startProcess({
            entrance: 'subgraphs/worker.ts',
            args: [name, supergraph],
            env: { PORT: '0', ...databaseOf(name), ...settings },
            urlPattern: WORKER_URL,
          }),
        ),
      )
    : [];
  const router = await startProcess({
    entrance: 'router/main.ts',
    args: [supergraph],
    env: { PORT: '0', ...settings },
  });
  return {
    url: router.url,
    data: folder,
    ask: (...asked) => ask(router.url, ...asked),
    kill: async (name) => {
      await islandOf(name).stop('SIGKILL');
    },
    restart: async (name) => {
      islands.set(name, await start(name, new URL(islandOf(name).url).port));
    },
    close: async () => {
      await Promise.all([router, ...workers, ...islands.values()].map((running) => running.stop()));
      await shared?.drop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Those of the islands that keep projections. */
async function keepers(names: readonly string[]): Promise<string[]> {
  const definitions = await Promise.all(
    names.map(async (name) => {
      const entry = subgraphs[name];
      return entry instanceof Function ? (await entry()).default : undefined;
    }),
  );
  return definitions.flatMap((definition) => (definition?.projections?.length ? [definition.name] : []));
}
