import { setTimeout as sleep } from 'node:timers/promises';
import { Connection } from 'rabbitmq-client';
import type { Logger } from '../../log.ts';

const HEARTBEAT_S = 10;
const RECONNECT_MS = { retryLow: 200, retryHigh: 5_000 };
const ACQUIRE_MS = 5_000;
const FAREWELL_MS = 1_000;

/**
 * A connection to the broker that comes back whenever it breaks, and tells so in the log: once when it is lost or cannot
 * be made, once when it is there.
 */
export function connectToBroker(url: string, purpose: string, log: Logger): Connection {
  const { hostname, port } = new URL(url);
  const broker = `${hostname}:${port || 5672}`;
  const connection = new Connection({
    url,
    connectionName: `archipelago ${purpose}`,
    heartbeat: HEARTBEAT_S,
    acquireTimeout: ACQUIRE_MS,
    noDelay: true,
    ...RECONNECT_MS,
  });
  let up: boolean | undefined;
  connection.on('error', (error: unknown) => {
    if (up === false) return;
    up = false;
    const reason = error instanceof Error ? error.message : String(error);
    log.warn({ broker, purpose, reason }, 'RabbitMQ does not answer; jobs are accepted and wait until it does');
  });
  connection.on('connection', () => {
    up = true;
    log.info({ broker, purpose }, 'connected to RabbitMQ');
  });
  connection.on('connection.blocked', (reason) =>
    log.warn({ broker, purpose, reason }, 'RabbitMQ takes no messages; jobs are accepted and wait until it does'),
  );
  connection.on('connection.unblocked', () => log.info({ broker, purpose }, 'RabbitMQ takes messages again'));
  return connection;
}

/** Ends the connection after `farewell`; without one where the broker takes no messages or does not answer. */
export async function disconnect(
  connection: Connection,
  farewell: () => Promise<void> = async () => {},
): Promise<void> {
  const answered = new AbortController();
  const left = (async () => {
    await farewell();
    await connection.close();
  })();
  const impatient = sleep(FAREWELL_MS, undefined, { signal: answered.signal }).then(() => connection.unsafeDestroy());
  // What breaks while it ends has ended.
  await Promise.race([left, impatient]).catch(() => connection.unsafeDestroy());
  answered.abort();
  await Promise.allSettled([impatient]);
}
