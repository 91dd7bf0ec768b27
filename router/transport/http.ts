import { lookup } from 'node:dns/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Span } from '@opentelemetry/api';
import { LRUCache } from 'lru-cache';
import type { Identity } from '../../kit/context.ts';
import type { Logger } from '../../kit/log.ts';
import { DEADLINE_HEADER } from '../../kit/requestContext.ts';
import { Breaker, type Verdict } from './breaker.ts';
import { Concurrency } from './concurrency.ts';
import { exchange, type ReadBudget } from './exchange.ts';
import { TransportFailure } from './failure.ts';
import { endFetchSpan, injectSpan, isTraceHeader, startFetchSpan } from './fetchSpan.ts';
import { readGraphqlResponse } from './graphqlResponse.ts';
import { HTTP_LIMITS, type HttpLimits } from './httpLimits.ts';
import type { Replica } from './replica.ts';
import { Replicas, type Resolve } from './replicas.ts';
import type { FetchContext, SubgraphFetch, SubgraphResponse, Transport } from './transport.ts';
import { waitUntil } from './waitUntil.ts';

export interface HttpTransportOptions {
  /** The subgraph's name, as errors and the log call it. */
  readonly name: string;
  readonly url: URL;
  readonly log: Logger;
  /** The header that tells the subgraph on whose behalf it is asked. */
  readonly identityHeader?: (identity: Identity) => readonly [name: string, value: string];
  /** How the host name becomes addresses; the system's resolver by default. */
  readonly resolve?: Resolve;
  readonly limits?: Partial<HttpLimits>;
}

/** Reaches one subgraph over HTTP. */
export function createHttpTransport(options: HttpTransportOptions): Transport {
  return new HttpTransport(options);
}

const FIXED_HEADERS = [
  'content-type',
  'application/json',
  'accept',
  'application/graphql-response+json, application/json;q=0.9',
];
const DOCUMENTS = 1_000;
const MAX_DEADLINE_MS = 999_999_999;
/** No fetch takes longer, though its caller set no deadline. */
const LONGEST_FETCH_MS = 300_000;
/** The first retry waits up to this long, the next up to twice as long. */
const RETRY_DELAY_MS = 20;

class HttpTransport implements Transport {
  readonly #name: string;
  readonly #path: string;
  readonly #log: Logger;
  readonly #identityHeader: HttpTransportOptions['identityHeader'];
  readonly #limits: HttpLimits;
  readonly #replicas: Replicas;
  readonly #breaker: Breaker;
  readonly #concurrency: Concurrency;
  readonly #budget: ReadBudget;
  /** Documents sent lately, as the body has them. */
  readonly #documents = new LRUCache<string, string>({ max: DOCUMENTS });

  constructor({ name, url, log, identityHeader, resolve = resolveAll, limits }: HttpTransportOptions) {
    this.#name = name;
    this.#path = url.pathname + url.search;
    this.#log = log.child({ subgraph: name });
    this.#identityHeader = identityHeader;
    this.#limits = { ...HTTP_LIMITS, ...limits };
    this.#replicas = new Replicas({ ...this.#limits, url, resolve, log: this.#log });
    this.#breaker = new Breaker({
      failures: this.#limits.breakerFailures,
      spacingMs: this.#limits.breakerSpacingMs,
      restMs: this.#limits.breakerRestMs,
      maxRestMs: this.#limits.breakerMaxRestMs,
      hopeless: () => !this.#replicas.anyTrusted,
      onChange: (restMs) => {
        if (restMs === null) this.#log.info('the subgraph answers again');
        else this.#log.error({ restMs }, 'the subgraph failed repeatedly and is not asked for a while');
      },
    });
    this.#concurrency = new Concurrency(this.#limits.maxConcurrent, this.#limits.maxQueued);
    this.#budget = { bytes: this.#limits.maxBufferedBytes, taken: 0 };
  }

  async fetch(request: SubgraphFetch, context: FetchContext): Promise<SubgraphResponse> {
    const span = startFetchSpan(this.#name);
    let permit: number | undefined;
    let verdict: Verdict = 'neutral';
    let failure: Error | undefined;
    try {
      permit = this.#breaker.enter();
      const turn = this.#concurrency.enter(context);
      if (turn) await turn;
      try {
        const response = await this.#attempts(request, context, span);
        verdict = 'answered';
        return response;
      } finally {
        this.#concurrency.leave();
      }
    } catch (error) {
      if (!(error instanceof TransportFailure)) throw error;
      if (error.blame) verdict = error.kind === 'flood' ? 'harmful' : 'failed';
      failure = error;
      this.#report(error);
      throw error.toCodedError(this.#name);
    } finally {
      if (permit !== undefined) this.#breaker.leave(permit, verdict);
      if (span) endFetchSpan(span, failure);
    }
  }

  /** What the router did itself is told when it begins, by the breaker; every fetch it spares would flood the log. */
  #report(failure: TransportFailure): void {
    if (failure.kind === 'abandoned' || failure.kind === 'shut' || failure.kind === 'crowded') return;
    this.#log.warn({ failure: failure.kind, err: failure }, 'a fetch failed');
  }

  close(): Promise<void> {
    return this.#replicas.close();
  }

  async #attempts(request: SubgraphFetch, context: FetchContext, span: Span | undefined): Promise<SubgraphResponse> {
    const body = this.#body(request);
    const deadline = Math.min(context.deadline, Date.now() + LONGEST_FETCH_MS);
    const { maxResponseBytes: maxBytes, connectTimeoutMs, attempts } = this.#limits;
    const replicas = this.#replicas;
    let failed: Replica | undefined;
    for (let attempt = 1; ; attempt++) {
      const resolution = replicas.refresh();
      if (resolution) await waitUntil(resolution, deadline, context.signal);
      const replica = replicas.pick(failed);
      const connection = replica.take();
      let whole = false;
      try {
        const outgoing = {
          path: this.#path,
          headers: this.#headers(context, span),
          body,
          deadline,
          caller: context,
          maxBytes,
          budget: this.#budget,
        };
        const answer = await exchange(connection.client, outgoing, connection.fresh ? connectTimeoutMs : undefined);
        whole = true;
        replica.giveBack(connection, whole);
        const response = readGraphqlResponse(answer, request.read);
        replica.answered();
        return response;
      } catch (error) {
        if (!whole) replica.giveBack(connection, whole);
        if (!(error instanceof TransportFailure)) throw error;
        if (error.blame) replica.failed(error.kind === 'unreachable');
        if (error.kind === 'unreachable') replicas.suspect();
        const again = attempt < attempts && !this.#breaker.open && maySendAgain(error, request);
        const delay = Math.random() * RETRY_DELAY_MS * attempt;
        if (!again || Date.now() + delay >= deadline) throw error;
        failed = replica;
        await waitUntil(sleep(delay), deadline, context.signal);
      }
    }
  }

  #body(request: SubgraphFetch): string {
    // One document has one operation: the name goes with it.
    let before = this.#documents.get(request.query);
    if (before === undefined) {
      before = bodyBeforeVariables(request);
      this.#documents.set(request.query, before);
    }
    return `${before}${request.variables}}`;
  }

  #headers(context: FetchContext, span: Span | undefined): string[] {
    const headers = [...FIXED_HEADERS];
    for (const [name, value] of context.headers) {
      if (span === undefined || !isTraceHeader(name)) headers.push(name, value);
    }
    if (this.#identityHeader) headers.push(...this.#identityHeader(context.identity));
    if (context.deadline !== Number.POSITIVE_INFINITY) {
      const left = Math.trunc(context.deadline - Date.now());
      headers.push(DEADLINE_HEADER, String(Math.min(Math.max(left, 0), MAX_DEADLINE_MS)));
    }
    if (span) injectSpan(span, headers);
    return headers;
  }
}

/** A request that never left may go out again, whatever it is; one that left only if it changes nothing. */
function maySendAgain(error: TransportFailure, { kind }: SubgraphFetch): boolean {
  return error.kind === 'unreachable' || (error.kind === 'unanswered' && kind === 'query');
}

function bodyBeforeVariables({ query, operationName }: SubgraphFetch): string {
  const name = operationName === undefined ? '' : `,"operationName":${JSON.stringify(operationName)}`;
  return `{"query":${JSON.stringify(query)}${name},"variables":`;
}

const resolveAll: Resolve = (hostname) => lookup(hostname, { all: true });
