import { badInput } from '../../kit/errors.ts';
import { readContracts } from '../contract/modelContract.ts';
import { formatGraphRef, type GraphRef, parseGraphRef } from '../graphRef.ts';
import { requireAnyRole, requireRole } from '../keys/access.ts';
import type { Role } from '../keys/apiKey.ts';
import { lint } from '../lint/lint.ts';
import type { NewSubgraph } from '../newSubgraph.ts';
import type { Launched } from '../publisher.ts';
import type { Launch } from '../store/launch.ts';
import { toLintNode } from './checkNode.ts';
import type { ApiContext } from './context.ts';
import { authorOf, type FromGit } from './fromGit.ts';
import { toKeyNode } from './graphNode.ts';
import { LaunchNode, toBuildError } from './launchNode.ts';
import { VariantMutation } from './variantMutation.ts';

interface SubgraphInput {
  readonly name: string;
  readonly url?: string | null;
  readonly activePartialSchema: { readonly sdl?: string | null };
  readonly models?: readonly unknown[] | null;
}

interface OverrideInput {
  readonly graphVariant: string;
  readonly rule: string;
  readonly coordinate: string;
  readonly reason: string;
  readonly expiresAt: Date;
}

interface NewKeyInput {
  readonly keyName: string;
  readonly roles: readonly Uppercase<Role>[];
  readonly variants?: readonly string[] | null;
  readonly expiresAt?: Date | null;
}

const MAX_SUBGRAPHS = 1_000;

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
    const launched = await registry.publisher.publish(
      ref,
      subgraphInputs.map(toNewSubgraph),
      authorOf(key, gitContext),
    );
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
    if (!dryRun) return outcomeOf(await registry.publisher.remove(ref, name, authorOf(key)));
    const composition = await registry.publisher.tryRemoval(ref, name);
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
    return new LaunchNode((await registry.publisher.promote(source, target.variant, authorOf(key, gitContext))).launch);
  }

  async rollback(
    { graphVariant, number, gitContext }: FromGit & { readonly graphVariant: string; readonly number: number },
    { registry, key }: ApiContext,
  ): Promise<LaunchNode> {
    const ref = this.#ref(graphVariant);
    requireRole(key, 'publish', ref);
    return new LaunchNode((await registry.publisher.rollback(ref, number, authorOf(key, gitContext))).launch);
  }

  async variant({ name }: { readonly name: string }, { registry }: ApiContext): Promise<VariantMutation | null> {
    const ref = this.#ref(name);
    return (await registry.launches.variants(this.#graph)).includes(name) ? new VariantMutation(ref) : null;
  }

  lintSchema(
    { sdl, baseSdl }: { readonly sdl: string; readonly baseSdl?: string | null },
    { key }: ApiContext,
  ): object {
    requireAnyRole(key, ['check']);
    // What was minded before is nobody's doing now; lines move, so that coordinates tell.
    const before = new Set(lint(baseSdl ?? '').map(({ rule, coordinate }) => `${rule} ${coordinate}`));
    return toLintNode(lint(sdl).filter(({ rule, coordinate }) => !before.has(`${rule} ${coordinate}`)));
  }

  async override({ graphVariant, ...override }: OverrideInput, { registry, key }: ApiContext): Promise<object> {
    const ref = this.#ref(graphVariant);
    requireRole(key, 'publish', ref);
    return registry.checks.overrides.create(ref, { ...override, author: key.name });
  }

  async endOverride(
    { graphVariant, id }: { readonly graphVariant: string; readonly id: string },
    { registry, key }: ApiContext,
  ): Promise<object> {
    const ref = this.#ref(graphVariant);
    requireRole(key, 'publish', ref);
    return registry.checks.overrides.end(ref, id);
  }

  async newKey({ input }: { readonly input: NewKeyInput }, { registry, key: own }: ApiContext): Promise<object> {
    requireAnyRole(own, ['admin']);
    const { keyName: name, roles, variants, expiresAt } = input;
    const { key, secret } = await registry.keys.create({
      graph: this.#graph,
      name,
      roles: roles.map((role) => role.toLowerCase() as Role),
      variants: variants ?? null,
      expiresAt: expiresAt ?? null,
    });
    return { key: toKeyNode(key), secret };
  }

  async revokeKey({ id }: { readonly id: string }, { registry, key }: ApiContext): Promise<object> {
    requireAnyRole(key, ['admin']);
    return toKeyNode(await registry.keys.revoke(this.#graph, id));
  }

  #ref(variant: string): GraphRef {
    return parseGraphRef(`${this.#graph}@${variant}`);
  }
}

function toNewSubgraph({ name, url, activePartialSchema: { sdl }, models }: SubgraphInput): NewSubgraph {
  if (typeof sdl === 'string') return { name, url: url ?? null, sdl, models: models ? readContracts(models) : null };
  throw badInput(`Expected the whole schema of ${name} as \`sdl\`; got none.`, 'activePartialSchema.sdl');
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
