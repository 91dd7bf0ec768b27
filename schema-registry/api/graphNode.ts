import { coversVariant, requireAnyRole } from '../keys/access.ts';
import type { ApiKey } from '../keys/apiKey.ts';
import { toCheckNode } from './checkNode.ts';
import type { ApiContext } from './context.ts';
import { VariantNode } from './variantNode.ts';

/** `Graph` of the API: that of the caller's key. */
export class GraphNode {
  readonly __typename = 'Graph';
  readonly id: string;

  constructor(id: string) {
    this.id = id;
  }

  get title(): string {
    return this.id;
  }

  get asActor(): object {
    return { actorId: this.id, type: 'GRAPH' };
  }

  async variants(_: unknown, { registry, key }: ApiContext): Promise<VariantNode[]> {
    const names = await registry.launches.variants(this.id);
    return names
      .filter((variant) => coversVariant(key, variant))
      .map((variant) => new VariantNode({ graph: this.id, variant }));
  }

  async variant({ name }: { readonly name: string }, context: ApiContext): Promise<VariantNode | null> {
    return (await this.variants({}, context)).find((variant) => variant.name === name) ?? null;
  }

  async keys(_: unknown, { registry, key }: ApiContext): Promise<object[]> {
    requireAnyRole(key, ['admin']);
    return (await registry.keys.list(this.id)).map(toKeyNode);
  }

  async checkWorkflow({ id }: { readonly id: string }, { registry, key }: ApiContext): Promise<object | null> {
    requireAnyRole(key, ['check']);
    const check = await registry.checks.find(this.id, id);
    return check && coversVariant(key, check.variant) ? toCheckNode(check) : null;
  }
}

/** `Key` of the API. */
export function toKeyNode({ name, roles, ...key }: ApiKey): object {
  return { ...key, keyName: name, roles: roles.map((role) => role.toUpperCase()) };
}
