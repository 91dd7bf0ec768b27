import type { ApiChange } from '../check/apiChanges.ts';
import type { Composer } from '../compose/composer.ts';
import type { Launch } from '../store/launch.ts';
import type { LaunchStore } from '../store/launchStore.ts';

/** What a launch changed. */
export interface LaunchChanges {
  /** In the order of their names. */
  readonly subgraphs: readonly SubgraphChange[];
  /** What clients see of it; none for a launch that did not compose. */
  readonly api: readonly ApiChange[];
}

/** What became of a subgraph. */
export interface SubgraphChange {
  readonly name: string;
  readonly change: 'ADDED' | 'CHANGED' | 'REMOVED';
}

/** What launches changed, compared with what was served before them. */
export class Changelog {
  readonly #launches: LaunchStore;
  readonly #composer: Composer;

  constructor(launches: LaunchStore, composer: Composer) {
    this.#launches = launches;
    this.#composer = composer;
  }

  /** Compared with the launch that was served before, or with nothing. */
  async changesOf(launch: Launch): Promise<LaunchChanges> {
    return this.between(await this.#launches.servedBefore(launch), launch);
  }

  /** What is other in one launch than in another; `before` null for nothing. */
  async between(before: Launch | null, after: Launch): Promise<LaunchChanges> {
    const [was, is] = [supergraphOf(before), supergraphOf(after)];
    if (is === null || is === was) return { subgraphs: subgraphChanges(before, after), api: [] };
    const [from, to] = await Promise.all([
      was === null ? null : this.#launches.document(was),
      this.#launches.document(is),
    ]);
    return { subgraphs: subgraphChanges(before, after), api: await this.#composer.diff(from, to) };
  }
}

function supergraphOf(launch: Launch | null): string | null {
  return launch?.outcome.status === 'SUCCEEDED' ? launch.outcome.supergraph : null;
}

function subgraphChanges(before: Launch | null, after: Launch): SubgraphChange[] {
  const was = new Map(before?.subgraphs.map((subgraph) => [subgraph.name, subgraph]));
  const is = new Map(after.subgraphs.map((subgraph) => [subgraph.name, subgraph]));
  return [...new Set([...was.keys(), ...is.keys()])].sort().flatMap((name): SubgraphChange[] => {
    const [old, current] = [was.get(name), is.get(name)];
    if (old === undefined) return [{ name, change: 'ADDED' }];
    if (current === undefined) return [{ name, change: 'REMOVED' }];
    const isSame = old.sha256 === current.sha256 && old.url === current.url && old.models === current.models;
    return isSame ? [] : [{ name, change: 'CHANGED' }];
  });
}
