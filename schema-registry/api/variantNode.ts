import { badInput } from '../../kit/errors.ts';
import { readDeprecations } from '../changelog/deprecations.ts';
import { formatGraphRef, type GraphRef } from '../graphRef.ts';
import { requireRole } from '../keys/access.ts';
import type { ApiContext } from './context.ts';
import { LaunchNode } from './launchNode.ts';
import { SubgraphNode } from './subgraphNode.ts';
import { toUseNode } from './useNode.ts';

const MAX_LAUNCHES = 100;
const MAX_DAYS = 90;
const DAY = 86_400_000;

/** `GraphVariant` of the API. Whoever makes one has made sure that the caller may read it. */
export class VariantNode {
  readonly __typename = 'GraphVariant';
  readonly #ref: GraphRef;

  constructor(ref: GraphRef) {
    this.#ref = ref;
  }

  get id(): string {
    return formatGraphRef(this.#ref);
  }

  get name(): string {
    return this.#ref.variant;
  }

  async subgraphs(_: unknown, { registry }: ApiContext): Promise<readonly SubgraphNode[]> {
    const [newest] = await registry.launches.newest(this.#ref, 1);
    return (newest?.subgraphs ?? []).map((subgraph) => new SubgraphNode(this.#ref, subgraph));
  }

  async subgraph({ name }: { readonly name: string }, context: ApiContext): Promise<SubgraphNode | null> {
    return (await this.subgraphs({}, context)).find((subgraph) => subgraph.name === name) ?? null;
  }

  async latestApprovedLaunch(_: unknown, { registry }: ApiContext): Promise<LaunchNode | null> {
    const served = await registry.launches.servedLaunch(this.#ref);
    return served === null ? null : new LaunchNode(await registry.launches.launch(this.#ref, served));
  }

  async latestLaunch(_: unknown, { registry }: ApiContext): Promise<LaunchNode | null> {
    const [newest] = await registry.launches.newest(this.#ref, 1);
    return newest ? new LaunchNode(newest) : null;
  }

  async launch({ number }: { readonly number: number }, { registry }: ApiContext): Promise<LaunchNode | null> {
    const launch = await registry.launches.find(this.#ref, number);
    return launch && new LaunchNode(launch);
  }

  async launches(
    { first, before }: { readonly first: number; readonly before?: number | null },
    { registry }: ApiContext,
  ): Promise<LaunchNode[]> {
    if (first < 1 || first > MAX_LAUNCHES) {
      throw badInput(`first: expected a number from 1 to ${MAX_LAUNCHES}, got ${first}.`, 'first');
    }
    return (await registry.launches.newest(this.#ref, first, before)).map((launch) => new LaunchNode(launch));
  }

  async whoUses(
    { coordinate, days }: { readonly coordinate: string; readonly days: number },
    { registry, key }: ApiContext,
  ): Promise<object[]> {
    requireRole(key, 'read', this.#ref);
    return (await registry.usage.usersOf(this.#ref, [coordinate], sinceOf(days))).map(toUseNode);
  }

  async deprecations({ days }: { readonly days: number }, { registry, key }: ApiContext): Promise<object[]> {
    requireRole(key, 'read', this.#ref);
    const since = sinceOf(days);
    const served = await registry.launches.served(this.#ref);
    if (served === null) return [];
    const deprecations = readDeprecations(await registry.api(served.supergraphSdl));
    const coordinates = deprecations.map(({ coordinate }) => coordinate);
    const uses = await registry.usage.usersOf(this.#ref, coordinates, since);
    return deprecations.map((deprecation) => ({
      ...deprecation,
      users: uses.filter(({ coordinate }) => coordinate === deprecation.coordinate).map(toUseNode),
    }));
  }

  async overrides(_: unknown, { registry, key }: ApiContext): Promise<readonly object[]> {
    requireRole(key, 'check', this.#ref);
    return registry.checks.overrides.current(this.#ref);
  }
}

function sinceOf(days: number): Date {
  if (days >= 1 && days <= MAX_DAYS) return new Date(Date.now() - days * DAY);
  throw badInput(`days: expected a number from 1 to ${MAX_DAYS}, got ${days}.`, 'days');
}
