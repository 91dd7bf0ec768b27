import type { ExecutionResult } from 'graphql';
import { pino } from 'pino';
import { vi } from 'vitest';
import { z } from 'zod';
import type { Change } from '../../kit/changes/change.ts';
import { defineProjection } from '../../kit/changes/defineProjection.ts';
import type { Identity } from '../../kit/context.ts';
import type { Graph } from '../../kit/graph.ts';
import { openTestJobs, type TestJobs } from '../../kit/jobs/testJobs.ts';
import { ModelRuntime } from '../../kit/model/runtime.ts';
import { createRequestContext } from '../../kit/requestContext.ts';
import { type StartedSubgraph, startSubgraph } from '../../kit/start.ts';
import type { SubgraphDefinition } from '../../kit/subgraph.ts';
import { NO_RESOURCES } from '../../kit/testResources.ts';
import definition from './index.ts';

export const OFFICER: Identity = { subject: 'user-officer', tenant: null, scopes: ['fraud:read', 'fraud:review'] };
export const WAIT = { timeout: 60_000 };

const log = pino({ level: 'silent' });

/** What others were told of an order. */
export interface Told {
  readonly id: string;
  readonly version: number;
  readonly decision: string | undefined;
}

/** The island at work, in a test's process, with somebody who listens to what it decides. */
export interface TestFraud {
  readonly jobs: TestJobs;
  /** One after another. */
  readonly told: readonly Told[];
  toldOf(id: string): readonly Told[];
  /** How many orders of that id are known: 0 or 1. */
  known(id: string): Promise<number>;
  publish(...changes: readonly Change[]): Promise<void>;
  /** By default as somebody who may read and review, of the island that is at work. */
  ask(
    query: string,
    variables?: Record<string, unknown>,
    identity?: Identity,
    of?: StartedSubgraph,
  ): Promise<ExecutionResult>;
  /** The same on the same data, but for what is different. */
  another(different: Partial<SubgraphDefinition>): Promise<StartedSubgraph>;
  close(): Promise<void>;
}

/** The graph of an owner of orders who has none. */
const noOrders: Graph = {
  execute: async () => ({ data: { orders: { nodes: [], pageInfo: { hasNextPage: false, endCursor: null } } } }),
};

export async function startTestFraud(): Promise<TestFraud> {
  const [runtime, jobs] = await Promise.all([ModelRuntime.start({ log, workers: 1 }), openTestJobs('pglite')]);
  const { database } = jobs;
  const resources = {
    ...NO_RESOURCES,
    models: async () => runtime,
    jobs: async () => jobs.jobs,
    database: async () => database,
  };
  const island = await startSubgraph(definition, { resources, log });
  const told: Told[] = [];
  const listener = defineProjection({
    consumer: 'orders',
    entity: 'FraudAssessment',
    payload: z.object({ decision: z.string() }),
    identity: OFFICER,
    apply: async (_, { id, version, payload }) => void told.push({ id, version, decision: payload?.decision }),
    clear: async () => {},
    async *rebuild() {},
  });
  jobs.jobs.changes.project(listener, undefined);
  await island.work(noOrders);
  const built = 'select from jobs.subscriptions where rebuild_at is null';
  await vi.waitUntil(async () => (await database.query(built)).rows.length === 2, WAIT);
  return {
    jobs,
    told,
    toldOf: (id) => told.filter((one) => one.id === id),
    known: async (id) => (await database.query('select from fraud.orders where id = $1', [id])).rows.length,
    publish: (...changes) => database.transaction((transaction) => jobs.jobs.changes.publish(transaction, ...changes)),
    ask: (query, variables = {}, identity = OFFICER, of = island) => {
      const context = createRequestContext({ signal: new AbortController().signal, identity, log });
      return of.execute({ query, variables }, context);
    },
    another: (different) => startSubgraph({ ...definition, ...different }, { resources, log }),
    close: async () => {
      await jobs.close();
      await runtime.close();
    },
  };
}

export function representations(...ids: readonly string[]) {
  return { of: ids.map((id) => ({ __typename: 'Order', id })) };
}
