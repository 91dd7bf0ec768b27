import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';

const LOWEST = 15_000;
const HIGHEST = 32_000;
const ATTEMPTS = 50;

/**
 * A port of 127.0.0.1 where nothing listens, for a server that comes back to it after it was killed. Port 0 would give
 * one of those that outgoing connections take too: a client that keeps reconnecting to a dead server on such a port
 * sooner or later connects to itself, and the server finds its port taken.
 */
export async function freePort(): Promise<number> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const port = randomInt(LOWEST, HIGHEST);
    if (await isFree(port)) return port;
  }
  throw new Error(
    `Expected a free port between ${LOWEST} and ${HIGHEST}, but ${ATTEMPTS} tries found each taken. ` +
      'See what listens there (ss -ltn), servers of earlier tests perhaps, and end it.',
  );
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer().listen(port, '127.0.0.1');
  try {
    await once(server, 'listening');
  } catch {
    return false;
  }
  server.close();
  await once(server, 'close');
  return true;
}
