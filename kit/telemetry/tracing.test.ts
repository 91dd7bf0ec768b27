import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { receiveSpans, type SpanReceiver } from './fixtures/spanReceiver.ts';

const TRACE_ID = '0af7651916cd43dd8448eb211c80319c';
const CALLER = 'b7ad6b7169203331';

let receiver: SpanReceiver;
const children: ChildProcess[] = [];

beforeEach(async () => {
  receiver = await receiveSpans();
});

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await receiver.close();
});

/** A real process: what is loaded before the instrumentation, and how, is what this tests. */
async function startServer(...args: string[]) {
  const program = fileURLToPath(new URL('fixtures/tracedServer.ts', import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  children.push(child);
  let complaints = '';
  child.stderr.on('data', (text: Buffer) => {
    complaints += text;
  });
  const exited = once(child, 'exit');
  const [port] = await once(createInterface({ input: child.stdout }), 'line');
  return {
    ask: async (query: string, headers: Record<string, string> = {}): Promise<unknown> => {
      const response = await fetch(`http://127.0.0.1:${port}/`, {
        method: 'POST',
        headers,
        body: JSON.stringify({ query }),
      });
      return response.json();
    },
    /** @returns its exit code and what it wrote to stderr. */
    stop: async (): Promise<{ code: unknown; complaints: string }> => {
      child.kill('SIGTERM');
      const [code] = await exited;
      return { code, complaints };
    },
  };
}

it('continues the trace of traceparent through parsing, validation, execution and resolvers, and sends it before exit', async () => {
  const server = await startServer(receiver.endpoint);
  const traceparent = `00-${TRACE_ID}-${CALLER}-01`;
  expect(await server.ask('query Shelf { shelf { title loud } }', { traceparent })).toEqual({
    data: {
      shelf: [
        { title: 'Emma', loud: 'EMMA' },
        { title: 'Dune', loud: 'DUNE' },
      ],
    },
  });
  expect(await server.stop()).toEqual({ code: 0, complaints: '' });

  const spans = receiver.spans.filter(({ traceId }) => traceId === TRACE_ID);
  const named = (name: string) => spans.filter((span) => span.name === name);
  const [root] = named('graphql.server');
  const [execution] = named('query Shelf');
  expect(root).toMatchObject({ parentSpanId: CALLER, service: 'fixture', attributes: { 'subgraph.name': 'fixture' } });
  for (const name of ['graphql.parse', 'graphql.validate', 'query Shelf']) {
    expect(named(name), name).toMatchObject([{ parentSpanId: root?.spanId }]);
  }
  const resolvers = spans.filter(({ name }) => name.startsWith('graphql.resolve'));
  expect(resolvers.map(({ attributes }) => attributes['graphql.field.path']).sort()).toEqual(['shelf', 'shelf.*.loud']);
  expect(resolvers.find(({ attributes }) => attributes['graphql.field.path'] === 'shelf')?.parentSpanId).toBe(
    execution?.spanId,
  );
});

it('begins a trace of its own for a request without traceparent, or with one that is none', async () => {
  const server = await startServer(receiver.endpoint);
  await server.ask('{ greeting }');
  await server.ask('{ greeting }', { traceparent: 'nonsense' });
  await server.stop();
  const roots = receiver.spans.filter(({ name }) => name === 'graphql.server');
  expect(roots.map(({ parentSpanId }) => parentSpanId ?? '')).toEqual(['', '']);
  expect(new Set(roots.map(({ traceId }) => traceId)).size).toBe(2);
});

it('is off without an endpoint', async () => {
  const server = await startServer();
  expect(await server.ask('{ greeting }')).toEqual({ data: { greeting: 'hello' } });
  expect(await server.stop()).toEqual({ code: 0, complaints: '' });
});

it('does not keep a process from ending when the collector takes the spans and never answers', async () => {
  const silent = createServer(() => {}).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const server = await startServer(`http://127.0.0.1:${Object(silent.address()).port}`);
  await server.ask('{ greeting }');
  const asked = performance.now();
  expect((await server.stop()).code).toBe(0);
  expect(performance.now() - asked).toBeLessThan(8_000);
  silent.close();
});

it('answers as ever, and says that the spans were not sent, when no collector listens', async () => {
  const closed = await receiveSpans();
  await closed.close();
  const server = await startServer(closed.endpoint);
  expect(await server.ask('{ greeting }')).toEqual({ data: { greeting: 'hello' } });
  const { code, complaints } = await server.stop();
  expect(code).toBe(0);
  expect(complaints).toContain('ECONNREFUSED');
});
