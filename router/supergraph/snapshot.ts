import { buildSchema, type GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { CodedError } from '../../kit/errors.ts';
import type { Logger } from '../../kit/log.ts';
import { asCaller, type Caller } from '../execution/caller.ts';
import type { BatchPoint } from '../execution/entityBatcher.ts';
import { completeAnswer, execute, writeAnswer } from '../execution/execute.ts';
import { SharedAnswers } from '../execution/sharedAnswers.ts';
import { OVER, untilOver } from '../execution/untilOver.ts';
import { denialsFor } from '../operation/guards.ts';
import { checkDocumentSize, type OperationLimits } from '../operation/limits.ts';
import { OperationCache, type OperationSource } from '../operation/operationCache.ts';
import type { LoadedGraph } from '../operation/planner/messages.ts';
import { OperationRefused, type Planner } from '../operation/planner/planner.ts';
import { type PreparedOperation, type PrepareOptions, prepareOperation } from '../operation/prepare.ts';
import type { Variables } from '../response/compileWriter.ts';
import type { Data } from '../response/completeData.ts';
import type { ClientError } from '../response/errorList.ts';
import type { FetchContext, Transport } from '../transport/transport.ts';

/** A GraphQL request whose JSON has been read. */
export interface OperationRequest {
  readonly query: string;
  readonly operationName?: string | undefined;
  readonly variables?: Readonly<Record<string, unknown>> | null | undefined;
  /** Refuses mutations. */
  readonly readOnly?: boolean | undefined;
  /** `@override` labels that hold for this request; those of the form `percent(n)` are drawn here. */
  readonly overrideLabels?: ReadonlySet<string> | undefined;
}

/** Why an operation was not executed at all. */
export type Refusal =
  /** Malformed, invalid, too large, not to be planned, or with variables that do not fit. */
  | 'invalid'
  /** A mutation where only queries may run. */
  | 'readOnly'
  /** Nothing wrong with it; the router cannot take it now. */
  | 'overloaded'
  /** The router failed on it. */
  | 'fault';

export interface JsonAnswer {
  /** The whole GraphQL response. */
  readonly json: string;
  readonly hadErrors: boolean;
  /** Null for an operation that was executed, with whatever success. */
  readonly refused: Refusal | null;
}

/** What `execute` would do with an operation. */
export type CheckedOperation =
  | { readonly kind: PreparedOperation['kind']; readonly refused: null }
  | (JsonAnswer & { readonly refused: Refusal });

export interface DataAnswer {
  /** Objects without prototypes; undefined for an operation that was refused. */
  readonly data: Data | null | undefined;
  readonly errors: readonly ClientError[];
  readonly refused: Refusal | null;
}

interface RefusedOperation {
  readonly errors: readonly ClientError[];
  readonly refused: Refusal;
}

export interface SnapshotOptions {
  readonly sdl: string;
  readonly graph: number;
  readonly loaded: LoadedGraph;
  readonly planner: Planner;
  readonly transportTo: (subgraph: { readonly name: string; readonly url: string }) => Transport;
  readonly operationLimits: OperationLimits;
  readonly maxErrors: number;
  readonly cachedOperations: number;
  readonly deadlineMarginMs: number;
  /** Joins `_entities` fetches of concurrent requests. */
  readonly batching: boolean;
  /** Lets equal queries of one caller that are in flight together share one execution. */
  readonly deduplication: boolean;
  /** Asks once for an entity that an answer has several times. */
  readonly distinctRepresentations: boolean;
  readonly log: Logger;
}

const NOT_PLANNED_IN_TIME: ClientError = {
  message: 'The deadline passed before this operation was planned. Send it again: the plan is kept.',
  extensions: { code: 'DEADLINE_EXCEEDED' },
};

/** Fetch documents by which requests of different operations find each other; an operation keeps its own. */
const BATCH_POINTS = 5_000;

/** One supergraph and all that was made of it. It never changes: a reload makes another. */
export class Snapshot {
  readonly sdl: string;
  /** What clients see of the supergraph. */
  readonly apiSchema: GraphQLSchema;
  readonly subgraphs: LoadedGraph['subgraphs'];
  readonly #options: SnapshotOptions;
  readonly #operations: OperationCache;
  readonly #shared = new SharedAnswers<JsonAnswer>();
  readonly #overrideLabels: readonly string[];
  readonly #guards: readonly string[];
  #executing = 0;
  #retired: (() => void) | undefined;

  constructor(options: SnapshotOptions) {
    const { sdl, loaded, transportTo, batching } = options;
    this.sdl = sdl;
    this.#options = options;
    this.apiSchema = buildSchema(loaded.apiSdl, { assumeValid: true, assumeValidSDL: true });
    this.subgraphs = loaded.subgraphs;
    this.#overrideLabels = loaded.overrideLabels;
    this.#guards = [...new Set(Object.values(loaded.guards))];
    const transports = new Map(loaded.subgraphs.map((subgraph) => [subgraph.name, transportTo(subgraph)]));
    const batchPoints = new LRUCache<string, BatchPoint>({ max: BATCH_POINTS });
    const prepareOptions: PrepareOptions = {
      schema: this.apiSchema,
      neededWithArguments: new Set(loaded.neededWithArguments),
      guards: loaded.guards,
      interfaceObjects: new Set(loaded.interfaceObjects),
      transport: (service) => {
        const transport = transports.get(service);
        if (!transport) throw new Error(`the plan names an unknown subgraph ${JSON.stringify(service)}`);
        return transport;
      },
      batchPoint: batching
        ? (service, query, make) => {
            const key = `${service}\n${query}`;
            const point = batchPoints.get(key) ?? make();
            batchPoints.set(key, point);
            return point;
          }
        : undefined,
      distinctRepresentations: options.distinctRepresentations,
      deadlineMarginMs: options.deadlineMarginMs,
      log: options.log,
    };
    this.#operations = new OperationCache({
      size: options.cachedOperations,
      plan: async (source) => {
        try {
          return await options.planner.plan(options.graph, { ...source, limits: options.operationLimits });
        } catch (error) {
          if (error instanceof OperationRefused && error.code === 'OPERATION_NOT_PLANNED') {
            options.log.warn({ err: error, operationName: source.operationName }, 'an operation cannot be planned');
          }
          throw error;
        }
      },
      prepare: (source, plan) => prepareOperation(source, plan, prepareOptions),
    });
  }

  /** Answers as JSON text. It never rejects. */
  async execute(request: OperationRequest, caller: Caller): Promise<JsonAnswer> {
    this.#executing += 1;
    try {
      const accepted = await this.#accept(request, caller);
      if ('refused' in accepted) return writeRefusal(accepted);
      const { operation, variables } = accepted;
      const run = async (whom: Caller): Promise<JsonAnswer> => ({
        ...writeAnswer(operation, await execute(operation, variables, whom, this.#options.maxErrors)),
        refused: null,
      });
      if (!this.#options.deduplication || operation.kind !== 'query' || !operation.execute) {
        return await run(caller);
      }
      return await this.#shared.get(operation, variables, caller, run);
    } catch (error) {
      return writeRefusal({ errors: [this.#fault(error)], refused: 'fault' });
    } finally {
      this.#leave();
    }
  }

  /** Tells whether `execute` would execute the operation or refuse it, and executes nothing. It never rejects. */
  async check(request: OperationRequest, caller: Caller): Promise<CheckedOperation> {
    this.#executing += 1;
    try {
      const accepted = await this.#accept(request, caller);
      return 'refused' in accepted ? writeRefusal(accepted) : { kind: accepted.operation.kind, refused: null };
    } catch (error) {
      return writeRefusal({ errors: [this.#fault(error)], refused: 'fault' });
    } finally {
      this.#leave();
    }
  }

  /** Answers as objects. It never rejects. */
  async executeData(request: OperationRequest, context: FetchContext): Promise<DataAnswer> {
    this.#executing += 1;
    try {
      return await asCaller(context, async (caller) => {
        const accepted = await this.#accept(request, caller);
        if ('refused' in accepted) return { data: undefined, ...accepted };
        const { operation, variables } = accepted;
        const run = await execute(operation, variables, caller, this.#options.maxErrors);
        return { ...completeAnswer(operation, run), refused: null };
      });
    } catch (error) {
      return { data: undefined, errors: [this.#fault(error)], refused: 'fault' };
    } finally {
      this.#leave();
    }
  }

  /** The operations used most, for the next snapshot to `warm` itself with. */
  hottest(count: number): readonly OperationSource[] {
    return this.#operations.hottest(count);
  }

  /** Prepares operations ahead of their first request. What this supergraph refuses is passed over. */
  async warm(operations: readonly OperationSource[]): Promise<void> {
    await Promise.allSettled(operations.map((operation) => this.#operations.prepare(operation)));
  }

  /** To be called once no new request comes: forgets the supergraph when those in flight have finished. */
  async retire(): Promise<void> {
    if (this.#executing > 0) await new Promise<void>((resolve) => (this.#retired = resolve));
    this.#options.planner.drop(this.#options.graph);
  }

  async #accept(
    { query, operationName, variables: given, readOnly, overrideLabels }: OperationRequest,
    caller: Caller,
  ): Promise<{ readonly operation: PreparedOperation; readonly variables: Variables } | RefusedOperation> {
    const source = {
      query,
      operationName,
      labels: this.#drawLabels(overrideLabels),
      denials: this.#guards.length === 0 ? [] : denialsFor(this.#guards, caller.identity),
    };
    let operation = this.#operations.find(source);
    if (!operation) {
      try {
        // Before anything is made of it, or keyed by it.
        checkDocumentSize(query, this.#options.operationLimits);
        const prepared = await untilOver(this.#operations.prepare(source), caller);
        if (prepared === OVER) return { errors: [NOT_PLANNED_IN_TIME], refused: 'overloaded' };
        operation = prepared;
      } catch (error) {
        return refusalOf(error);
      }
    }
    if (readOnly && operation.kind !== 'query') {
      const error = new CodedError('BAD_USER_INPUT', `Expected a query; a ${operation.kind} must be sent by POST.`);
      return { errors: [{ message: error.message, extensions: error.extensions }], refused: 'readOnly' };
    }
    const { variables, errors } = operation.coerce(given ?? {});
    return errors ? { errors, refused: 'invalid' } : { operation, variables };
  }

  #drawLabels(given: ReadonlySet<string> | undefined): readonly string[] {
    if (this.#overrideLabels.length === 0) return [];
    return this.#overrideLabels.filter((label) => {
      const percent = /^percent\((.+)\)$/.exec(label)?.[1];
      return percent === undefined ? given?.has(label) : Math.random() * 100 < Number(percent);
    });
  }

  #fault(error: unknown): ClientError {
    this.#options.log.error({ err: error }, 'the router failed on an operation');
    return {
      message: 'The router failed on this operation; its log says why.',
      extensions: { code: 'INTERNAL_SERVER_ERROR' },
    };
  }

  #leave(): void {
    this.#executing -= 1;
    if (this.#executing === 0) this.#retired?.();
  }
}

function writeRefusal({ errors, refused }: RefusedOperation): JsonAnswer & { readonly refused: Refusal } {
  return { json: `{"errors":${JSON.stringify(errors)}}`, hadErrors: true, refused };
}

/** @throws whatever is no refusal. */
function refusalOf(error: unknown): RefusedOperation {
  if (error instanceof CodedError) {
    return { errors: [{ message: error.message, extensions: error.extensions }], refused: 'invalid' };
  }
  if (!(error instanceof OperationRefused) || !error.isExpected) throw error;
  const errors = error.errors.map(({ extensions = {}, ...rest }) => ({ ...rest, extensions }));
  return { errors, refused: error.isFinal ? 'invalid' : 'overloaded' };
}
