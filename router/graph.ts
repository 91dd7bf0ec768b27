import type { Graph } from '../kit/graph.ts';
import { LiveGraph, type LiveGraphOptions } from './supergraph/liveGraph.ts';

/** The graph as background work asks it: by the supergraph that serves now. */
export function graphOf(live: LiveGraph): Graph {
  return {
    execute: async (request, { identity, signal, deadline }) => {
      const { data, errors } = await live.current.executeData(request, { identity, signal, deadline, headers: [] });
      return { data, errors };
    },
  };
}

/** A graph without a server, for a process that only works. It loads its supergraph when it is first asked. */
export function openGraph(readOptions: () => Promise<LiveGraphOptions>): Graph & { close(): Promise<void> } {
  let starting: Promise<LiveGraph> | undefined;
  const start = async (): Promise<LiveGraph> => {
    const live = new LiveGraph(await readOptions());
    await live.start();
    return live;
  };
  return {
    execute: async (request, caller) => {
      starting ??= start().catch((error: unknown) => {
        starting = undefined;
        throw error;
      });
      return graphOf(await starting).execute(request, caller);
    },
    close: async () => {
      await starting?.then((live) => live.stop());
    },
  };
}
