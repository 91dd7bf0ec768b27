import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { Report } from '@apollo/usage-reporting-protobuf';
import { buildSchema } from 'graphql';
import { pino } from 'pino';
import { afterEach, expect, test } from 'vitest';
import { type ExecutedOperation, UsageReporter } from './usageReporter.ts';
import { createUsageSink, type OperationUse } from './usageSink.ts';

const log = pino({ level: 'silent' });
const schema = buildSchema(
  'type Product { id: ID! name: String } type Query { product(id: ID!, note: String): Product }',
);
const WEB = { name: 'web', version: '1.0.0' };

const reporters: UsageReporter[] = [];
afterEach(async () => {
  await Promise.all(reporters.splice(0).map((reporter) => reporter.close()));
});

function newReporter(sink: (uses: readonly OperationUse[]) => Promise<void>): UsageReporter {
  const reporter = new UsageReporter({ sink, log });
  reporters.push(reporter);
  return reporter;
}

const operation = (query: string, change: Partial<ExecutedOperation> = {}): ExecutedOperation => ({
  query,
  operationName: undefined,
  client: WEB,
  ms: 5,
  hadErrors: false,
  ...change,
});

test('Apollo’s receiver reads who asked what, and no literal or variable', async () => {
  const received: { path: string | undefined; key: unknown; report: Report }[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    received.push({
      path: request.url,
      key: request.headers['x-api-key'],
      report: Report.decode(gunzipSync(Buffer.concat(chunks))),
    });
    response.writeHead(200).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const reporter = newReporter(createUsageSink({ url, apiKey: 'service:shop:secret', graphRef: 'shop@current' }));
  const query =
    'query Show($note: String) { p: product(id: "product-secret", note: $note) { name id } } query Other { product(id: "x") { id } }';
  for (const ms of [1, 2, 300])
    reporter.count(operation(query, { operationName: 'Show', ms, hadErrors: ms > 100 }), schema);
  reporter.count(operation('{ product(id: "1") { id } }', { client: { name: '', version: '' } }), schema);
  await reporter.report();
  server.close();
  expect(received).toHaveLength(1);
  const [{ path, key, report }] = received as [(typeof received)[number]];
  expect([path, key, report.header?.graphRef, Number(report.operationCount)]).toEqual([
    '/api/ingress/traces',
    'service:shop:secret',
    'shop@current',
    4,
  ]);
  expect(Object.keys(report.tracesPerQuery)).toEqual([
    '# Show\nquery Show($note:String){product(id:"",note:$note){id name}}',
    '# -\n{product(id:""){id}}',
  ]);
  const [shown] = Object.values(report.tracesPerQuery);
  expect(shown?.referencedFieldsByType?.Product?.fieldNames?.toSorted()).toEqual(['id', 'name']);
  expect(JSON.parse(JSON.stringify(shown?.statsWithContext))).toMatchObject([
    {
      context: { clientName: 'web', clientVersion: '1.0.0' },
      queryLatencyStats: { requestCount: '3', requestsWithErrorsCount: '1' },
    },
  ]);
});

test('what could not be sent is sent with the next report', async () => {
  const sent: number[] = [];
  let failing = true;
  const reporter = newReporter(async (uses) => {
    if (failing) throw new Error('away');
    sent.push(uses.reduce((sum, { requests }) => sum + requests, 0));
  });
  reporter.count(operation('{ product(id: "1") { id } }'), schema);
  await reporter.report();
  reporter.count(operation('{ product(id: "1") { id } }'), schema);
  await reporter.report();
  failing = false;
  await reporter.report();
  await reporter.report();
  expect(sent).toEqual([2]);
});

test('clients that make up operations fill no memory: what is beyond is only counted', async () => {
  let told = 0;
  const reporter = newReporter(async (uses) => {
    told = uses.length;
  });
  for (let index = 0; index < 11_000; index += 1)
    reporter.count(operation(`query Op${index} { product(id: "1") { id } }`), schema);
  await reporter.report();
  expect(told).toBe(10_000);
});

test('an operation of a schema that is gone is left out', async () => {
  const sent: (readonly OperationUse[])[] = [];
  const reporter = newReporter(async (uses) => void sent.push(uses));
  reporter.count(operation('{ gone { id } }'), schema);
  reporter.count(operation('{ product(id: "1") { id } }'), schema);
  await reporter.report();
  expect(sent[0]).toHaveLength(1);
});
