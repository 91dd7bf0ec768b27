import { CodedError } from '../kit/errors.ts';
import type { Logger } from '../kit/log.ts';
import type { Composition } from '../supergraph/compose.ts';
import type { Composer } from './compose/composer.ts';
import { formatGraphRef, type GraphRef } from './graphRef.ts';
import { checkSubgraphs, type NewSubgraph } from './newSubgraph.ts';
import { resumeLaunches } from './resumeLaunches.ts';
import type { Authorship, Launch, LaunchedSubgraph } from './store/launch.ts';
import { digest, type LaunchStore } from './store/launchStore.ts';

export interface PublisherOptions {
  readonly launches: LaunchStore;
  readonly composer: Composer;
  readonly log: Logger;
}

/** A launch, and whether the request for it changed anything. */
export interface Launched {
  readonly launch: Launch;
  readonly isNew: boolean;
}

/**
 * Publishes schemas. Each change of a variant is a launch: it is written first, then composed, and served if it composes;
 * what does not is kept with its faults, and the variant goes on serving what it did.
 */
export class Publisher {
  readonly #launches: LaunchStore;
  readonly #composer: Composer;
  readonly #stopResuming: () => Promise<void>;

  constructor({ launches, composer, log }: PublisherOptions) {
    this.#launches = launches;
    this.#composer = composer;
    this.#stopResuming = resumeLaunches(
      (ageMs) => this.#launches.leftBehind(ageMs),
      (launch) => this.#complete(launch),
      log,
    );
  }

  /**
   * Publishes schemas of one or several subgraphs as one change. A subgraph that was published before keeps its URL where
   * none is given.
   * @throws CodedError `BAD_USER_INPUT` for what cannot be a subgraph, `NOT_FOUND` for an unknown graph, and what
   * composing throws; schemas that do not compose are a launch that FAILED.
   */
  async publish(ref: GraphRef, subgraphs: readonly NewSubgraph[], by: Authorship): Promise<Launched> {
    checkSubgraphs(subgraphs);
    return this.#launched(
      await this.#launches.begin(ref, {
        ...by,
        cause: 'PUBLISH',
        documents: subgraphs.flatMap(({ sdl, models }) => [sdl, ...(models ? [JSON.stringify(models)] : [])]),
        change: (current, number) => {
          const next = subgraphs.reduce((all, subgraph) => withSubgraph(all, subgraph, number), current);
          return next === current ? null : next;
        },
      }),
      ref,
    );
  }

  /** @throws CodedError `NOT_FOUND` where the variant has no such subgraph, `CONFLICT` for its last one. */
  async remove(ref: GraphRef, name: string, by: Authorship): Promise<Launched> {
    return this.#launched(
      await this.#launches.begin(ref, { ...by, cause: 'DELETE', change: (current) => without(ref, name, current) }),
      ref,
    );
  }

  /** What would come of `remove`. @throws CodedError as that does. */
  async tryRemoval(ref: GraphRef, name: string): Promise<Composition> {
    const [newest] = await this.#launches.newest(ref, 1);
    const subgraphs = without(ref, name, newest?.subgraphs ?? []);
    return (await this.#composer.compose(await this.#launches.services({ subgraphs }))).composition;
  }

  /**
   * Brings what `from` serves to another variant of its graph: the same schemas; a subgraph that the variant has already
   * keeps its URL there.
   * @throws CodedError `CONFLICT` when `from` serves nothing, or is that variant.
   */
  async promote(from: GraphRef, variant: string, by: Authorship): Promise<Launched> {
    const to = { graph: from.graph, variant };
    const served = await this.#launches.servedLaunch(from);
    if (served === null || from.variant === variant) {
      const reason = served === null ? 'serves nothing yet' : 'is that variant';
      throw new CodedError(
        'CONFLICT',
        `${formatGraphRef(from)} ${reason}: there is nothing to promote to ${formatGraphRef(to)}.`,
      );
    }
    const source = await this.#launches.launch(from, served);
    return this.#launched(
      await this.#launches.begin(to, {
        ...by,
        cause: 'PROMOTION',
        origin: { variant: from.variant, number: served },
        change: (current, number) => {
          const promoted = source.subgraphs.map((subgraph) => {
            const own = current.find(({ name }) => name === subgraph.name);
            if (own?.sha256 === subgraph.sha256 && own.models === subgraph.models) return own;
            return { ...subgraph, url: own?.url ?? subgraph.url, since: number };
          });
          return sameSubgraphs(promoted, current) ? null : promoted;
        },
      }),
      to,
    );
  }

  /**
   * Serves an earlier launch again, byte for byte, as a launch of its own: nothing is composed.
   * @throws CodedError `NOT_FOUND`, or `CONFLICT` for one that did not compose.
   */
  async rollback(ref: GraphRef, number: number, by: Authorship): Promise<Launched> {
    const target = await this.#launches.launch(ref, number);
    const { outcome } = target;
    if (outcome.status !== 'SUCCEEDED') {
      throw new CodedError(
        'CONFLICT',
        `Launch ${number} of ${formatGraphRef(ref)} is ${outcome.status}: only one that composed can be served again.`,
      );
    }
    return this.#launched(
      await this.#launches.begin(ref, {
        ...by,
        cause: 'ROLLBACK',
        origin: { variant: ref.variant, number },
        supergraph: outcome.supergraph,
        change: () => target.subgraphs,
      }),
      ref,
    );
  }

  /** Stops looking for launches that were left behind. */
  async close(): Promise<void> {
    await this.#stopResuming();
  }

  async #launched(begun: Launched | null, ref: GraphRef): Promise<Launched> {
    if (begun === null) throw new Error(`nothing was launched in ${formatGraphRef(ref)}`);
    // One that is not new may be another's, who is composing it.
    if (begun.launch.outcome.status !== 'PENDING') return begun;
    return { ...begun, launch: await this.#complete(begun.launch) };
  }

  async #complete(launch: Launch): Promise<Launch> {
    const { composition } = await this.#composer
      .compose(await this.#launches.services(launch))
      .catch((error: unknown) => {
        // It will not compose the next time either; what failed for want of time or room is tried again.
        if (!(error instanceof CodedError && error.code === 'COMPOSITION_FAILED')) throw error;
        return { composition: { faults: [{ message: error.message, code: null, places: [] }] } };
      });
    return this.#launches.complete(launch, launch.number, composition);
  }
}

/** `current` itself where the subgraph is in it as it is to be. */
function withSubgraph(
  current: readonly LaunchedSubgraph[],
  { name, url, sdl, models }: NewSubgraph,
  number: number,
): readonly LaunchedSubgraph[] {
  const sha256 = digest(sdl).toString('hex');
  const own = current.find((subgraph) => subgraph.name === name);
  const promised = models ? digest(JSON.stringify(models)).toString('hex') : (own?.models ?? null);
  const next = { name, url: url ?? own?.url ?? '', sha256, models: promised, since: number };
  if (own?.sha256 === sha256 && own.url === next.url && own.models === promised) return current;
  // By name, so that the same subgraphs make the same supergraph in whatever order they came.
  return [...current.filter((subgraph) => subgraph !== own), next].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function without(ref: GraphRef, name: string, current: readonly LaunchedSubgraph[]): readonly LaunchedSubgraph[] {
  const rest = current.filter((subgraph) => subgraph.name !== name);
  if (rest.length === current.length) throw unknownSubgraph(ref, name, current);
  if (rest.length > 0) return rest;
  throw new CodedError('CONFLICT', `${name} is the last subgraph of ${formatGraphRef(ref)}: a graph has at least one.`);
}

function sameSubgraphs(some: readonly LaunchedSubgraph[], others: readonly LaunchedSubgraph[]): boolean {
  return some.length === others.length && some.every((subgraph) => others.includes(subgraph));
}

function unknownSubgraph(ref: GraphRef, name: string, current: readonly LaunchedSubgraph[]): CodedError {
  const names = current.map((subgraph) => subgraph.name).join(', ') || 'none';
  return new CodedError(
    'NOT_FOUND',
    `${formatGraphRef(ref)} has no subgraph ${JSON.stringify(name)}. It has: ${names}.`,
  );
}
