import { CodedError } from '../kit/errors.ts';
import { NotApplicable, Violation } from './check.ts';
import { Client, type Headers } from './client.ts';
import { describe } from './describe.ts';
import type { Sample } from './sample.ts';
import { type Entity, readSubgraphSchema, type SubgraphSchema } from './subgraphSchema.ts';

/** Which subgraph to examine, and what is known of it. */
export interface Target {
  readonly url: URL;
  /** Entities that it has; those of types that it does not resolve are left out. */
  readonly samples?: readonly Sample[];
  /** Sent with every request, such as the identity of somebody who may see the samples. */
  readonly headers?: Headers;
}

/** A subgraph under examination. */
export class Subject {
  readonly client: Client;
  readonly #samples: readonly Sample[];
  #sdl: Promise<string> | undefined;
  #schema: Promise<SubgraphSchema> | undefined;

  constructor({ url, samples = [], headers = {} }: Target) {
    this.client = new Client(url, headers);
    this.#samples = samples;
  }

  /** @throws Violation when it does not tell it. */
  sdl(): Promise<string> {
    this.#sdl ??= this.#askSdl();
    return this.#sdl;
  }

  /** For checks that need `service.federation2`. */
  schema(): Promise<SubgraphSchema> {
    this.#schema ??= this.sdl().then(readSubgraphSchema);
    return this.#schema;
  }

  /** @throws NotApplicable where there is none. */
  async entities(): Promise<readonly [Entity, ...Entity[]]> {
    const [first, ...rest] = (await this.schema()).entities;
    if (first === undefined) throw new NotApplicable('the schema has no type with a resolvable @key');
    return [first, ...rest];
  }

  /** The known representatives of a type, with `__typename`. */
  samplesOf(entity: Entity): Record<string, unknown>[] {
    return this.#samples.flatMap(({ typename, fields }) =>
      typename === entity.name ? [{ __typename: typename, ...fields }] : [],
    );
  }

  /**
   * The entities of which there are samples.
   * @throws NotApplicable where there is none.
   */
  async sampled(): Promise<readonly Entity[]> {
    const entities = await this.entities();
    const sampled = entities.filter((entity) => this.samplesOf(entity).length > 0);
    if (sampled.length > 0) return sampled;
    throw new NotApplicable(
      `no known entity was given; name one with --entity '${entities[0].name}:{…}', its key and what its fields require`,
    );
  }

  /** @throws CodedError `CONFIG_INVALID` for samples of a type that the subgraph does not resolve. */
  async refuseStrayNames(): Promise<void> {
    const entities = await this.entities().catch(() => undefined);
    if (entities === undefined) return;
    const names = entities.map(({ name }) => name);
    const stray = this.#samples.find(({ typename }) => !names.includes(typename));
    if (stray) {
      const message = `--entity: expected a type that the subgraph resolves by a key, one of ${names.join(', ')}; got ${stray.typename}.`;
      throw new CodedError('CONFIG_INVALID', message);
    }
  }

  async #askSdl(): Promise<string> {
    const { data, errors } = await this.client.ask({ query: '{ _service { sdl } }' });
    const service = data?._service;
    const sdl = typeof service === 'object' && service !== null && 'sdl' in service ? service.sdl : undefined;
    if (typeof sdl === 'string') return sdl;
    throw new Violation('the schema as text in data._service.sdl', describe(errors ?? data));
  }
}
