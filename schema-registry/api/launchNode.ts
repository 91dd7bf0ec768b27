import type { CompositionFault } from '../../supergraph/compose.ts';
import type { LaunchChanges } from '../changelog/changelog.ts';
import { describeChanges } from '../changelog/describeChanges.ts';
import { formatGraphRef } from '../graphRef.ts';
import { requireRole } from '../keys/access.ts';
import type { Launch } from '../store/launch.ts';
import type { ApiContext } from './context.ts';
import { SubgraphNode } from './subgraphNode.ts';

const STATUS = { PENDING: 'LAUNCH_INITIATED', SUCCEEDED: 'LAUNCH_COMPLETED', FAILED: 'LAUNCH_FAILED' } as const;

interface Since {
  readonly since?: number | null;
}

/** `Launch` of the API. */
export class LaunchNode {
  readonly #launch: Launch;

  constructor(launch: Launch) {
    this.#launch = launch;
  }

  get id(): string {
    return `${formatGraphRef(this.#launch)}/${this.#launch.number}`;
  }

  get number(): number {
    return this.#launch.number;
  }

  get cause(): string {
    return this.#launch.cause;
  }

  get author(): string {
    return this.#launch.author;
  }

  get commit(): string | null {
    return this.#launch.commit;
  }

  get createdAt(): Date {
    return this.#launch.createdAt;
  }

  get completedAt(): Date | null {
    const { outcome } = this.#launch;
    return outcome.status === 'PENDING' ? null : outcome.completedAt;
  }

  get status(): string {
    return STATUS[this.#launch.outcome.status];
  }

  get build(): object | null {
    const { outcome } = this.#launch;
    if (outcome.status === 'PENDING') return null;
    if (outcome.status === 'FAILED') {
      return { result: { __typename: 'BuildFailure', errorMessages: outcome.faults.map(toBuildError) } };
    }
    const { supergraph } = outcome;
    return {
      result: {
        __typename: 'BuildSuccess',
        coreSchema: {
          coreHash: supergraph,
          coreDocument: (_: unknown, { registry, key }: ApiContext) => {
            requireRole(key, 'read', this.#launch);
            return registry.launches.document(supergraph);
          },
        },
      },
    };
  }

  get subgraphs(): readonly SubgraphNode[] {
    return this.#launch.subgraphs.map((subgraph) => new SubgraphNode(this.#launch, subgraph));
  }

  async changes({ since }: Since, { registry }: ApiContext): Promise<LaunchChanges> {
    if (since === undefined || since === null) return registry.changelog.changesOf(this.#launch);
    return registry.changelog.between(await registry.launches.launch(this.#launch, since), this.#launch);
  }

  async changelog(since: Since, context: ApiContext): Promise<string> {
    return describeChanges(this.#launch, await this.changes(since, context));
  }

  async origin(_: unknown, { registry }: ApiContext): Promise<LaunchNode | null> {
    const { origin, graph } = this.#launch;
    return origin && new LaunchNode(await registry.launches.launch({ graph, variant: origin.variant }, origin.number));
  }
}

/** `BuildError` of the API. */
export function toBuildError({ message, code, places }: CompositionFault): object {
  const locations = places.map(({ subgraph, line, column }) => ({ subgraphName: subgraph, line, column }));
  return { message, code, locations };
}
