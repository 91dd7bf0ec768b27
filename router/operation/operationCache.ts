import { LRUCache } from 'lru-cache';
import type { PlanNode } from './plan.ts';
import type { OperationToPlan } from './planner/messages.ts';
import { OperationRefused } from './planner/planner.ts';
import type { PreparedOperation } from './prepare.ts';

export type OperationSource = Pick<OperationToPlan, 'query' | 'operationName' | 'labels' | 'denials'>;

export interface OperationCacheOptions {
  /** Operations kept prepared. */
  readonly size: number;
  readonly plan: (source: OperationSource) => Promise<PlanNode | null>;
  readonly prepare: (source: OperationSource, plan: PlanNode | null) => PreparedOperation;
}

interface Entry {
  readonly source: OperationSource;
  readonly operation: PreparedOperation;
  uses: number;
}

/** Refusals kept, so that the same impossible operation does not cost the planner twice. */
const REFUSALS = 200;
const MAX_REFUSED_CHARACTERS = 5_000_000;
/** Characters of documents kept; what is compiled from one takes several times its size. */
const MAX_CHARACTERS = 20_000_000;

/** The operations of one supergraph, prepared once each, however many ask for one at the same time. */
export class OperationCache {
  readonly #options: OperationCacheOptions;
  readonly #prepared: LRUCache<string, Entry>;
  readonly #refused = new LRUCache<string, OperationRefused>({
    max: REFUSALS,
    maxSize: MAX_REFUSED_CHARACTERS,
    sizeCalculation: (_, key) => key.length,
  });
  readonly #underWay = new Map<string, Promise<PreparedOperation>>();

  constructor(options: OperationCacheOptions) {
    this.#options = options;
    this.#prepared = new LRUCache({
      max: options.size,
      maxSize: MAX_CHARACTERS,
      sizeCalculation: (_, key) => key.length,
    });
  }

  /** The operation if it is at hand. */
  find(source: OperationSource): PreparedOperation | undefined {
    const entry = this.#prepared.get(keyOf(source));
    if (!entry) return undefined;
    entry.uses += 1;
    return entry.operation;
  }

  /** @throws OperationRefused */
  prepare(source: OperationSource): Promise<PreparedOperation> {
    const key = keyOf(source);
    const refusal = this.#refused.get(key);
    if (refusal) return Promise.reject(refusal);
    let underWay = this.#underWay.get(key);
    if (!underWay) {
      underWay = this.#prepare(source, key).finally(() => this.#underWay.delete(key));
      this.#underWay.set(key, underWay);
    }
    return underWay;
  }

  /** The operations used most, most used first. */
  hottest(count: number): OperationSource[] {
    return [...this.#prepared.values()]
      .sort((left, right) => right.uses - left.uses)
      .slice(0, count)
      .map(({ source }) => source);
  }

  async #prepare(source: OperationSource, key: string): Promise<PreparedOperation> {
    try {
      const operation = this.#options.prepare(source, await this.#options.plan(source));
      this.#prepared.set(key, { source, operation, uses: 1 });
      return operation;
    } catch (error) {
      if (error instanceof OperationRefused && error.isFinal) this.#refused.set(key, error);
      throw error;
    }
  }
}

function keyOf({ query, operationName, labels, denials }: OperationSource): string {
  const name = operationName === undefined ? '' : `\n${operationName}`;
  if (labels.length === 0 && denials.length === 0) return query + name;
  return [query, name, ...labels, ...denials].join('\n');
}
