/**
 * Our router as the benchmarks start it: `archipelago.ts PORT SUPERGRAPH_FILE FEATURES`, the features that are on, with
 * commas between them.
 */
import { readFileSync } from 'node:fs';
import { ANONYMOUS } from '../../kit/context.ts';
import { createIdentitySigner } from '../../kit/identity.ts';
import { createLogger } from '../../kit/log.ts';
import { createJwtAuthenticator } from '../../router/http/authenticate.ts';
import { startRouter } from '../../router/start.ts';
import { createHttpTransport } from '../../router/transport/http.ts';
import { createBareTransport } from './bareTransport.ts';
import { isFeature } from './feature.ts';
import { SECRET } from './token.ts';

const [port, file, list] = process.argv.slice(2);
if (file === undefined || list === undefined) throw new Error('usage: archipelago.ts PORT SUPERGRAPH_FILE FEATURES');
const features = new Set(list.split(',').filter(isFeature));
const log = createLogger({ level: 'warn', service: 'router' });

await startRouter({
  supergraph: readFileSync(file, 'utf8'),
  transportTo: ({ name, url = '' }) =>
    features.has('bareTransport')
      ? createBareTransport(new URL(url))
      : createHttpTransport({
          name,
          url: new URL(url),
          log,
          ...(features.has('identity') && { identityHeader: createIdentitySigner(SECRET) }),
        }),
  firstQuery: '{ __typename }',
  authenticate: features.has('identity')
    ? createJwtAuthenticator({ key: { secret: SECRET } }, log)
    : async () => ANONYMOUS,
  forwardHeaders: ['authorization'],
  batching: features.has('batching'),
  deduplication: features.has('deduplication'),
  distinctRepresentations: features.has('distinctRepresentations'),
  host: '127.0.0.1',
  port: Number(port),
  log,
});
