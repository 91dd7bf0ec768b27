import { Worker } from 'node:worker_threads';
import type { GraphQLFormattedError } from 'graphql';
import { CodedError } from '../../../kit/errors.ts';
import type { PlanNode } from '../plan.ts';
import type { LoadedGraph, OperationToPlan, PlannerReply, PlannerRequest } from './messages.ts';

export interface PlannerOptions {
  /** The most that one operation may take to plan, in milliseconds. */
  readonly planningMs: number;
  /** Operations that may wait to be planned; more are refused as `OVERLOADED`. */
  readonly waiting: number;
}

/** The errors of an operation that will not be executed. */
export class OperationRefused extends Error {
  readonly errors: readonly GraphQLFormattedError[];

  constructor(errors: readonly GraphQLFormattedError[], options?: ErrorOptions) {
    super(errors[0]?.message ?? 'the operation is refused', options);
    this.errors = errors;
  }

  /** That of its first error. */
  get code(): unknown {
    return this.errors[0]?.extensions?.code;
  }

  /** Whether the same operation will be refused again. */
  get isFinal(): boolean {
    return this.isExpected && this.code !== 'OVERLOADED';
  }

  /** Whether it is anything but a fault of ours. */
  get isExpected(): boolean {
    return this.code !== 'INTERNAL_SERVER_ERROR';
  }
}

interface Job {
  readonly request: Extract<PlannerRequest, { readonly id: number }>;
  readonly settle: (reply: PlannerReply) => void;
  readonly reject: (reason: Error) => void;
}

/** Loading a supergraph is the operator's doing and takes as long as it takes, within reason. */
const LOADING_MS = 60_000;
/** The thread interrupts its planning itself; where it does not come to that, it is ended. */
const GRACE_MS = 1_000;
/** The planner's thread may need this much memory, in megabytes; a plan that goes round in circles fills any. */
const MAX_MEMORY_MB = 1_024;

/**
 * Plans operations on a thread of its own, one at a time. A plan that takes too long costs that thread its life: a new
 * one loads the supergraphs anew and goes on with what waits.
 */
export class Planner {
  readonly #options: PlannerOptions;
  readonly #sdls = new Map<number, string>();
  readonly #jobs: Job[] = [];
  #running: { readonly job: Job; readonly timer: NodeJS.Timeout } | undefined;
  #worker: Worker | undefined;
  #ready = false;
  #closed = false;
  #lastId = 0;
  #lastGraph = 0;

  constructor(options: PlannerOptions) {
    this.#options = options;
  }

  /**
   * Loads a supergraph and says what the router needs to know of it; `graph` names it from then on.
   * @throws CodedError `SUPERGRAPH_INVALID`
   */
  async load(sdl: string): Promise<{ readonly graph: number; readonly loaded: LoadedGraph }> {
    const graph = ++this.#lastGraph;
    try {
      const reply = await this.#ask({ kind: 'load', id: ++this.#lastId, graph, sdl });
      if (reply.kind !== 'loaded') throw new TypeError(`expected a loaded supergraph, got ${reply.kind}`);
      this.#sdls.set(graph, sdl);
      return { graph, loaded: reply.graph };
    } catch (error) {
      if (!(error instanceof OperationRefused)) throw error;
      throw new CodedError('SUPERGRAPH_INVALID', `The supergraph cannot be used: ${reasonOf(error)}`, { cause: error });
    }
  }

  /** @throws OperationRefused */
  async plan(graph: number, operation: Omit<OperationToPlan, 'planningMs'>): Promise<PlanNode | null> {
    if (this.#jobs.length >= this.#options.waiting) {
      throw refused('OVERLOADED', 'Too many new operations wait to be planned; ask again.', { retryAfterMs: 1_000 });
    }
    const reply = await this.#ask({
      kind: 'plan',
      id: ++this.#lastId,
      graph,
      operation: { ...operation, planningMs: this.#options.planningMs },
    });
    if (reply.kind !== 'planned') throw new TypeError(`expected a plan, got ${reply.kind}`);
    return reply.plan;
  }

  /** Forgets a supergraph. */
  drop(graph: number): void {
    if (this.#sdls.delete(graph)) this.#post({ kind: 'drop', graph });
  }

  async close(): Promise<void> {
    this.#closed = true;
    if (this.#running) this.#jobs.unshift(this.#running.job);
    clearTimeout(this.#running?.timer);
    this.#running = undefined;
    for (const job of this.#jobs.splice(0)) job.reject(new Error('the planner is closed'));
    await this.#worker?.terminate();
  }

  #ask(request: Job['request']): Promise<PlannerReply> {
    if (this.#closed) return Promise.reject(new Error('the planner is closed'));
    return new Promise((resolve, reject) => {
      const settle = (reply: PlannerReply): void => {
        if (reply.kind !== 'refused') resolve(reply);
        else reject(new OperationRefused(reply.errors, { cause: errorFrom(reply.stack) }));
      };
      this.#jobs.push({ request, settle, reject });
      this.#next();
    });
  }

  #next(): void {
    this.#worker ??= this.#start();
    if (!this.#ready || this.#running) return;
    const job = this.#jobs.shift();
    if (!job) {
      this.#worker.unref();
      return;
    }
    // While somebody waits for a plan the process must not end.
    this.#worker.ref();
    const ms = job.request.kind === 'plan' ? this.#options.planningMs + GRACE_MS : LOADING_MS;
    this.#running = { job, timer: setTimeout(() => this.#overrun(), ms) };
    this.#post(job.request);
  }

  #start(): Worker {
    const worker = new Worker(new URL('./thread.mjs', import.meta.url), {
      resourceLimits: { maxOldGenerationSizeMb: MAX_MEMORY_MB },
    });
    worker.on('message', (reply: PlannerReply) => this.#onReply(worker, reply));
    worker.on('error', (error) => this.#onDeath(worker, error));
    worker.on('exit', () => this.#onDeath(worker, new Error('the planner thread ended')));
    return worker;
  }

  #onReply(worker: Worker, reply: PlannerReply): void {
    if (worker !== this.#worker) return;
    if (reply.kind === 'ready') {
      this.#ready = true;
      // A thread that replaces another first loads what that one had; nobody waits for it.
      for (const [graph, sdl] of this.#sdls) {
        const request = { kind: 'load', id: ++this.#lastId, graph, sdl } as const;
        this.#jobs.unshift({ request, settle: () => {}, reject: () => {} });
      }
    } else {
      const running = this.#running;
      if (reply.id !== running?.job.request.id) return;
      clearTimeout(running.timer);
      this.#running = undefined;
      running.job.settle(reply);
    }
    this.#next();
  }

  #onDeath(worker: Worker, error: Error): void {
    if (worker !== this.#worker) return;
    const running = this.#running?.job;
    // A thread that cannot even start will not start the next time either.
    const hopeless = this.#ready ? [] : this.#jobs.splice(0);
    this.#abandon();
    running?.reject(
      refused('OPERATION_NOT_PLANNED', 'The planner broke on this operation. Ask for less at once.', { cause: error }),
    );
    for (const job of hopeless) job.reject(error);
    if (!this.#closed && this.#jobs.length > 0) this.#next();
  }

  #overrun(): void {
    const job = this.#running?.job;
    const worker = this.#worker;
    this.#abandon();
    void worker?.terminate();
    job?.reject(
      refused(
        'OPERATION_NOT_PLANNED',
        'This operation takes too long to plan: there are too many ways to fetch it. Ask for less at once.',
      ),
    );
    this.#next();
  }

  #abandon(): void {
    clearTimeout(this.#running?.timer);
    this.#running = undefined;
    this.#worker = undefined;
    this.#ready = false;
  }

  #post(request: PlannerRequest): void {
    if (this.#ready) this.#worker?.postMessage(request);
  }
}

function refused(
  code: 'OVERLOADED' | 'OPERATION_NOT_PLANNED',
  message: string,
  { cause, ...details }: { readonly cause?: Error; readonly retryAfterMs?: number } = {},
): OperationRefused {
  return new OperationRefused([{ message, extensions: { ...details, code } }], { cause });
}

/** An error of the planner's thread, as the log shows it. */
function errorFrom(stack: string | undefined): Error | undefined {
  if (stack === undefined) return undefined;
  const error = new Error(stack.split('\n')[0]);
  error.stack = stack;
  return error;
}

function reasonOf({ message, cause }: OperationRefused): string {
  return cause instanceof Error ? cause.message : message;
}
