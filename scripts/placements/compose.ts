import {
  IMAGE,
  islandArguments,
  PORT,
  ROUTER_ARGUMENTS,
  ROUTER_WORKER_ARGUMENTS,
  SUBGRAPH_URL,
  WORLD_ARGUMENTS,
  workerArguments,
  workerName,
} from './image.ts';
import type { Island } from './islands.ts';
import { alias, merge, toYaml } from './yaml.ts';

const DATABASE_URL = 'postgres://archipelago@postgres:5432/archipelago';

const RABBITMQ_URL = 'amqp://archipelago:archipelago@rabbitmq:5672';

const onceDatabaseAnswers = { postgres: { condition: 'service_healthy' } };

/** What every container of the image has. */
const fromImage = {
  image: IMAGE,
  pull_policy: 'never',
  init: true,
  read_only: true,
  tmpfs: ['/tmp'],
  cap_drop: ['ALL'],
  security_opt: ['no-new-privileges:true'],
  stop_grace_period: '30s',
};

/** Passed on from the shell or a .env file where they are set there. */
const environment = { LOG_LEVEL: null, OTEL_EXPORTER_OTLP_ENDPOINT: null, IDENTITY_KEY: null };
const routerEnvironment = {
  FORWARD_HEADERS: null,
  JWT_SECRET: null,
  JWT_JWKS_URL: null,
  JWT_ISSUER: null,
  JWT_AUDIENCE: null,
};

/** By Node itself: the slim image has no curl. */
const ready = {
  test: [
    'CMD',
    'node',
    '-e',
    `fetch('http://127.0.0.1:${PORT}/ready').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))`,
  ],
  interval: '5s',
  timeout: '5s',
  retries: 12,
};

const postgres = {
  image: 'postgres:17',
  environment: { POSTGRES_USER: 'archipelago', POSTGRES_DB: 'archipelago', POSTGRES_HOST_AUTH_METHOD: 'trust' },
  volumes: ['postgres:/var/lib/postgresql/data'],
  healthcheck: {
    test: ['CMD', 'pg_isready', '--host=127.0.0.1', '--username=archipelago'],
    interval: '2s',
    timeout: '5s',
    retries: 30,
  },
  restart: 'unless-stopped',
};

const rabbitmq = {
  image: 'rabbitmq:4',
  hostname: 'rabbitmq',
  environment: { RABBITMQ_DEFAULT_USER: 'archipelago', RABBITMQ_DEFAULT_PASS: 'archipelago' },
  volumes: ['rabbitmq:/var/lib/rabbitmq'],
  healthcheck: {
    test: ['CMD', 'rabbitmq-diagnostics', '--quiet', 'check_port_connectivity'],
    interval: '5s',
    timeout: '10s',
    retries: 30,
  },
  restart: 'unless-stopped',
};

const world = {
  ...merge('process'),
  command: WORLD_ARGUMENTS,
  environment: { ...merge('environment'), DATABASE_URL },
  depends_on: onceDatabaseAnswers,
};

function islandService({ name, usesDatabase, usesModels, usesJobs }: Island): object {
  return {
    ...merge('process'),
    command: islandArguments(name),
    // An island that has models only counts feedback there, and answers without it.
    environment: {
      ...merge('environment'),
      ...((usesDatabase || usesModels) && { DATABASE_URL }),
      ...(usesJobs && { RABBITMQ_URL }),
    },
    ...(usesDatabase && { depends_on: onceDatabaseAnswers }),
    healthcheck: alias('ready'),
    restart: 'unless-stopped',
  };
}

/** What runs jobs; it waits for the broker by itself, but not for the tables. */
function workerService(command: readonly string[]): object {
  return {
    ...merge('process'),
    command,
    environment: { ...merge('environment'), DATABASE_URL, RABBITMQ_URL, SUBGRAPH_URL },
    depends_on: onceDatabaseAnswers,
    healthcheck: alias('ready'),
    restart: 'unless-stopped',
  };
}

function routerService(islands: readonly Island[]): object {
  return {
    ...merge('process'),
    build: '.',
    command: ROUTER_ARGUMENTS,
    environment: { ...merge('environment'), ...routerEnvironment, DATABASE_URL, RABBITMQ_URL, SUBGRAPH_URL },
    ports: [`127.0.0.1:${PORT}:${PORT}`],
    depends_on: {
      world: { condition: 'service_completed_successfully' },
      ...Object.fromEntries(islands.map(({ name }) => [name, { condition: 'service_started' }])),
    },
    healthcheck: alias('ready'),
    restart: 'unless-stopped',
  };
}

/** docker-compose.yml: a database, its demo world, a broker, a container for each island and each worker, and the router on port 4000. */
export function composeFile(islands: readonly Island[]): string {
  const services = Object.fromEntries(islands.map((island) => [island.name, islandService(island)]));
  const workers = Object.fromEntries(
    islands
      .filter(({ hasWorker }) => hasWorker)
      .map(({ name }) => [workerName(name), workerService(workerArguments(name))]),
  );
  return toYaml({
    value: {
      'x-process': fromImage,
      'x-environment': environment,
      'x-ready': ready,
      services: {
        postgres,
        rabbitmq,
        world,
        ...services,
        ...workers,
        router: routerService(islands),
        [workerName('router')]: workerService(ROUTER_WORKER_ARGUMENTS),
      },
      volumes: { postgres: {}, rabbitmq: {} },
    },
    anchors: { process: ['x-process'], environment: ['x-environment'], ready: ['x-ready'] },
    comments: [
      [['x-environment'], 'Passed on from the shell or a .env file, where they are set there.'],
      [
        ['services', 'postgres', 'environment', 'POSTGRES_HOST_AUTH_METHOD'],
        'No password: only the containers of this file reach it, no port of it is published.',
      ],
      [
        ['services', 'postgres', 'healthcheck', 'test'],
        'Over TCP: while it initialises, Postgres answers on its socket only, and then restarts.',
      ],
      [['services', 'router', 'build'], "Here alone: several builds of one image at once get in each other's way."],
      [
        ['services', 'rabbitmq', 'hostname'],
        'Its data belongs to a node of this name; a container would have a new one each time.',
      ],
      [['services', 'rabbitmq', 'environment'], 'For the containers of this file alone: no port of it is published.'],
      [['services', 'world'], 'Migrates and fills empty tables, then exits.'],
      [
        ['services', 'router', 'depends_on'],
        'Started, not healthy: an island that is down costs its own fields, never the graph.',
      ],
    ],
  });
}
