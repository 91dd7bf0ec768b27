import { CodedError } from '../../kit/errors.ts';
import type { SubgraphError, SubgraphFetch, SubgraphResponse, Transport } from '../transport/transport.ts';
import { type Caller, fetchContext } from './caller.ts';
import { cloneJson } from './cloneJson.ts';
import { late } from './failureOf.ts';
import { Waiting } from './waiting.ts';

/** One fetch document of one supergraph: what is asked through it at once may travel together. */
export interface BatchPoint {
  readonly service: string;
  readonly transport: Transport;
  readonly document: Omit<SubgraphFetch, 'variables'>;
  /** Whether answers hold objects: two requests must never hold the same one. */
  readonly nested: boolean;
  readonly open: Map<string, Batch>;
}

export interface EntityRequest {
  /** Members of a JSON object, such as `"first":3`, or empty. */
  readonly variables: string;
  /** Distinct representations as JSON text. */
  readonly representations: readonly string[];
  /** Identity and propagated headers: only what has the same may share an answer. */
  readonly callerKey: string;
  readonly caller: Caller;
}

/** Representations in one request to a subgraph. */
const MAX_REPRESENTATIONS = 500;

/**
 * Joins the `_entities` fetches that concurrent requests make in the same turn of the event loop. Every member has its
 * own answer and its own errors; the request is aborted when its last member left.
 */
export function fetchInBatch(point: BatchPoint, request: EntityRequest): Promise<SubgraphResponse> {
  const key = `${request.variables}\n${request.callerKey}`;
  let batch = point.open.get(key);
  if (!batch || batch.size + request.representations.length > MAX_REPRESENTATIONS) {
    const fresh = new Batch(point, request);
    batch = fresh;
    point.open.set(key, fresh);
    setImmediate(() => {
      if (point.open.get(key) === fresh) point.open.delete(key);
      void fresh.send();
    });
  }
  return batch.join(request);
}

interface Member {
  /** For each of its representations, which of the batch's it is. */
  readonly indices: readonly number[];
  readonly resolve: (response: SubgraphResponse) => void;
  readonly reject: (reason: unknown) => void;
}

export class Batch {
  readonly #point: BatchPoint;
  readonly #first: EntityRequest;
  readonly #representations = new Map<string, number>();
  readonly #members = new Set<Member>();
  readonly #waiting = new Waiting();
  #deadline = 0;

  constructor(point: BatchPoint, first: EntityRequest) {
    this.#point = point;
    this.#first = first;
  }

  get size(): number {
    return this.#representations.size;
  }

  join({ representations, caller }: EntityRequest): Promise<SubgraphResponse> {
    const indices = representations.map((representation) => {
      let index = this.#representations.get(representation);
      if (index === undefined) {
        index = this.#representations.size;
        this.#representations.set(representation, index);
      }
      return index;
    });
    this.#deadline = Math.max(this.#deadline, caller.deadline);
    return new Promise((resolve, reject) => {
      const member: Member = {
        indices,
        resolve: (response) => {
          stay();
          resolve(response);
        },
        reject: (reason) => {
          stay();
          reject(reason);
        },
      };
      this.#members.add(member);
      const stay = caller.waiting.onLeave(() => {
        this.#members.delete(member);
        if (this.#members.size === 0) this.#waiting.leave();
        const { message, extensions } = late(this.#point.service);
        reject(new CodedError('DEADLINE_EXCEEDED', message, { details: extensions }));
      });
    });
  }

  async send(): Promise<void> {
    // All have left already.
    if (this.#waiting.left) return;
    const { variables, caller } = this.#first;
    const list = [...this.#representations.keys()].join(',');
    try {
      const response = await this.#point.transport.fetch(
        {
          ...this.#point.document,
          variables: `{${variables}${variables === '' ? '' : ','}"representations":[${list}]}`,
        },
        fetchContext({ ...caller, deadline: this.#deadline, waiting: this.#waiting }),
      );
      this.#distribute(response);
    } catch (error) {
      for (const member of this.#members) member.reject(error);
    }
  }

  #distribute(response: SubgraphResponse): void {
    const [only, another] = this.#members;
    if (only && !another && only.indices.length === this.size) {
      only.resolve(response);
      return;
    }
    const entities: unknown = response.data?._entities;
    const complete = Array.isArray(entities) && entities.length === this.size ? entities : undefined;
    const taken = new Set<number>();
    for (const member of this.#members) {
      const data =
        complete === undefined
          ? // What is not a list of the right length is told so to each: nothing of it can be anybody's.
            response.data && { _entities: entities === null ? null : [] }
          : { _entities: member.indices.map((index) => this.#own(complete[index], index, taken)) };
      const errors = response.errors?.flatMap((error) => errorFor(member, error, this.#point.service));
      member.resolve({ data, errors });
    }
  }

  /** The entity for the first who takes it, a copy for the others: each merges other fetches into its own. */
  #own(entity: unknown, index: number, taken: Set<number>): unknown {
    if (!this.#point.nested) return entity;
    if (taken.has(index)) return cloneJson(entity);
    taken.add(index);
    return entity;
  }
}

/** The error as this member may know it: at its own places, and without words that may speak of another's. */
function errorFor(member: Member, error: SubgraphError, service: string): SubgraphError[] {
  const [root, index, ...rest] = error.path ?? [];
  if (root === '_entities' && typeof index === 'number') {
    return member.indices.flatMap((own, at) => (own === index ? [{ ...error, path: ['_entities', at, ...rest] }] : []));
  }
  const code = error.extensions?.code;
  return [
    {
      message: `The subgraph "${service}" reported an error.`,
      ...(typeof code === 'string' && { extensions: { code } }),
    },
  ];
}
