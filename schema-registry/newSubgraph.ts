import { badInput, CodedError } from '../kit/errors.ts';
import type { ModelContract } from './contract/modelContract.ts';

/** A schema to be published. */
export interface NewSubgraph {
  readonly name: string;
  /** Where routers find it; null to keep the one it has. Empty for one that is reached otherwise, such as in process. */
  readonly url: string | null;
  readonly sdl: string;
  /** What the manifests of its models promise; null to keep what was published with it before. */
  readonly models?: readonly ModelContract[] | null;
}

/** What Apollo allows, so that a graph can go to and fro. */
const NAME = /^[a-zA-Z][a-zA-Z0-9_-]{0,63}$/;
const MAX_URL = 2_048;
const MAX_SDL_BYTES = 5 * 1024 * 1024;

/** @throws CodedError `BAD_USER_INPUT` or `PAYLOAD_TOO_LARGE` */
export function checkSubgraphs(subgraphs: readonly NewSubgraph[]): void {
  const names = new Set<string>();
  for (const { name, url, sdl } of subgraphs) {
    if (!NAME.test(name)) {
      throw badInput(
        `Expected the name of a subgraph: 1 to 64 letters, digits, - and _, a letter first; got ${JSON.stringify(name.slice(0, 80))}.`,
        'name',
      );
    }
    if (names.has(name)) throw badInput(`Expected each subgraph once; ${name} comes twice.`, 'name');
    names.add(name);
    if (url !== null && url !== '' && !isHttpUrl(url)) {
      throw badInput(`Expected the http or https URL of ${name}; got ${JSON.stringify(url.slice(0, 140))}.`, 'url');
    }
    if (sdl.trim() === '') throw badInput(`Expected the schema of ${name}; got an empty text.`, 'sdl');
    const bytes = Buffer.byteLength(sdl);
    if (bytes <= MAX_SDL_BYTES) continue;
    throw new CodedError(
      'PAYLOAD_TOO_LARGE',
      `Expected a schema of at most ${MAX_SDL_BYTES.toLocaleString('en')} bytes; that of ${name} has ${bytes.toLocaleString('en')}.`,
      { details: { maxBytes: MAX_SDL_BYTES } },
    );
  }
}

function isHttpUrl(text: string): boolean {
  return text.length <= MAX_URL && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}
