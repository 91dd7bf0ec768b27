import { onTestFinished } from 'vitest';
import { ANONYMOUS } from '../kit/context.ts';
import { type CoreOptions, createCore } from './core.ts';
import type { Caller } from './execution/caller.ts';
import { Waiting } from './execution/waiting.ts';
import type { Snapshot } from './supergraph/snapshot.ts';
import { composeTestGraph, silent } from './testGraph.ts';
import type { FetchContext, SubgraphFetch, SubgraphResponse } from './transport/transport.ts';

export type TestFetch = (request: SubgraphFetch, context: FetchContext) => Promise<SubgraphResponse>;

/** A snapshot of the subgraphs in `sdls`, each of which answers by a function; ends with the test. */
export async function loadTestSnapshot(
  sdls: Readonly<Record<string, string>>,
  fetches: Readonly<Record<string, TestFetch>>,
  options: Partial<CoreOptions> = {},
): Promise<Snapshot> {
  const core = createCore({
    transportTo: ({ name }) => ({
      fetch: async (request, context) => {
        const fetch = fetches[name];
        if (!fetch) throw new Error(`the test has no subgraph ${name}`);
        return fetch(request, context);
      },
      close: async () => {},
    }),
    log: silent,
    ...options,
  });
  onTestFinished(() => core.close());
  return core.load(composeTestGraph(sdls));
}

/** Waits until `signal` aborts. */
export function testCaller(overrides: Partial<FetchContext> = {}): Caller & FetchContext {
  const signal = overrides.signal ?? new AbortController().signal;
  const waiting = new Waiting();
  signal.addEventListener('abort', () => waiting.leave(), { once: true });
  return {
    identity: ANONYMOUS,
    deadline: Date.now() + 5_000,
    signal,
    waiting,
    headers: [],
    ...overrides,
  };
}
