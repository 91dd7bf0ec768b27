import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A server that speaks the chat completions API over real HTTP, and says what a test has it say. */
export interface TestChatServer {
  readonly url: string;
  /** What it was asked, as JSON text, the latest last. */
  readonly bodies: readonly string[];
  readonly authorizations: readonly (string | undefined)[];
  /** How it answers from now on. */
  answer(how: (response: ServerResponse, request: IncomingMessage) => void): void;
  close(): Promise<void>;
}

export async function startChatServer(): Promise<TestChatServer> {
  const bodies: string[] = [];
  const authorizations: (string | undefined)[] = [];
  let how: (response: ServerResponse, request: IncomingMessage) => void = say('');
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      bodies.push(Buffer.concat(chunks).toString());
      authorizations.push(request.headers.authorization);
      if (request.method !== 'POST' || request.url !== '/v1/chat/completions') response.writeHead(404).end();
      else how(response, request);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/v1`,
    bodies,
    authorizations,
    answer: (next) => {
      how = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

export function beginStream(response: ServerResponse): void {
  response.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' });
}

/** One event, as servers write it. */
export function event(content: string | null, finish: string | null = null): string {
  return `data: ${JSON.stringify({ choices: [{ index: 0, delta: content === null ? {} : { content }, finish_reason: finish }] })}\n\n`;
}

/** Streams the text in pieces of a few characters, and ends as it should. */
export function say(text: string, finish = 'stop'): (response: ServerResponse) => void {
  return (response) => {
    beginStream(response);
    response.write(': a comment keeps the connection open\n\n');
    for (const piece of text.match(/[\s\S]{1,7}/g) ?? []) response.write(event(piece));
    response.end(`${event(null, finish)}data: [DONE]\n\n`);
  };
}
