import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../kit/config.ts';
import type { Identity } from '../kit/context.ts';
import type { GraphAnswer } from '../kit/graph.ts';
import { createResources } from '../kit/resources.ts';
import { type StartedSubgraph, seedSubgraph, startSubgraph } from '../kit/start.ts';
import type { SubgraphDefinition } from '../kit/subgraph.ts';
import { openGraph } from '../router/graph.ts';
import { createInProcessTransport } from '../router/transport/inProcess.ts';
import { subgraphs } from '../subgraphs/index.ts';
import { composeSupergraph } from '../supergraph/compose.ts';
import { readServices } from '../supergraph/services.ts';
import { copyPreparedWorld } from './preparedWorld.ts';

const log = pino({ level: 'silent' });
/** What a request may take, in milliseconds. */
const BUDGET_MS = 30_000;

/** A graph of several islands in the process of the test, with jobs at work and data of its own that is gone when it closes. */
export interface WholeGraph {
  ask(query: string, variables: Readonly<Record<string, unknown>>, identity: Identity): Promise<GraphAnswer>;
  close(): Promise<void>;
}

/**
 * @param names of the islands that it needs: each other one would load its models too.
 * @param replace gives another definition for an island, or the same.
 */
export async function startWholeGraph(
  names: readonly string[],
  replace: (definition: SubgraphDefinition) => SubgraphDefinition,
  env: Readonly<Record<string, string>> = {},
): Promise<WholeGraph> {
  const folder = await mkdtemp(join(tmpdir(), 'archipelago-test-'));
  await copyPreparedWorld(folder);
  const resources = createResources(readConfig({ ARCHIPELAGO_DATA: folder, ...env }), log);
  const islands = new Map<string, StartedSubgraph>();
  const graph = openGraph(async () => ({
    supergraph: composeSupergraph((await readServices()).filter(({ name }) => names.includes(name))),
    transportTo: ({ name }) => {
      const island = islands.get(name);
      if (island === undefined) throw new Error(`no island ${name}`);
      return createInProcessTransport(island, log);
    },
    log,
  }));
  const close = async (): Promise<void> => {
    await resources.drain();
    await graph.close();
    await Promise.all([...islands.values()].map((island) => island.close()));
    await resources.close();
    await rm(folder, { recursive: true, force: true });
  };
  try {
    for (const name of names) {
      const entry = subgraphs[name];
      if (!(entry instanceof Function)) throw new Error(`no island ${name}`);
      const definition = replace((await entry()).default);
      await seedSubgraph(definition, { resources, log });
      islands.set(definition.name, await startSubgraph(definition, { resources, log }));
    }
    await Promise.all([...islands.values()].map((island) => island.work(graph)));
  } catch (error) {
    await close();
    throw error;
  }
  return {
    ask: (query, variables, identity) => {
      const caller = { identity, signal: new AbortController().signal, deadline: Date.now() + BUDGET_MS };
      return graph.execute({ query, variables }, caller);
    },
    close,
  };
}
