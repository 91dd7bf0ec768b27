import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServerDatabase, serverAnswers } from '../kit/database/testDatabase.ts';
import { composeSupergraph } from '../supergraph/compose.ts';
import { readServices } from '../supergraph/services.ts';
import { type RunningProcess, runProcess, startProcess } from './processes.ts';

export interface GraphqlResult {
  readonly data: Record<string, unknown> | null;
  readonly errors?: readonly { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
}

/** A whole graph of real processes, with data of its own that is gone when it closes. */
export interface Graph {
  readonly url: string;
  /** The folder that holds what it stores on disk. */
  readonly data: string;
  ask(query: string, variables?: Record<string, unknown>): Promise<GraphqlResult>;
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

/** `npm start`: everything in one process. */
export async function startOneProcess(env: Record<string, string> = {}): Promise<Graph> {
  const folder = await mkdtemp(join(tmpdir(), 'archipelago-test-'));
  const all = await startProcess({ entrance: 'all-in-one.ts', env: { PORT: '0', ARCHIPELAGO_DATA: folder, ...env } });
  const alone = () => Promise.reject(new Error('in one process no island can be killed alone'));
  return {
    url: all.url,
    data: folder,
    ask: (query, variables) => ask(all.url, query, variables),
    kill: alone,
    restart: alone,
    close: async () => {
      await all.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/**
 * `npm run subgraph -- NAME` for each island and `npm run router`. The islands share a database on the Postgres server
 * where one answers; elsewhere each has an embedded one of its own.
 */
export async function startSeparateProcesses(env: Record<string, string> = {}): Promise<Graph> {
  const folder = await mkdtemp(join(tmpdir(), 'archipelago-test-'));
  const shared = serverAnswers ? await createServerDatabase() : null;
  const services = await readServices();
  const databaseOf = (name: string): Record<string, string> =>
    shared ? { DATABASE_URL: shared.url } : { ARCHIPELAGO_DATA: join(folder, name) };
  const start = (name: string, port: string) =>
    startProcess({ entrance: 'subgraphs/main.ts', args: [name], env: { PORT: port, ...databaseOf(name), ...env } });

  const islands = new Map<string, RunningProcess>();
  for (const { name } of services) {
    const { code, output } = await runProcess({ entrance: 'subgraphs/seed.ts', args: [name], env: databaseOf(name) });
    if (code !== 0) throw new Error(`seeding ${name} failed:\n${output}`);
    islands.set(name, await start(name, '0'));
  }
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
  const router = await startProcess({ entrance: 'router/main.ts', args: [supergraph], env: { PORT: '0', ...env } });
  return {
    url: router.url,
    data: folder,
    ask: (query, variables) => ask(router.url, query, variables),
    kill: async (name) => {
      await islandOf(name).stop('SIGKILL');
    },
    restart: async (name) => {
      islands.set(name, await start(name, new URL(islandOf(name).url).port));
    },
    close: async () => {
      await Promise.all([router, ...islands.values()].map((running) => running.stop()));
      await shared?.drop();
      await rm(folder, { recursive: true });
    },
  };
}
