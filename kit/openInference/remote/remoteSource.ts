import { CodedError } from '../../errors.ts';
import type { RemoteAddress } from './transport.ts';

/** Where a remote model is. */
export interface RemoteSource {
  /** `http://` and `https://` for REST, `grpc://` and `grpcs://` for gRPC. */
  readonly url: string;
  /** Its name at the server. */
  readonly model: string;
  /** Without one the server chooses. */
  readonly version?: string | undefined;
  /** Name of the environment variable that has the bearer key. */
  readonly keyVariable?: string | undefined;
}

const PROTOCOLS = ['http:', 'https:', 'grpc:', 'grpcs:'];

/**
 * @param manifest the name of the one that has the source.
 * @throws CodedError `MODEL_UNAVAILABLE` for another kind of URL, and when the key is not there.
 */
export function readAddress(
  { url, model, version, keyVariable }: RemoteSource,
  manifest: string,
  environment: Readonly<Record<string, string | undefined>>,
): RemoteAddress {
  if (!URL.canParse(url) || !PROTOCOLS.includes(new URL(url).protocol)) {
    throw new CodedError(
      'MODEL_UNAVAILABLE',
      `The manifest of ${manifest} names no server: expected a URL that starts with ${PROTOCOLS.map((protocol) => `${protocol}//`).join(', ')}.`,
    );
  }
  const key = keyVariable === undefined ? undefined : environment[keyVariable];
  if (keyVariable !== undefined && !key) {
    throw new CodedError(
      'MODEL_UNAVAILABLE',
      `The key for the remote model ${model} is not there: set ${keyVariable}, which the manifest of ${manifest} names.`,
    );
  }
  return { url: new URL(url), model, version, key };
}
