import { buildSchema, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { CodedError } from '../../kit/errors.ts';
import type { Composer } from '../compose/composer.ts';
import { formatGraphRef, type GraphRef, parseGraphRef } from '../graphRef.ts';
import { requireRole } from '../keys/access.ts';
import type { ApiKey } from '../keys/apiKey.ts';
import type { LaunchStore } from '../store/launchStore.ts';
import { readReport } from './readReport.ts';
import type { UsageStore } from './usageStore.ts';

export interface UsageIntakeOptions {
  readonly launches: LaunchStore;
  readonly usage: UsageStore;
  readonly composer: Composer;
}

const MAX_SCHEMAS = 20;

/** Takes what routers report of the operations they are asked. */
export class UsageIntake {
  readonly #options: UsageIntakeOptions;
  /** API schemas by the hash of their supergraph. */
  readonly #schemas = new LRUCache<string, Promise<GraphQLSchema>>({ max: MAX_SCHEMAS });

  constructor(options: UsageIntakeOptions) {
    this.#options = options;
  }

  /**
   * @returns how many operations were left out, as there were too many or they are none.
   * @throws CodedError `BAD_USER_INPUT` for what is no report, `FORBIDDEN`, `NOT_FOUND` for a variant that serves nothing.
   */
  async take(bytes: Uint8Array, key: ApiKey): Promise<number> {
    const { graphRef, uses, omitted } = readReport(bytes);
    const ref = parseGraphRef(graphRef);
    requireRole(key, 'report', ref);
    if (uses.length > 0) await this.#options.usage.record(ref, uses, await this.#schemaOf(ref));
    return omitted;
  }

  async #schemaOf(ref: GraphRef): Promise<GraphQLSchema> {
    const { launches, composer } = this.#options;
    const served = await launches.servedSupergraph(ref);
    if (served === null) {
      throw new CodedError(
        'NOT_FOUND',
        `Nothing is served under ${formatGraphRef(ref)}: what was asked of it cannot be read.`,
      );
    }
    const known = this.#schemas.get(served);
    if (known) return known;
    const schema = launches.document(served).then(async (sdl) => buildSchema(await composer.api(sdl)));
    this.#schemas.set(served, schema);
    schema.catch(() => this.#schemas.delete(served));
    return schema;
  }
}
