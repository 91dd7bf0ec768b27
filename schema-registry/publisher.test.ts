import { pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from '../kit/database/database.ts';
import { describeOnDatabases } from '../kit/database/testDatabase.ts';
import type { GraphRef } from './graphRef.ts';
import type { NewSubgraph } from './newSubgraph.ts';
import { openRegistry, type Registry } from './registry.ts';
import type { Authorship } from './store/launch.ts';

const log = pino({ level: 'silent' });
const BY: Authorship = { author: 'siti', commit: 'c0ffee' };

const FEDERATION = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key"])\n';

function subgraph(name: string, fields: string): NewSubgraph {
  return { name, url: `http://${name}.test/graphql`, sdl: `${FEDERATION}type Query { ${fields} }` };
}

const products = subgraph('products', 'products: [String]');
const reviews = subgraph('reviews', 'reviews: [String]');

describeOnDatabases('publishing', (openDatabase) => {
  let database: Database;
  let registry: Registry;
  let graphs = 0;
  beforeAll(async () => {
    database = await openDatabase();
    registry = await openRegistry({ database, log });
  });
  afterAll(async () => {
    await registry?.close();
    await database?.close();
  });

  async function newGraph(): Promise<GraphRef> {
    const graph = `graph${++graphs}`;
    await database.query('insert into registry.graphs (id) values ($1)', [graph]);
    return { graph, variant: 'staging' };
  }

  const servedSdl = async (ref: GraphRef) => (await registry.launches.served(ref))?.supergraphSdl;

  test('serves what was published, and keeps who did it', async () => {
    const ref = await newGraph();
    expect(await registry.launches.served(ref)).toBeNull();
    const { launch, isNew } = await registry.publisher.publish(ref, [products], BY);
    expect(isNew).toBe(true);
    expect(launch).toMatchObject({ ...ref, ...BY, number: 1, cause: 'PUBLISH', outcome: { status: 'SUCCEEDED' } });
    expect(await servedSdl(ref)).toContain('@join__graph(name: "products", url: "http://products.test/graphql")');
    await registry.publisher.publish(ref, [{ ...reviews }], BY);
    expect(await registry.launches.served(ref)).toMatchObject({ launch: 2 });
    expect(await servedSdl(ref)).toMatch(/products: .*\n.*reviews: /);
  });

  test('makes no launch of what changes nothing, and keeps the URL where none is given', async () => {
    const ref = await newGraph();
    await registry.publisher.publish(ref, [products], BY);
    const again = await registry.publisher.publish(ref, [{ ...products, url: null }], BY);
    expect(again).toMatchObject({ isNew: false, launch: { number: 1 } });
    const changed = await registry.publisher.publish(
      ref,
      [{ ...subgraph('products', 'product: String'), url: null }],
      BY,
    );
    expect(changed).toMatchObject({ isNew: true, launch: { number: 2, subgraphs: [{ url: products.url, since: 2 }] } });
  });

  test('keeps what does not compose with its faults, serves what it did, and goes on once it is mended', async () => {
    const ref = await newGraph();
    await registry.publisher.publish(ref, [products, reviews], BY);
    const before = await servedSdl(ref);
    const other = subgraph('reviews', 'reviews: [String]\n  products: Int');
    const { launch } = await registry.publisher.publish(ref, [other], BY);
    expect(launch).toMatchObject({
      number: 2,
      outcome: {
        status: 'FAILED',
        faults: expect.arrayContaining([
          {
            code: 'FIELD_TYPE_MISMATCH',
            message: expect.stringContaining('Query.products'),
            places: expect.arrayContaining([{ subgraph: 'reviews', line: 3, column: 3 }]),
          },
        ]),
      },
    });
    expect(await servedSdl(ref)).toBe(before);
    expect(await registry.publisher.publish(ref, [reviews], BY)).toMatchObject({
      launch: { number: 3, outcome: { status: 'SUCCEEDED' } },
    });
    expect(await servedSdl(ref)).toBe(before);
  });

  test('removes a subgraph, but not the last one, and tells of one that is none', async () => {
    const ref = await newGraph();
    await registry.publisher.publish(ref, [products, reviews], BY);
    expect(await registry.publisher.remove(ref, 'reviews', BY)).toMatchObject({
      launch: { cause: 'DELETE', number: 2 },
    });
    expect(await servedSdl(ref)).not.toContain('reviews');
    await expect(registry.publisher.remove(ref, 'reviews', BY)).rejects.toMatchObject({
      code: 'NOT_FOUND',
      message: `${ref.graph}@staging has no subgraph "reviews". It has: products.`,
    });
    await expect(registry.publisher.remove(ref, 'products', BY)).rejects.toMatchObject({ code: 'CONFLICT' });
    expect(await registry.launches.newest(ref, 10)).toHaveLength(2);
  });

  test('promotes what a variant serves to another, which keeps its URLs', async () => {
    const staging = await newGraph();
    const production = { ...staging, variant: 'production' };
    await expect(registry.publisher.promote(staging, 'production', BY)).rejects.toMatchObject({ code: 'CONFLICT' });
    await registry.publisher.publish(staging, [products, reviews], BY);
    await registry.publisher.publish(production, [{ ...products, url: 'https://live.test/graphql' }], BY);
    const { launch } = await registry.publisher.promote(staging, 'production', BY);
    expect(launch).toMatchObject({
      number: 2,
      cause: 'PROMOTION',
      origin: { variant: 'staging', number: 1 },
      subgraphs: [
        { name: 'products', url: 'https://live.test/graphql', since: 1 },
        { name: 'reviews', url: reviews.url, since: 2 },
      ],
    });
    expect(await registry.publisher.promote(staging, 'production', BY)).toMatchObject({ isNew: false });
    // What does not compose in staging is not served there, and so not promoted.
    await registry.publisher.publish(staging, [subgraph('reviews', 'products: Int')], BY);
    expect(await registry.publisher.promote(staging, 'production', BY)).toMatchObject({ isNew: false });
    await expect(registry.publisher.promote(staging, 'staging', BY)).rejects.toMatchObject({ code: 'CONFLICT' });
  });

  test('goes back to an earlier launch byte for byte, and on from there', async () => {
    const ref = await newGraph();
    await registry.publisher.publish(ref, [products], BY);
    const first = await servedSdl(ref);
    await registry.publisher.publish(ref, [reviews], BY);
    await registry.publisher.publish(ref, [subgraph('reviews', 'products: Int')], BY);
    expect(await registry.publisher.rollback(ref, 1, BY)).toMatchObject({
      launch: {
        number: 4,
        cause: 'ROLLBACK',
        origin: { variant: 'staging', number: 1 },
        outcome: { status: 'SUCCEEDED' },
      },
    });
    expect(await servedSdl(ref)).toBe(first);
    await expect(registry.publisher.rollback(ref, 3, BY)).rejects.toMatchObject({ code: 'CONFLICT' });
    await expect(registry.publisher.rollback(ref, 9, BY)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const { launch } = await registry.publisher.publish(ref, [subgraph('topics', 'topics: [String]')], BY);
    expect(launch.subgraphs.map(({ name }) => name)).toEqual(['products', 'topics']);
  });

  test('of fifty who publish at once makes one history, of which each launch has all before it', async () => {
    const ref = await newGraph();
    const names = Array.from({ length: 50 }, (_, index) => `island${index}`);
    const numbers = await Promise.all(
      names.map(async (name) => {
        const { launch } = await registry.publisher.publish(ref, [subgraph(name, `${name}: String`)], BY);
        expect(launch.outcome.status).toBe('SUCCEEDED');
        return launch.number;
      }),
    );
    expect(numbers.toSorted((a, b) => a - b)).toEqual(names.map((_, index) => index + 1));
    const history = (await registry.launches.newest(ref, 100)).reverse();
    for (const [index, { subgraphs }] of history.entries()) {
      expect(subgraphs).toHaveLength(index + 1);
      const before = history[index - 1]?.subgraphs ?? [];
      expect(subgraphs).toEqual(expect.arrayContaining([...before]));
    }
    expect(await registry.launches.served(ref)).toMatchObject({ launch: 50 });
    for (const name of names) expect(await servedSdl(ref)).toContain(`${name}: String`);
  });

  test('does not let a launch that composed late take over from a later one', async () => {
    const ref = await newGraph();
    const begin = (next: NewSubgraph) =>
      registry.launches.begin(ref, {
        ...BY,
        cause: 'PUBLISH',
        documents: [next.sdl],
        change: (_, number) => [{ name: next.name, url: '', sha256: 'ab', models: null, since: number }],
      });
    await begin(products);
    await begin(reviews);
    await registry.launches.complete(ref, 2, { supergraphSdl: 'second' });
    await registry.launches.complete(ref, 1, { supergraphSdl: 'first' });
    expect(await registry.launches.served(ref)).toMatchObject({ launch: 2, supergraphSdl: 'second' });
    // Composed by two, it is what the first one made of it.
    expect(await registry.launches.complete(ref, 2, { faults: [] })).toMatchObject({
      outcome: { status: 'SUCCEEDED' },
    });
  });

  test('takes over what another process left behind', async () => {
    const ref = await newGraph();
    await registry.publisher.publish(ref, [products], BY);
    const [launch] = await registry.launches.newest(ref, 1);
    await database.query(
      `insert into registry.launches (graph, variant, number, cause, author, subgraphs, created_at)
       select graph, variant, 2, cause, author, subgraphs, now() - interval '2 minutes' from registry.launches where graph = $1`,
      [ref.graph],
    );
    await database.query('update registry.variants set launches = 2 where graph = $1', [ref.graph]);
    const other = await openRegistry({ database, log });
    await expect.poll(() => registry.launches.served(ref), { timeout: 20_000 }).toMatchObject({ launch: 2 });
    expect((await registry.launches.launch(ref, 2)).subgraphs).toEqual(launch?.subgraphs);
    await other.close();
  });

  test.each([
    ['a name that is none', { ...products, name: '../etc' }, 'BAD_USER_INPUT'],
    ['an URL that is none', { ...products, url: 'file:///etc/passwd' }, 'BAD_USER_INPUT'],
    ['no schema', { ...products, sdl: ' ' }, 'BAD_USER_INPUT'],
    ['a schema without end', { ...products, sdl: '#'.repeat(6 * 1024 * 1024) }, 'PAYLOAD_TOO_LARGE'],
  ])('refuses %s before anything is written', async (_, bad, code) => {
    const ref = await newGraph();
    await expect(registry.publisher.publish(ref, [reviews, bad], BY)).rejects.toMatchObject({ code });
    expect(await registry.launches.newest(ref, 1)).toEqual([]);
  });

  test('knows no graph that nobody made', async () => {
    await expect(
      registry.publisher.publish({ graph: 'nobodys', variant: 'current' }, [products], BY),
    ).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
