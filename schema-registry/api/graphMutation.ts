import { badInput } from '../../kit/errors.ts';
import { formatGraphRef, type GraphRef, parseGraphRef } from '../graphRef.ts';
import { requireAnyRole, requireRole } from '../keys/access.ts';
import type { ApiKey, Role } from '../keys/apiKey.ts';
import type { NewSubgraph } from '../newSubgraph.ts';
import type { Launched } from '../registry.ts';
import type { Authorship, Launch } from '../store/launch.ts';
import type { ApiContext } from './context.ts';
import { toKeyNode } from './graphNode.ts';
import { LaunchNode, toBuildError } from './launchNode.ts';

interface GitContext {
  readonly commit?: string | null;
  readonly committer?: string | null;
}

interface FromGit {
  readonly gitContext?: GitContext | null | undefined;
}

interface SubgraphInput {
  readonly name: string;
  readonly url?: string | null;
  readonly activePartialSchema: { readonly sdl?: string | null };
}

interface NewKeyInput {
  readonly keyName: string;
  readonly roles: readonly Uppercase<Role>[];
  readonly variants?: readonly string[] | null;
  readonly expiresAt?: Date | null;
}

const MAX_SUBGRAPHS = 1_000;
const MAX_GIT = 200;

/** `GraphMutation` of the API: changes of the graph of the caller's key. */
export class GraphMutation {
  readonly #graph: string;

  constructor(graph: string) {
    this.#graph = graph;
  }

  publishSubgraph(
    { graphVariant, gitContext, ...subgraph }: SubgraphInput & FromGit & { readonly graphVariant: string },
    context: ApiContext,
  ): Promise<object> {
    return this.publishSubgraphs({ graphVariant, gitContext, subgraphInputs: [subgraph] }, context);
  }

  async publishSubgraphs(
    {
      graphVariant,
      gitContext,
      subgraphInputs,
    }: FromGit & { readonly graphVariant: string; readonly subgraphInputs: readonly SubgraphInput[] },
    { registry, key }: ApiContext,
  ): Promise<object> {
    const ref = this.#ref(graphVariant);
    requireRole(key, 'publish', ref);
    if (subgraphInputs.length === 0 || subgraphInputs.length > MAX_SUBGRAPHS) {
      throw badInput(`subgraphInputs: expected 1 to ${MAX_SUBGRAPHS} subgraphs, got ${subgraphInputs.length}.`);
    }
    const [before] = await registry.launches.newest(ref, 1);
    const launched = await registry.publish(ref, subgraphInputs.map(toNewSubgraph), authorOf(key, gitContext));
    const known = subgraphInputs.every(({ name }) => before?.subgraphs.some((subgraph) => subgraph.name === name));
    return {
      ...outcomeOf(launched),
      wasCreated: !known,
      wasUpdated: launched.isNew && known,
      launchCliCopy: `${formatGraphRef(ref)} is at launch ${launched.launch.number}: ${launched.launch.outcome.status.toLowerCase()}.`,
      launchUrl: null,
    };
  }

  async removeImplementingServiceAndTriggerComposition(
    { graphVariant, name, dryRun }: { readonly graphVariant: string; readonly name: string; readonly dryRun: boolean },
    { registry, key }: ApiContext,
  ): Promise<object> {
    const ref = this.#ref(graphVariant);
    requireRole(key, dryRun ? 'check' : 'publish', ref);
    if (!dryRun) return outcomeOf(await registry.remove(ref, name, authorOf(key)));
    const composition = await registry.tryRemoval(ref, name);
    const faults = 'faults' in composition ? composition.faults : [];
    return { errors: faults.map(toBuildError), updatedGateway: faults.length === 0 };
  }

  async promote(
    { from, to, gitContext }: FromGit & { readonly from: string; readonly to: string },
    { registry, key }: ApiContext,
  ): Promise<LaunchNode> {
    const [source, target] = [this.#ref(from), this.#ref(to)];
    requireRole(key, 'publish', source);
    requireRole(key, 'publish', target);
    return new LaunchNode((await registry.promote(source, target.variant, authorOf(key, gitContext))).launch);
  }

  async rollback(
    { graphVariant, number, gitContext }: FromGit & { readonly graphVariant: string; readonly number: number },
    { registry, key }: ApiContext,
  ): Promise<LaunchNode> {
    const ref = this.#ref(graphVariant);
    requireRole(key, 'publish', ref);
    return new LaunchNode((await registry.rollback(ref, number, authorOf(key, gitContext))).launch);
  }

  async newKey({ input }: { readonly input: NewKeyInput }, { keys, key: own }: ApiContext): Promise<object> {
    requireAnyRole(own, ['admin']);
    const { keyName: name, roles, variants, expiresAt } = input;
    const { key, secret } = await keys.create({
      graph: this.#graph,
      name,
      roles: roles.map((role) => role.toLowerCase() as Role),
      variants: variants ?? null,
      expiresAt: expiresAt ?? null,
    });
    return { key: toKeyNode(key), secret };
  }

  async revokeKey({ id }: { readonly id: string }, { keys, key }: ApiContext): Promise<object> {
    requireAnyRole(key, ['admin']);
    return toKeyNode(await keys.revoke(this.#graph, id));
  }

  #ref(variant: string): GraphRef {
    return parseGraphRef(`${this.#graph}@${variant}`);
  }
}

function toNewSubgraph({ name, url, activePartialSchema: { sdl } }: SubgraphInput): NewSubgraph {
  if (typeof sdl === 'string') return { name, url: url ?? null, sdl };
  throw badInput(`Expected the whole schema of ${name} as \`sdl\`; got none.`, 'activePartialSchema.sdl');
}

/** Of several people who use one key, the one who committed. */
function authorOf({ name }: ApiKey, git?: GitContext | null): Authorship {
  return { author: (git?.committer || name).slice(0, MAX_GIT), commit: git?.commit?.slice(0, MAX_GIT) || null };
}

function outcomeOf({ launch, isNew }: Launched): object {
  const { outcome } = launch;
  return {
    errors: faultsOf(launch),
    compositionConfig: outcome.status === 'SUCCEEDED' ? { schemaHash: outcome.supergraph } : null,
    updatedGateway: isNew && outcome.status === 'SUCCEEDED',
    launch: new LaunchNode(launch),
  };
}

function faultsOf({ outcome }: Launch): object[] {
  return outcome.status === 'FAILED' ? outcome.faults.map(toBuildError) : [];
}
