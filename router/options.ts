import type { Config } from '../kit/config.ts';
import { ANONYMOUS, type Identity } from '../kit/context.ts';
import { createIdentitySigner } from '../kit/identity.ts';
import { OPERATOR_SCOPE } from '../kit/jobs/directory.ts';
import type { Logger } from '../kit/log.ts';
import { type Authenticate, createJwtAuthenticator } from './http/authenticate.ts';
import type { RouterOptions } from './start.ts';
import { subgraphUrl } from './subgraphUrl.ts';
import type { TransportTo } from './transport/endpoint.ts';
import { createHttpTransport } from './transport/http.ts';
import type { WorkerOptions } from './worker.ts';

const DEFAULT_PORT = 4000;

/** Who everyone is in `npm start` as long as nothing is configured to tell people apart: the owner of the machine. */
export const DEMO_IDENTITY: Identity = Object.freeze({
  // She of the demo world's story.
  subject: 'user-demo',
  tenant: 'demo',
  scopes: Object.freeze([
    OPERATOR_SCOPE,
    'models:train',
    'support:read',
    'support:write',
    'fraud:read',
    'fraud:review',
  ]),
});

export interface ConfiguredOptions extends Pick<RouterOptions, 'host' | 'port' | 'authenticate' | 'forwardHeaders'> {
  /** The way to a subgraph that listens on HTTP. */
  readonly httpTransportTo: TransportTo;
}

/**
 * What every entrance of the router takes from the environment.
 * `everyone` is who a caller is while no JWT is configured.
 */
export function readRouterOptions(config: Config, log: Logger, everyone: Identity = ANONYMOUS): ConfiguredOptions {
  if ((config.JWT_SECRET ?? config.JWT_JWKS_URL) !== undefined) warnIfUnsigned(config, log);
  return {
    host: config.HOST,
    port: config.PORT ?? DEFAULT_PORT,
    authenticate: readAuthenticator(config, log, everyone),
    forwardHeaders: config.FORWARD_HEADERS,
    httpTransportTo: readHttpTransportTo(config, log),
  };
}

/** What a worker takes from the environment: it serves no graph, and everybody it asks for is known. */
export function readWorkerOptions(config: Config, log: Logger): Pick<WorkerOptions, 'host' | 'port' | 'transportTo'> {
  warnIfUnsigned(config, log);
  return { host: config.HOST, port: config.PORT ?? 0, transportTo: readHttpTransportTo(config, log) };
}

function readHttpTransportTo({ IDENTITY_KEY, SUBGRAPH_URL }: Config, log: Logger): TransportTo {
  const sign = IDENTITY_KEY === undefined ? undefined : createIdentitySigner(IDENTITY_KEY);
  return (subgraph) =>
    createHttpTransport({
      name: subgraph.name,
      url: subgraphUrl(subgraph, SUBGRAPH_URL),
      log,
      ...(sign && { identityHeader: sign }),
    });
}

function warnIfUnsigned({ IDENTITY_KEY }: Config, log: Logger): void {
  if (IDENTITY_KEY !== undefined) return;
  log.warn('without IDENTITY_KEY every caller is anonymous to subgraphs that are reached over HTTP');
}

function readAuthenticator(
  { JWT_SECRET, JWT_JWKS_URL, JWT_ISSUER, JWT_AUDIENCE }: Config,
  log: Logger,
  everyone: Identity,
): Authenticate {
  const rules = { issuer: JWT_ISSUER, audience: JWT_AUDIENCE };
  if (JWT_SECRET !== undefined) return createJwtAuthenticator({ ...rules, key: { secret: JWT_SECRET } }, log);
  if (JWT_JWKS_URL !== undefined) return createJwtAuthenticator({ ...rules, key: { jwksUrl: JWT_JWKS_URL } }, log);
  const { subject, scopes } = everyone;
  const who = subject === null ? 'anonymous' : `the identity "${subject}" with the scopes ${scopes.join(' and ')}`;
  log.warn(`everyone who asks is ${who}; set JWT_SECRET or JWT_JWKS_URL to tell people apart`);
  return async () => everyone;
}
