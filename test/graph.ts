import { randomUUID } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
  ask(query: string, variables?: Record<string, unknown>): Promise<GraphqlResult>;
  /** Ends the island's process without warning; only where it has one of its own. */
  kill(island: string): Promise<void>;
  /** Starts the island's process again, on its old port. */
  restart(island: string): Promise<void>;
  close(): Promise<void>;
}

export async function ask(url: string, query: string, variables?: Record<string, unknown>): Promise<GraphqlResult> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as GraphqlResult;
}

/** `npm start`: everything in one process. */
export async function startOneProcess(): Promise<Graph> {
  const folder = await mkdtemp(join(tmpdir(), 'archipelago-test-'));
  const all = await startProcess({ entrance: 'all-in-one.ts', env: { PORT: '0', ARCHIPELAGO_DATA: folder } });
  const alone = () => Promise.reject(new Error('in one process no island can be killed alone'));
  return {
    url: all.url,
    ask: (query, variables) => ask(all.url, query, variables),
    kill: alone,
    restart: alone,
    close: async () => {
      await all.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** `npm run subgraph -- NAME` for each island and `npm run router`, each island with a database folder of its own. */
export async function startSeparateProcesses(): Promise<Graph> {
  const folder = await mkdtemp(join(tmpdir(), `archipelago-test-${randomUUID().slice(0, 8)}-`));
  const services = await readServices();
  const dataOf = (name: string) => join(folder, name);
  const start = (name: string, port: string) =>
    startProcess({ entrance: 'subgraphs/main.ts', args: [name], env: { PORT: port, ARCHIPELAGO_DATA: dataOf(name) } });

  const islands = new Map<string, RunningProcess>();
  for (const { name } of services) {
    const { code, output } = await runProcess({
      entrance: 'subgraphs/seed.ts',
      args: [name],
      env: { ARCHIPELAGO_DATA: dataOf(name) },
    });
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
  const router = await startProcess({ entrance: 'router/main.ts', args: [supergraph], env: { PORT: '0' } });
  return {
    url: router.url,
    ask: (query, variables) => ask(router.url, query, variables),
    kill: async (name) => {
      await islandOf(name).stop('SIGKILL');
    },
    restart: async (name) => {
      islands.set(name, await start(name, new URL(islandOf(name).url).port));
    },
    close: async () => {
      await Promise.all([router, ...islands.values()].map((running) => running.stop()));
      await rm(folder, { recursive: true });
    },
  };
}
