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
  /** Requests in a row that nobody joined. */
  lonely: number;
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

/**
 * After so many lonely requests in a row, as when every client has its own identity, only one in so many waits for
 * company; the others are sent at once, as long as it has none.
 */
const LONELY = 64;
const WAITS_EVERY = 16;
/** Representations in one request to a subgraph. */
const MAX_REPRESENTATIONS = 500;

/**
 * Joins the `_entities` fetches that concurrent requests make in the same turn of the event loop. Every member has its
 * own answer and its own errors; the request is aborted when its last member left.
 */
export function fetchInBatch(point: BatchPoint, request: EntityRequest): Promise<SubgraphResponse> {
  const key = `${request.variables}\n${request.callerKey}`;
  let batch = point.open.get(key);
  if (!batch && point.lonely >= LONELY && ++point.lonely % WAITS_EVERY > 0) return fetchAlone(point, request);
  if (!batch || batch.size + request.representations.length > MAX_REPRESENTATIONS) {
    const fresh = new Batch(point, request);
    batch = fresh;
    point.open.set(key, fresh);
    setImmediate(() => {
      if (point.open.get(key) === fresh) point.open.delete(key);
      if (fresh.hadCompany) point.lonely = 0;
      else if (point.lonely < LONELY) point.lonely++;
      void fresh.send();
    });
  }
  return batch.join(request);
}

function fetchAlone(
  { transport, document }: BatchPoint,
  { variables, representations, caller }: EntityRequest,
): Promise<SubgraphResponse> {
  return transport.fetch({ ...document, variables: entityVariables(variables, representations) }, fetchContext(caller));
}

/** The variables of an `_entities` fetch, as JSON text. */
export function entityVariables(variables: string, representations: readonly string[]): string {
  return `{${variables}${variables === '' ? '' : ','}"representations":[${representations.join(',')}]}`;
}

interface Member {
  /** For each of its representations, which of the batch's it is; undefined for the first, whose they are the first of. */
  readonly indices: readonly number[] | undefined;
  readonly count: number;
  readonly settle: (response: SubgraphResponse | undefined, reason?: unknown) => void;
  left: boolean;
}

export class Batch {
  readonly #point: BatchPoint;
  readonly #first: EntityRequest;
  readonly #members: Member[] = [];
  readonly #waiting = new Waiting();
  #representations: string[] | undefined;
  /** Where each representation is: made when a second member comes, since most batches of a quiet router have one. */
  #places: Map<string, number> | undefined;
  #here = 0;
  #deadline = 0;

  constructor(point: BatchPoint, first: EntityRequest) {
    this.#point = point;
    this.#first = first;
  }

  get size(): number {
    return (this.#representations ?? this.#first.representations).length;
  }

  get hadCompany(): boolean {
    return this.#members.length > 1;
  }

  join(request: EntityRequest): Promise<SubgraphResponse> {
    const { representations, caller } = request;
    const indices = request === this.#first ? undefined : this.#place(representations);
    this.#deadline = Math.max(this.#deadline, caller.deadline);
    return new Promise((resolve, reject) => {
      const settle: Member['settle'] = (response, reason) => {
        stay();
        if (response) resolve(response);
        else reject(reason);
      };
      const member: Member = { indices, count: representations.length, settle, left: false };
      this.#members.push(member);
      this.#here++;
      const stay = caller.waiting.onLeave(() => {
        member.left = true;
        this.#here--;
        if (this.#here === 0) this.#waiting.leave();
        const { message, extensions } = late(this.#point.service);
        reject(new CodedError('DEADLINE_EXCEEDED', message, { details: extensions }));
      });
    });
  }

  #place(wanted: readonly string[]): number[] {
    this.#representations ??= [...this.#first.representations];
    this.#places ??= new Map(this.#representations.map((representation, index) => [representation, index]));
    return wanted.map((representation) => {
      const known = this.#places?.get(representation);
      if (known !== undefined) return known;
      const index = this.size;
      this.#representations?.push(representation);
      this.#places?.set(representation, index);
      return index;
    });
  }

  async send(): Promise<void> {
    // All have left already.
    if (this.#waiting.left) return;
    const { variables, representations, caller } = this.#first;
    try {
      const response = await this.#point.transport.fetch(
        {
          ...this.#point.document,
          variables: entityVariables(variables, this.#representations ?? representations),
        },
        fetchContext({ ...caller, deadline: this.#deadline, waiting: this.#waiting }),
      );
      this.#distribute(response);
    } catch (error) {
      for (const member of this.#members) member.settle(undefined, error);
    }
  }

  #distribute(response: SubgraphResponse): void {
    const members = this.#members.filter(({ left }) => !left);
    const [only, another] = members;
    if (only && !another && only.indices === undefined && only.count === this.size) {
      only.settle(response);
      return;
    }
    const entities: unknown = response.data?._entities;
    const complete = Array.isArray(entities) && entities.length === this.size ? entities : undefined;
    const taken = new Set<number>();
    for (const member of members) {
      const data =
        complete === undefined
          ? // What is not a list of the right length is told so to each: nothing of it can be anybody's.
            response.data && { _entities: entities === null ? null : [] }
          : { _entities: indicesOf(member).map((index) => this.#own(complete[index], index, taken)) };
      const errors = response.errors?.flatMap((error) => errorFor(member, error, this.#point.service));
      member.settle({ data, errors });
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

function indicesOf({ indices, count }: Member): readonly number[] {
  return indices ?? Array.from({ length: count }, (_, index) => index);
}

/** The error as this member may know it: at its own places, and without words that may speak of another's. */
function errorFor(member: Member, error: SubgraphError, service: string): SubgraphError[] {
  const [root, index, ...rest] = error.path ?? [];
  if (root === '_entities' && typeof index === 'number') {
    return indicesOf(member).flatMap((own, at) =>
      own === index ? [{ ...error, path: ['_entities', at, ...rest] }] : [],
    );
  }
  const code = error.extensions?.code;
  return [
    {
      message: `The subgraph "${service}" reported an error.`,
      ...(typeof code === 'string' && { extensions: { code } }),
    },
  ];
}
