import type { KeyObject } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SupergraphManager } from '@apollo/gateway';
import { request } from 'undici';
import { CodedError } from '../../kit/errors.ts';
import type { Logger } from '../../kit/log.ts';
import { SIGNATURE_HEADER, verifySupergraph } from '../../kit/supergraphSignature.ts';

export interface RegistrySourceOptions {
  /** Where the registry is, such as `http://registry:4100`. */
  readonly url: string;
  readonly apiKey: string;
  /** Graph and variant: `archipelago@staging`. */
  readonly graphRef: string;
  /** Ed25519: that of the key the registry signs with. */
  readonly publicKey: KeyObject;
  readonly log: Logger;
}

/** How long the registry may hold back its answer until there is something new. */
const WAIT_S = 25;
const PATIENCE_MS = 60_000;
/** After a failure; twice as long after each further one, up to the longest. */
const FIRST_RETRY_MS = 250;
const LONGEST_RETRY_MS = 10_000;

interface Fetched {
  readonly sdl: string;
  readonly launch: number;
  /** By which the registry is told what is there already. */
  readonly etag: string;
}

/**
 * A supergraph source: what a registry of ours serves, as soon as it serves it. What is unsigned, corrupt, of another
 * graph or older than what serves is refused; whatever goes wrong, what serves serves on, and the registry is asked again.
 */
export function createRegistrySource(options: RegistrySourceOptions): SupergraphManager {
  const { url, graphRef, log } = options;
  return {
    initialize: async ({ update }) => {
      const stopping = new AbortController();
      const first = await fetchSupergraph(options, null, stopping.signal).catch((error: unknown) => {
        throw new CodedError(
          'SUPERGRAPH_INVALID',
          `Expected the registry at ${url} to deliver the supergraph of ${graphRef}; it did not: ${reasonOf(error)} Check REGISTRY_URL, APOLLO_KEY, APOLLO_GRAPH_REF and REGISTRY_PUBLIC_KEY.`,
          { cause: error },
        );
      });
      if (first === null) throw new Error('the registry says that nothing changed since nothing');
      const following = follow(options, first, update, stopping.signal).catch((error: unknown) =>
        log.error({ err: error }, 'the registry is no longer followed'),
      );
      const cleanup = async (): Promise<void> => {
        stopping.abort();
        await following;
      };
      return { supergraphSdl: first.sdl, cleanup };
    },
  };
}

async function follow(
  options: RegistrySourceOptions,
  first: Fetched,
  update: (sdl: string) => void,
  signal: AbortSignal,
): Promise<void> {
  let last = first;
  let failures = 0;
  while (!signal.aborted) {
    try {
      const asked = performance.now();
      const next = await fetchSupergraph(options, last, signal);
      failures = 0;
      if (next === null) {
        // What answers for the registry may not know how to wait.
        const early = FIRST_RETRY_MS - (performance.now() - asked);
        if (early > 0) await sleep(early, undefined, { signal }).catch(() => {});
        continue;
      }
      last = next;
      update(next.sdl);
    } catch (error) {
      if (signal.aborted) return;
      options.log.warn(
        { reason: reasonOf(error) },
        'the registry delivered no supergraph; the one before serves on, and the registry is asked again',
      );
      await sleep(Math.min(FIRST_RETRY_MS * 2 ** failures, LONGEST_RETRY_MS), undefined, { signal }).catch(() => {});
      failures += 1;
    }
  }
}

/** @returns null where nothing changed. */
async function fetchSupergraph(
  { url, apiKey, graphRef, publicKey }: RegistrySourceOptions,
  last: Fetched | null,
  signal: AbortSignal,
): Promise<Fetched | null> {
  const [graph = '', variant = ''] = graphRef.split('@');
  const { statusCode, headers, body } = await request(
    `${url.replace(/\/+$/, '')}/supergraphs/${encodeURIComponent(graphRef)}`,
    {
      headers: {
        'x-api-key': apiKey,
        ...(last && { 'if-none-match': last.etag, prefer: `wait=${WAIT_S}` }),
      },
      headersTimeout: PATIENCE_MS,
      bodyTimeout: PATIENCE_MS,
      signal,
    },
  );
  const text = await body.text();
  if (statusCode === 304) return null;
  if (statusCode !== 200) throw new Error(`HTTP ${statusCode}${messageOf(text)}`);
  const signature = headers[SIGNATURE_HEADER];
  const said = await verifySupergraph(text, typeof signature === 'string' ? signature : undefined, {
    graph,
    variant,
    publicKey,
  });
  if (last && said.launch < last.launch) {
    throw new Error(`launch ${said.launch} is older than launch ${last.launch}, which serves.`);
  }
  return { sdl: text, launch: said.launch, etag: String(headers.etag ?? '') };
}

/** What a registry says of a refusal; none of what answers there instead. */
function messageOf(text: string): string {
  try {
    const { errors } = JSON.parse(text) as { errors?: readonly { message?: unknown }[] };
    const [first] = errors ?? [];
    return typeof first?.message === 'string' ? `: ${first.message}` : '.';
  } catch {
    return '.';
  }
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
