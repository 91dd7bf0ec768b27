import type { Feature } from './feature.ts';
import type { SubgraphName } from './graph.ts';

export interface Contestant {
  /** Its key in the JSON line. */
  readonly name: string;
  /** What stands in the table. */
  readonly title: string;
  /** Node's arguments; the working directory is `folder`. */
  readonly command: (port: number, supergraph: string) => readonly string[];
  readonly folder: URL;
  readonly env?: Readonly<Record<string, string>>;
}

const root = new URL('../../', import.meta.url);
const peers = new URL('../peers/', import.meta.url);

/** Our router with these features on. */
export function archipelago(name: string, title: string, features: readonly Feature[]): Contestant {
  return {
    name,
    title,
    folder: root,
    command: (port, file) => ['--import', 'tsx', 'bench/router/archipelago.ts', String(port), file, features.join(',')],
  };
}

/** What is on unless somebody switches it off. */
export const AS_IT_COMES: readonly Feature[] = ['distinctRepresentations', 'batching', 'deduplication'];

/** The peers are each stock, and in the best configuration that their documentation names. */
export function contestants(urls: Readonly<Record<SubgraphName, string>>): readonly Contestant[] {
  const services = Object.entries(urls).map(([name, url]) => `${name}=${url}`);
  const apollo = (name: string, title: string, mode: string): Contestant => ({
    name,
    title,
    folder: peers,
    command: (port, file) => ['apollo.mjs', String(port), file, mode],
    env: { APOLLO_TELEMETRY_DISABLED: '1' },
  });
  const hive = (name: string, title: string, config: string, ...flags: string[]): Contestant => ({
    name,
    title,
    folder: peers,
    command: (port, file) => [
      'node_modules/@graphql-hive/gateway/dist/bin.js',
      'supergraph',
      file,
      ...['--port', String(port), '--host', '127.0.0.1', '--config-path', config, ...flags],
    ],
  });
  return [
    archipelago('router', 'Archipelago, nothing shared between requests', ['distinctRepresentations']),
    archipelago('routerBatched', 'Archipelago, as it comes (batching, de-duplication)', AS_IT_COMES),
    apollo('apollo', '@apollo/server + @apollo/gateway', 'stock'),
    apollo('apolloUndici', '… with an undici data source', 'undici'),
    hive('hive', '@graphql-hive/gateway', 'hive.config.mjs'),
    hive('hiveJit', '… with --jit', 'hive.config.mjs', '--jit'),
    hive('hiveRust', '… with the Rust query planner', 'hiveRust.config.mjs'),
    {
      name: 'mercurius',
      title: 'mercurius with JIT',
      folder: peers,
      command: (port) => ['mercurius.mjs', String(port), ...services],
    },
  ];
}
