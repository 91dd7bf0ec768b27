import { readFileSync } from 'node:fs';
import { type IContextualizedStats, Report } from '@apollo/usage-reporting-protobuf';
import { pino } from 'pino';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '../../kit/database/database.ts';
import { describeOnDatabases } from '../../kit/database/testDatabase.ts';
import { readContracts } from '../contract/modelContract.ts';
import type { GraphRef } from '../graphRef.ts';
import type { ApiKey } from '../keys/apiKey.ts';
import { openRegistry, type Registry } from '../registry.ts';

const log = pino({ level: 'silent' });
const BY = { author: 'siti', commit: null };
const FEDERATION = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n';

const CATALOG = `${FEDERATION}
"What the shop sells."
type Product @key(fields: "id") {
  "Its id."
  id: ID!
  "What one costs."
  price(
    "In which currency."
    currency: Currency
  ): Int
  "The old name."
  title: String
}
"Currencies."
enum Currency {
  "Dollars."
  SGD
  "Rupiah."
  IDR
}
"What to look for."
input Filter {
  "At most."
  maxPrice: Int
}
type Query {
  "Products."
  products(
    "Which ones."
    filter: Filter
  ): [Product]
}
`;

describeOnDatabases('checks', (openDatabase) => {
  let database: Database;
  let registry: Registry;
  let ref: GraphRef;
  let key: ApiKey;
  let graphs = 0;
  beforeAll(async () => {
    database = await openDatabase();
    registry = await openRegistry({ database, log });
  });
  afterAll(async () => {
    await registry?.close();
    await database?.close();
  });
  beforeEach(async () => {
    ref = { graph: `graph${++graphs}`, variant: 'production' };
    ({ key } = await registry.keys.create({ graph: ref.graph, name: 'test', roles: ['report'] }));
    await registry.publisher.publish(ref, [{ name: 'catalog', url: 'http://catalog.test/', sdl: CATALOG }], BY);
  });

  const check = (sdl: string, change: object = {}) =>
    registry.checks.check(ref, { name: 'catalog', url: null, sdl, ...change }, BY);

  /** As a router reports it. */
  async function report(operations: Record<string, Partial<Record<string, number>>>): Promise<number> {
    const tracesPerQuery = Object.fromEntries(
      Object.entries(operations).map(([signature, clients]) => [
        signature,
        {
          statsWithContext: Object.entries(clients).map(
            ([clientName, requestCount = 0]): IContextualizedStats => ({
              context: { clientName, clientVersion: '1.2.3' },
              queryLatencyStats: { requestCount, latencyCount: [] },
            }),
          ),
        },
      ]),
    );
    const header = { graphRef: `${ref.graph}@${ref.variant}` };
    return registry.intake.take(Report.encode({ header, tracesPerQuery } as never).finish(), key);
  }

  test('the schema as it is passes', async () => {
    expect(await check(CATALOG)).toMatchObject({
      status: 'PASSED',
      composition: { faults: [], changesSupergraph: false },
      operations: { changes: [], checked: 0 },
      contract: { breaches: [] },
    });
  });

  test('a schema that does not compose fails with its line, and others are not judged', async () => {
    const result = await check(CATALOG.replace('price(', 'price: Missing\n  cost('));
    expect(result).toMatchObject({ status: 'FAILED', operations: { changes: [] } });
    expect(result.composition.faults[0]).toMatchObject({ message: expect.stringContaining('Missing') });
  });

  test('a breaking change fails by who uses it, with client and line; passes without traffic in the window', async () => {
    const without = CATALOG.replace('  "The old name."\n  title: String\n', '');
    expect(await check(without)).toMatchObject({
      status: 'PASSED',
      operations: {
        changes: [
          { severity: 'WARNING', rule: 'FIELD_REMOVED', message: expect.stringContaining('No operation was reported') },
        ],
      },
    });
    await report({ '# Prices\nquery Prices{products{id price}}': { web: 7 } });
    expect(await check(without)).toMatchObject({
      status: 'PASSED',
      operations: {
        checked: 1,
        changes: [
          { severity: 'NOTICE', message: expect.stringContaining('None of the 1 operations of the window uses it') },
        ],
      },
    });
    await report({ '# Titles\nquery Titles{products{title}}': { 'ios-app': 3, web: 40 } });
    const failed = await check(without);
    expect(failed).toMatchObject({
      status: 'FAILED',
      operations: {
        checked: 2,
        changes: [
          {
            severity: 'FAILURE',
            coordinate: 'Product.title',
            line: 4,
            message: expect.stringMatching(
              /It breaks web \(Titles, 40 requests\) and 1 more\. Keep it and deprecate it/,
            ),
            users: [
              { client: 'web', clientVersion: '1.2.3', operation: 'Titles', requests: 40 },
              { client: 'ios-app', requests: 3 },
            ],
          },
        ],
      },
    });
    expect(await registry.checks.find(ref.graph, failed.id)).toEqual(failed);
    // A week later, with nobody who asked it since.
    await database.query(`update registry.usage set since = since - interval '8 days' where graph = $1`, [ref.graph]);
    expect((await check(without)).status).toBe('PASSED');
    expect((await registry.checks.check(ref, { name: 'catalog', url: null, sdl: without }, BY, 14)).status).toBe(
      'FAILED',
    );
  });

  test('it passes while an override says why, and no longer', async () => {
    const without = CATALOG.replace('  "The old name."\n  title: String\n', '');
    await report({ '# Titles\nquery Titles{products{title}}': { web: 40 } });
    const override = { rule: 'FIELD_REMOVED', coordinate: 'Product.title', reason: 'web has moved on', author: 'budi' };
    const expiresAt = new Date(Date.now() + 3_600_000);
    const { id } = await registry.checks.overrides.create(ref, { ...override, expiresAt });
    expect(await check(without)).toMatchObject({
      status: 'PASSED',
      operations: {
        changes: [
          {
            severity: 'WARNING',
            override: { reason: 'web has moved on' },
            message: expect.stringMatching(/Allowed until .* by budi: web has moved on/),
          },
        ],
      },
    });
    await registry.checks.overrides.end(ref, id);
    expect((await check(without)).status).toBe('FAILED');
    for (const bad of [
      { reason: ' ' },
      { expiresAt: new Date(0) },
      { expiresAt: new Date(Date.now() + 91 * 86_400_000) },
    ]) {
      await expect(registry.checks.overrides.create(ref, { ...override, expiresAt, ...bad })).rejects.toMatchObject({
        code: 'BAD_USER_INPUT',
      });
    }
    await expect(registry.checks.overrides.end(ref, id)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  test.each([
    [
      'an argument',
      'price(\n    "In which currency."\n    currency: Currency\n  ): Int',
      'price: Int',
      'FIELD_ARGUMENT_REMOVED',
      'Product.price.currency',
    ],
    ['a value', '  "Rupiah."\n  IDR\n', '', 'ENUM_VALUE_REMOVED', 'Currency.IDR'],
    [
      'an input field',
      '  maxPrice: Int\n',
      '  maxPrice: Int\n  "New."\n  shelf: ID!\n',
      'INPUT_FIELD_ADDED',
      'Filter.shelf',
    ],
  ])('%s is judged by the operations that use it', async (_, from, to, rule, coordinate) => {
    await report({
      '# Plain\nquery Plain{products{id price}}': { web: 1 },
      '# All\nquery All($c:Currency,$f:Filter){products(filter:$f){price(currency:$c)}}': { ios: 1 },
    });
    const { operations } = await check(CATALOG.replace(from, to));
    expect(operations.changes).toMatchObject([
      { severity: 'FAILURE', rule, coordinate, users: [{ client: 'ios', operation: 'All' }] },
    ]);
  });

  test('what clients never saw is theirs to have: new fields are notices', async () => {
    const { status, operations } = await check(
      CATALOG.replace('  "The old name."', '  "How heavy."\n  weight: Int\n  "The old name."'),
    );
    expect([status, operations.changes]).toMatchObject([
      'PASSED',
      [{ severity: 'NOTICE', rule: 'FIELD_ADDED', coordinate: 'Product.weight' }],
    ]);
  });

  test('what a rule minds as an error fails', async () => {
    const result = await check(
      CATALOG.replace(
        '  "The old name."\n  title',
        '  "The old name."\n  Title_Text: String\n  "The old name."\n  title',
      ),
    );
    expect(result).toMatchObject({
      status: 'FAILED',
      lint: { diagnostics: [{ rule: 'FIELD_NAMES_SHOULD_BE_CAMEL_CASE', level: 'ERROR' }] },
    });
  });

  test('promises of models that were published are kept, or overridden', async () => {
    const manifest = JSON.parse(
      readFileSync(new URL('../../subgraphs/topics/model/manifest.json', import.meta.url), 'utf8'),
    ) as { labels: string[] };
    const models = readContracts([manifest]);
    await registry.publisher.publish(ref, [{ name: 'catalog', url: null, sdl: CATALOG, models }], BY);
    const fewer = { models: readContracts([{ ...manifest, labels: manifest.labels.slice(1) }]) };
    expect(await check(CATALOG)).toMatchObject({ status: 'PASSED', contract: { breaches: [] } });
    expect(await check(CATALOG, { models })).toMatchObject({ status: 'PASSED', contract: { breaches: [] } });
    expect(await check(CATALOG, fewer)).toMatchObject({
      status: 'FAILED',
      contract: {
        breaches: [{ severity: 'FAILURE', rule: 'LABEL_REMOVED', coordinate: 'topics-minilm.labels.DELIVERY' }],
      },
    });
    const expiresAt = new Date(Date.now() + 3_600_000);
    await registry.checks.overrides.create(ref, {
      rule: 'LABEL_REMOVED',
      coordinate: 'topics-minilm.labels.DELIVERY',
      reason: 'merged',
      author: 'budi',
      expiresAt,
    });
    expect((await check(CATALOG, fewer)).status).toBe('PASSED');
  });

  test('of 10,000 operations and more a report is taken, and a check stays bounded', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 10_050 }, (_, index) => [`# Op${index}\nquery Op${index}{products{title}}`, { web: 1 }]),
    );
    expect(await report(many)).toBe(50);
    const { operations } = await check(CATALOG.replace('  "The old name."\n  title: String\n', ''));
    expect(operations).toMatchObject({ checked: 10_000, changes: [{ severity: 'FAILURE' }] });
    expect(operations.changes[0]?.users).toHaveLength(20);
  });

  test('use is told by the hour, then by the day, then forgotten', async () => {
    const titles = { '# Titles\nquery Titles{products{title}}': { web: 5 } };
    await report(titles);
    await report(titles);
    const users = (days: number) =>
      registry.usage.usersOf(ref, ['Product.title'], new Date(Date.now() - days * 86_400_000));
    expect(await users(1)).toMatchObject([{ requests: 10, client: { name: 'web' } }]);
    await database.query(
      `insert into registry.usage select graph, variant, since - interval '10 days 1 hour', operation, client_name, client_version, 1, 0, 0 from registry.usage where graph = $1
       union all select graph, variant, since - interval '10 days 2 hours', operation, client_name, client_version, 2, 0, 0 from registry.usage where graph = $1
       union all select graph, variant, since - interval '91 days', operation, client_name, client_version, 99, 0, 0 from registry.usage where graph = $1`,
      [ref.graph],
    );
    await registry.usage.rollUp();
    await registry.usage.rollUp();
    const { rows } = await database.query<{ since: Date; requests: number }>(
      'select since, requests from registry.usage where graph = $1 order by since desc',
      [ref.graph],
    );
    expect(rows.map(({ requests }) => requests)).toSatisfy(
      (counts: number[]) => counts[0] === 10 && counts.slice(1).reduce((a, b) => a + b, 0) === 3,
    );
    for (const { since } of rows.slice(1)) expect(since.toISOString()).toMatch(/T00:00:00\.000Z$/);
    expect(await users(30)).toMatchObject([{ requests: 13 }]);
  });

  test('a report for another graph, without the role, or none at all is refused', async () => {
    const encode = (graphRef: string) => Report.encode({ header: { graphRef }, tracesPerQuery: {} } as never).finish();
    await expect(registry.intake.take(encode('another@production'), key)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(registry.intake.take(encode('no ref'), key)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    await expect(registry.intake.take(Buffer.from('nonsense'), key)).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
    const { key: reader } = await registry.keys.create({ graph: ref.graph, name: 'reader', roles: ['read'] });
    await expect(registry.intake.take(encode(`${ref.graph}@production`), reader)).rejects.toMatchObject({
      code: 'FORBIDDEN',
    });
  });
});
