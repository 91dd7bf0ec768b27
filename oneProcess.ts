import type { Config } from './kit/config.ts';
import type { Logger } from './kit/log.ts';
import { createResources, type Resources } from './kit/resources.ts';
import { type StartedSubgraph, seedSubgraph, startSubgraph } from './kit/start.ts';
import { DEMO_IDENTITY, readRouterOptions } from './router/options.ts';
import { type RunningRouter, startRouter } from './router/start.ts';
import { createInProcessTransport } from './router/transport/inProcess.ts';
import type { Transport } from './router/transport/transport.ts';
import { subgraphs } from './subgraphs/index.ts';
import { composeSupergraph } from './supergraph/compose.ts';
import { readServices } from './supergraph/services.ts';

/** How long /ready waits for an island to say how it is. */
const UNREADY_AFTER_MS = 2_000;

export interface OneProcessOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly firstQuery: string;
  /** By name, the URLs of islands of the list that run in processes of their own. */
  readonly elsewhere?: Readonly<Record<string, string>>;
}

export interface OneProcess {
  readonly router: RunningRouter;
  readonly islands: readonly StartedSubgraph[];
  /** Begins the work that goes on between requests. */
  work(): Promise<void>;
  close(): Promise<void>;
}

/** The router and the islands of the one list in this process, on data that is filled with the demo world. */
export async function startOneProcess({
  config,
  log,
  firstQuery,
  elsewhere = {},
}: OneProcessOptions): Promise<OneProcess> {
  const resources = createResources(config, log);
  // Databases, models and the query planner start in threads of their own: all at once.
  const islands = startIslands(resources, log, elsewhere);
  const { httpTransportTo, ...options } = readRouterOptions(config, log, DEMO_IDENTITY);
  const startingRouter = readServices().then((services) =>
    startRouter({
      ...options,
      supergraph: composeSupergraph(services),
      transportTo: ({ name, url }) => {
        const island = islands.get(name);
        return island ? transportOnceStarted(island, log) : httpTransportTo({ name, url: elsewhere[name] ?? url });
      },
      unready: () => unready(islands),
      jobs: resources.jobs,
      uploads: resources.uploads,
      firstQuery,
      log,
    }),
  );
  const [router, started] = await Promise.all([startingRouter, Promise.all(islands.values())]);
  return {
    router,
    islands: started,
    work: async () => {
      await Promise.all(started.map((island) => island.work(router.graph)));
      router.work(await resources.jobs());
    },
    close: async () => {
      await resources.drain();
      await router.close();
      await Promise.all(started.map((island) => island.close()));
      await resources.close();
    },
  };
}

/** Starts every island whose code is here and whose place is not elsewhere. */
function startIslands(
  resources: Resources,
  log: Logger,
  elsewhere: Readonly<Record<string, string>>,
): Map<string, Promise<StartedSubgraph>> {
  const islands = new Map<string, Promise<StartedSubgraph>>();
  for (const [name, entry] of Object.entries(subgraphs)) {
    if (!(entry instanceof Function) || name in elsewhere) continue;
    const starting = entry().then(async ({ default: definition }) => {
      await seedSubgraph(definition, { resources, log });
      return startSubgraph(definition, { resources, log });
    });
    islands.set(name, starting);
  }
  return islands;
}

function transportOnceStarted(island: Promise<StartedSubgraph>, log: Logger): Transport {
  const transport = island.then((started) => createInProcessTransport(started, log));
  // Told by whoever awaits the island.
  transport.catch(() => {});
  return {
    fetch: async (request, context) => (await transport).fetch(request, context),
    close: async () => (await transport).close(),
  };
}

async function unready(islands: ReadonlyMap<string, Promise<StartedSubgraph>>): Promise<string | null> {
  for (const [name, island] of islands) {
    const reason = await Promise.race([island.then((started) => started.unready()), soon('it is still starting')]);
    if (reason !== null) return `${name}: ${reason}`;
  }
  return null;
}

/** Loses any race against what is already there. */
function soon(reason: string): Promise<string> {
  return new Promise((resolve) => setTimeout(resolve, UNREADY_AFTER_MS, reason).unref());
}
