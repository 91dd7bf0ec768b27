import { createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { type Config, readConfig } from '../kit/config.ts';
import { openDatabase } from '../kit/database/openDatabase.ts';
import { listen } from '../kit/http.ts';
import { createLogger, type Logger } from '../kit/log.ts';
import { closeOnSignal } from '../kit/shutdown.ts';
import { startTelemetry } from '../kit/telemetry/startTelemetry.ts';
import { createRegistryApp } from './http/app.ts';
import { openRegistry } from './registry.ts';

export const DEFAULT_REGISTRY_PORT = 4100;

/** Serves the registry, until the process is told to end. */
export async function serve(env: NodeJS.ProcessEnv): Promise<void> {
  const config = readConfig(env);
  const log = createLogger({ level: config.LOG_LEVEL, service: 'registry', pretty: process.stdout.isTTY });
  const telemetry = await startTelemetry({ endpoint: config.OTEL_EXPORTER_OTLP_ENDPOINT, service: 'registry', log });
  const database = await openDatabase({ url: config.DATABASE_URL, directory: config.ARCHIPELAGO_DATA, log });
  const registry = await openRegistry({ database, log });
  const app: FastifyInstance = createRegistryApp({
    registry,
    signingKey: readSigningKey(config, log),
    log,
    unready: async () =>
      database.query('select 1').then(
        () => null,
        () => 'its database does not answer',
      ),
  });
  closeOnSignal(async () => {
    await app.close();
    await registry.close();
    await database.close();
    await telemetry.close();
  }, log);
  const url = await listen(app, { host: config.HOST, port: config.REGISTRY_PORT ?? DEFAULT_REGISTRY_PORT });
  log.info({ url, api: `${url}/graphql`, uplink: `${url}/uplink` }, 'serving');
}

/** What supergraphs are signed with. One that is made for this start is told: routers that trust it must be told, too. */
export function readSigningKey({ REGISTRY_SIGNING_KEY }: Config, log: Logger): KeyObject {
  const privateKey = REGISTRY_SIGNING_KEY ?? generateKeyPairSync('ed25519').privateKey;
  const publicKey = createPublicKey(privateKey).export({ format: 'der', type: 'spki' }).toString('base64');
  if (REGISTRY_SIGNING_KEY === undefined) {
    log.warn(
      { REGISTRY_PUBLIC_KEY: publicKey },
      'supergraphs are signed with a key that ends with this process; set REGISTRY_SIGNING_KEY',
    );
  } else log.info({ REGISTRY_PUBLIC_KEY: publicKey }, 'routers trust supergraphs by this key');
  return privateKey;
}
