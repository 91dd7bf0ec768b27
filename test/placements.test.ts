import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Projection } from '../kit/changes/defineProjection.ts';
import { defineSubgraph } from '../kit/subgraph.ts';
import { compareFiles } from '../scripts/placements/compare.ts';
import { placementFiles } from '../scripts/placements/files.ts';
import { IMAGE } from '../scripts/placements/image.ts';
import { type Island, readIslands } from '../scripts/placements/islands.ts';
import { subgraphs } from '../subgraphs/index.ts';

const root = new URL('../', import.meta.url);
const read = (path: string): Promise<string> => readFile(new URL(path, root), 'utf8');

interface ComposeService {
  readonly image: string;
  readonly build?: string;
  readonly pull_policy?: string;
  readonly command?: readonly string[];
  readonly environment: Readonly<Record<string, string | null>>;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

async function composeServices(): Promise<Readonly<Record<string, ComposeService>>> {
  return parse(await read('docker-compose.yml'), { merge: true }).services;
}

test('the committed placements are what the one list of islands asks for', async () => {
  const wanted = placementFiles(await readIslands(subgraphs));
  expect(compareFiles(root, wanted)).toEqual({ stale: [], leftOver: [] });
});

test('a changed, a missing and a left-over file are each found', async () => {
  const wanted = placementFiles(await readIslands(subgraphs));
  const folder = await mkdtemp(join(tmpdir(), 'archipelago-test-'));
  try {
    for (const path of ['docker-compose.yml', 'k8s'])
      await cp(new URL(path, root), join(folder, path), { recursive: true });
    const copy = pathToFileURL(`${folder}/`);
    expect(compareFiles(copy, wanted)).toEqual({ stale: [], leftOver: [] });
    await writeFile(join(folder, 'docker-compose.yml'), `${wanted.get('docker-compose.yml')}# by hand\n`);
    await rm(join(folder, 'k8s/base/router.yaml'));
    await writeFile(join(folder, 'k8s/base/gone.yaml'), '');
    expect(compareFiles(copy, wanted)).toEqual({
      stale: ['docker-compose.yml', 'k8s/base/router.yaml'],
      leftOver: ['k8s/base/gone.yaml'],
    });
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('an island that runs elsewhere gets no place, and one named as a part of the placements is refused', async () => {
  const definition = defineSubgraph({ name: 'weather', schema: new URL('file:///schema.graphql'), resolvers: {} });
  const here = async () => ({ default: definition });
  expect(await readIslands({ weather: here, traffic: { url: 'http://traffic.example/graphql' } })).toEqual([
    { name: 'weather', usesDatabase: false, usesModels: false, usesJobs: false, hasWorker: false },
  ] satisfies Island[]);
  await expect(readIslands({ router: here })).rejects.toThrow(
    'An island may not be called router, postgres, rabbitmq, world',
  );
});

test('an island that only submits or shows jobs uses the database too, and one that keeps projections has a worker', async () => {
  const definition = defineSubgraph({
    name: 'waiting',
    schema: new URL('file:///schema.graphql'),
    resolvers: {},
    jobs: [],
  });
  expect(await readIslands({ waiting: async () => ({ default: definition }) })).toEqual([
    { name: 'waiting', usesDatabase: true, usesModels: false, usesJobs: true, hasWorker: false },
  ] satisfies Island[]);
  const keeping = { ...definition, projections: [{ entity: 'Product' } as Projection] };
  expect(await readIslands({ waiting: async () => ({ default: keeping }) })).toMatchObject([
    { usesDatabase: true, usesJobs: true, hasWorker: true },
  ]);
});

test('docker-compose.yml has a service for each island and each worker, the router, the world, Postgres and RabbitMQ, and no other', async () => {
  const all = await readIslands(subgraphs);
  const islands = all.map(({ name }) => name);
  const workers = [...all.flatMap(({ name, hasWorker }) => (hasWorker ? name : [])), 'router'].map(
    (name) => `${name}-worker`,
  );
  const services = await composeServices();
  expect(Object.keys(services).sort()).toEqual(
    [...islands, ...workers, 'postgres', 'rabbitmq', 'router', 'world'].sort(),
  );
  for (const name of islands) expect(services[name]?.command).toEqual(['subgraphs/main.ts', name]);
});

test('one service builds the image that all start, and none looks for it in a registry', async () => {
  const services = Object.entries(await composeServices()).filter(([, { image }]) => image === IMAGE);
  expect(services.flatMap(([name, { build }]) => (build === undefined ? [] : name))).toEqual(['router']);
  for (const [name, { pull_policy }] of services) expect(pull_policy, name).toBe('never');
});

test('islands that declare a database or count feedback are given one, and only the former wait for it', async () => {
  const services = await composeServices();
  for (const { name, usesDatabase, usesModels } of await readIslands(subgraphs)) {
    const { environment, depends_on } = services[name] ?? {};
    expect(environment && 'DATABASE_URL' in environment).toBe(usesDatabase || usesModels);
    expect(depends_on).toEqual(usesDatabase ? { postgres: { condition: 'service_healthy' } } : undefined);
  }
});

test('what submits, shows or runs jobs is given the broker, and what runs them the database and the islands too', async () => {
  const services = await composeServices();
  for (const { name, usesJobs } of await readIslands(subgraphs))
    expect('RABBITMQ_URL' in (services[name]?.environment ?? {}), name).toBe(usesJobs);
  for (const name of Object.keys(services).filter((service) => service === 'router' || service.endsWith('-worker')))
    expect(services[name]?.environment, name).toMatchObject({
      DATABASE_URL: expect.stringMatching(/^postgres:/),
      RABBITMQ_URL: expect.stringMatching(/^amqp:/),
      SUBGRAPH_URL: expect.stringContaining('{name}'),
    });
});

test('the router starts once the world is there, whether or not every island is well', async () => {
  const { router } = await composeServices();
  const islands = (await readIslands(subgraphs)).map(({ name }) => [name, { condition: 'service_started' }]);
  expect(router?.depends_on).toEqual({
    world: { condition: 'service_completed_successfully' },
    ...Object.fromEntries(islands),
  });
});

test('what a container starts is a file that the image has', async () => {
  const entrances = Object.values(await composeServices()).flatMap(({ image, command }) =>
    image === IMAGE ? command?.[0] : [],
  );
  const [, defaultEntrance] = /^CMD \["([^"]+)"\]$/m.exec(await read('Dockerfile')) ?? [];
  const allowed = (await read('.dockerignore'))
    .split('\n')
    .flatMap((line) => (line.startsWith('!') ? line.slice(1) : []));
  for (const entrance of new Set([...entrances, defaultEntrance])) {
    expect(entrance, 'an entrance').toBeDefined();
    expect(existsSync(new URL(entrance ?? '', root)), `${entrance} exists`).toBe(true);
    expect(allowed, `${entrance} passes .dockerignore`).toContain(entrance?.split('/')[0]);
  }
  for (const path of allowed) expect(existsSync(new URL(path, root)), `${path} exists`).toBe(true);
});

test('the image runs Node itself, not as root, on a Debian that onnxruntime can load in', async () => {
  const dockerfile = await read('Dockerfile');
  const [, final = ''] = dockerfile.split(/^FROM base$/m);
  expect(dockerfile).toMatch(/^FROM node:\d+-\w+-slim AS base$/m);
  expect(dockerfile).not.toContain('alpine');
  expect(final).toMatch(/^USER node$/m);
  expect(final).toMatch(/^ENTRYPOINT \["node"\]$/m);
});
