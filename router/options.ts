import type { Config } from '../kit/config.ts';
import { ANONYMOUS, type Identity } from '../kit/context.ts';
import { createIdentitySigner } from '../kit/identity.ts';
import type { Logger } from '../kit/log.ts';
import { type Authenticate, createJwtAuthenticator } from './http/authenticate.ts';
import type { RouterOptions } from './start.ts';
import { subgraphUrl } from './subgraphUrl.ts';
import type { TransportTo } from './transport/endpoint.ts';
import { createHttpTransport } from './transport/http.ts';

const DEFAULT_PORT = 4000;

/** Who everyone is in `npm start` as long as nothing is configured to tell people apart. */
export const DEMO_IDENTITY: Identity = Object.freeze({ subject: 'demo', tenant: 'demo', scopes: Object.freeze([]) });

export interface ConfiguredOptions extends Pick<RouterOptions, 'host' | 'port' | 'authenticate' | 'forwardHeaders'> {
  /** The way to a subgraph that listens on HTTP. */
  readonly httpTransportTo: TransportTo;
}

/**
 * What every entrance of the router takes from the environment.
 * `everyone` is who a caller is while no JWT is configured.
 */
export function readRouterOptions(config: Config, log: Logger, everyone: Identity = ANONYMOUS): ConfiguredOptions {
  const sign = config.IDENTITY_KEY === undefined ? undefined : createIdentitySigner(config.IDENTITY_KEY);
  if (sign === undefined && (config.JWT_SECRET ?? config.JWT_JWKS_URL) !== undefined) {
    log.warn('without IDENTITY_KEY every caller is anonymous to subgraphs that are reached over HTTP');
  }
  return {
    host: config.HOST,
    port: config.PORT ?? DEFAULT_PORT,
    authenticate: readAuthenticator(config, log, everyone),
    forwardHeaders: config.FORWARD_HEADERS,
    httpTransportTo: (subgraph) =>
      createHttpTransport({
        name: subgraph.name,
        url: subgraphUrl(subgraph, config.SUBGRAPH_URL),
        log,
        ...(sign && { identityHeader: sign }),
      }),
  };
}

function readAuthenticator(
  { JWT_SECRET, JWT_JWKS_URL, JWT_ISSUER, JWT_AUDIENCE }: Config,
  log: Logger,
  everyone: Identity,
): Authenticate {
  const rules = { issuer: JWT_ISSUER, audience: JWT_AUDIENCE };
  if (JWT_SECRET !== undefined) return createJwtAuthenticator({ ...rules, key: { secret: JWT_SECRET } }, log);
  if (JWT_JWKS_URL !== undefined) return createJwtAuthenticator({ ...rules, key: { jwksUrl: JWT_JWKS_URL } }, log);
  const who = everyone.subject === null ? 'anonymous' : `the identity "${everyone.subject}"`;
  log.warn(`everyone who asks is ${who}; set JWT_SECRET or JWT_JWKS_URL to tell people apart`);
  return async () => everyone;
}
