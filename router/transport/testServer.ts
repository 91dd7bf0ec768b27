import { createServer as createHttpServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { ANONYMOUS } from '../../kit/context.ts';
import type { Logger } from '../../kit/log.ts';
import { createHttpTransport, type HttpTransportOptions } from './http.ts';
import type { FetchContext, SubgraphFetch, Transport } from './transport.ts';

export const QUERY: SubgraphFetch = { query: '{ a }', operationName: undefined, variables: '{}', kind: 'query' };
export const MUTATION: SubgraphFetch = { ...QUERY, query: 'mutation { a }', kind: 'mutation' };

export function contextWith(changes: Partial<FetchContext> = {}): FetchContext {
  return {
    identity: ANONYMOUS,
    deadline: Date.now() + 5_000,
    signal: new AbortController().signal,
    headers: [],
    ...changes,
  };
}

/** An HTTP server that ends with the test. */
export async function serveHttp(listener: RequestListener, address = '127.0.0.1', port = 0): Promise<number> {
  const server = createHttpServer(listener);
  onTestFinished(() => server.closeAllConnections());
  return listen(server, address, port);
}

/** A TCP server that ends with the test, for what no HTTP server would say. */
export async function serveTcp(onConnection: (socket: Socket) => void): Promise<number> {
  const sockets = new Set<Socket>();
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => {}).on('close', () => sockets.delete(socket));
    onConnection(socket);
  });
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
  });
  return listen(server, '127.0.0.1', 0);
}

async function listen(server: Server, address: string, port: number): Promise<number> {
  await new Promise((resolve) => server.listen(port, address, () => resolve(null)));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createTcpServer();
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(null)));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A transport to a port of 127.0.0.1, or to what `resolve` makes of `island.test`, that closes with the test. */
export function transportTo(port: number, options: Partial<HttpTransportOptions> = {}): Transport {
  const host = options.resolve ? 'island.test' : '127.0.0.1';
  const transport = createHttpTransport({
    name: 'island',
    url: new URL(`http://${host}:${port}/graphql`),
    log: pino({ level: 'silent' }),
    ...options,
  });
  onTestFinished(() => transport.close());
  return transport;
}

/** A logger and the lines it wrote. */
export function recordingLog(): { log: Logger; lines: Record<string, unknown>[] } {
  const lines: Record<string, unknown>[] = [];
  return { lines, log: pino({ base: null }, { write: (line) => void lines.push(JSON.parse(line)) }) };
}

/** A promise and the function that fulfils it. */
export function deferred(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((fulfil) => {
    resolve = fulfil;
  });
  return { promise, resolve };
}
