import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Agent, type Dispatcher, request } from 'undici';
import { badInput, CodedError } from '../../../kit/errors.ts';
import { isPublicAddress } from './publicAddress.ts';
import { readPictureBody } from './readPictureBody.ts';

const MAX_REDIRECTS = 3;
const TIME_LIMIT_MS = 5_000;
const REDIRECTS = [301, 302, 303, 307, 308];

export interface PictureFetcherOptions {
  /** Names of hosts, with a port where it is another than 443: exactly these are asked. */
  readonly hosts: readonly string[];
  /** All addresses of a host; DNS by default. */
  readonly resolve?: (host: string) => Promise<readonly string[]>;
  /** For tests, which serve no HTTPS, and have no public address: how URLs begin, and where an address is found. */
  readonly reach?: { readonly protocol: string; readonly dial: (address: string) => string };
  readonly timeLimitMs?: number;
}

/**
 * Fetches pictures from hosts that the operator named and from nowhere else. Each host is resolved once and every address
 * of it has to be public; the connection goes to the address that was checked, whatever DNS says then. A redirection is
 * a fetch of its own, with all checks.
 */
export class PictureFetcher {
  readonly #hosts: ReadonlySet<string>;
  readonly #resolve: (host: string) => Promise<readonly string[]>;
  readonly #protocol: string;
  readonly #dial: (address: string) => string;
  readonly #timeLimitMs: number;

  constructor({ hosts, resolve = resolveByDns, reach, timeLimitMs = TIME_LIMIT_MS }: PictureFetcherOptions) {
    this.#hosts = new Set(hosts);
    this.#resolve = resolve;
    this.#protocol = reach?.protocol ?? 'https:';
    this.#dial = reach?.dial ?? ((address) => address);
    this.#timeLimitMs = timeLimitMs;
  }

  /**
   * The bytes of the JPEG, PNG, WebP, GIF or AVIF picture at a URL.
   * @throws CodedError `BAD_USER_INPUT` for a URL that may not be fetched, and for what is no picture or too large;
   * `NOT_FOUND` where there is none; `DEADLINE_EXCEEDED` after 5 seconds. The signal's reason when it aborts.
   */
  async fetch(given: string, caller: AbortSignal): Promise<Buffer> {
    const limit = AbortSignal.timeout(this.#timeLimitMs);
    const signal = AbortSignal.any([caller, limit]);
    try {
      let url = this.#check(given);
      for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects++) {
        const answer = await this.#ask(url, signal);
        if (Buffer.isBuffer(answer)) return answer;
        url = this.#check(answer, url);
      }
    } catch (error) {
      caller.throwIfAborted();
      if (limit.aborted) throw tooSlow(this.#timeLimitMs);
      if (error instanceof CodedError) throw error;
      throw notFetched('its host could not be reached', { cause: error });
    }
    throw notFetched(`it redirects more than ${MAX_REDIRECTS} times`);
  }

  /** @returns the picture, or where the host says that it is. */
  async #ask(url: URL, signal: AbortSignal): Promise<Buffer | string> {
    const agent = pinnedTo(this.#dial(await this.#publicAddress(url.hostname, signal)));
    try {
      const response = await request(url, {
        dispatcher: agent,
        signal,
        headers: { accept: 'image/*', 'accept-encoding': 'identity', 'user-agent': 'archipelago' },
      });
      const { statusCode, headers, body } = response;
      const { location } = headers;
      if (REDIRECTS.includes(statusCode) && typeof location === 'string') return location;
      if (statusCode !== 200) throw notFetched(`its host answered with the status ${statusCode}`);
      return await readPictureBody(body);
    } finally {
      // What is left of a body is not waited for.
      await agent.destroy();
    }
  }

  async #publicAddress(host: string, signal: AbortSignal): Promise<string> {
    const addresses = await abortable(this.#resolve(host), signal);
    const [first] = addresses;
    if (first === undefined) throw notFetched('its host has no address');
    // One that also has a private address is not to be trusted with the others.
    if (addresses.every(isPublicAddress)) return first;
    throw badInput('url: expected a host with public addresses, got one of a private network.', 'url');
  }

  #check(given: string, base?: URL): URL {
    const url = URL.canParse(given, base?.href) ? new URL(given, base) : null;
    const scheme = this.#protocol.slice(0, -1);
    if (url?.protocol !== this.#protocol || url.username !== '' || url.password !== '') {
      throw badInput(
        `url: expected an ${scheme} URL without a user${base ? ', also where it redirects to' : ''}.`,
        'url',
      );
    }
    if (this.#hosts.has(url.host) && isIP(url.hostname.replace(/^\[|\]$/g, '')) === 0) return url;
    throw badInput(
      `url: expected a host that pictures are fetched from (IMAGE_HOSTS)${base ? ', also where it redirects to' : ''}, got ${JSON.stringify(url.host.slice(0, 100))}.`,
      'url',
    );
  }
}

/** Of one use, whose connections all go to this address; the host's name goes into the handshake and the request. */
function pinnedTo(address: string): Dispatcher {
  const family = isIP(address);
  return new Agent({
    pipelining: 0,
    connect: {
      lookup: (_, options, found) => {
        if (options.all) found(null, [{ address, family }]);
        else found(null, address, family);
      },
    },
  });
}

async function resolveByDns(host: string): Promise<readonly string[]> {
  const found = await lookup(host, { all: true });
  return found.map(({ address }) => address);
}

/** DNS cannot be aborted; it is left behind. */
async function abortable<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  signal.throwIfAborted();
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([promise, aborted]);
}

function notFetched(why: string, options: ErrorOptions = {}): CodedError {
  return new CodedError('NOT_FOUND', `url: expected the URL of a picture; ${why}.`, {
    ...options,
    details: { argument: 'url' },
  });
}

function tooSlow(ms: number): CodedError {
  return new CodedError('DEADLINE_EXCEEDED', `url: its host did not send the picture within ${ms} ms.`, {
    details: { argument: 'url' },
  });
}
