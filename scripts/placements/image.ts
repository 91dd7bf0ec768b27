import packageJson from '../../package.json' with { type: 'json' };

/** What every placement starts: the one image, whose entrances are the arguments. */
export const IMAGE = `archipelago:${packageJson.version}`;

/** Where a process listens inside its container; the Dockerfile sets PORT to it. */
export const PORT = 4000;

/** Where the router finds an island: each is a host name of its own, all on one port. */
export const SUBGRAPH_URL = `http://{name}:${PORT}/graphql`;

/** The arguments of the image that serve one island. */
export function islandArguments(name: string): string[] {
  return ['subgraphs/main.ts', name];
}

/** The arguments of the image that run the jobs of one island. */
export function workerArguments(name: string): string[] {
  return ['subgraphs/worker.ts', name];
}

/** How the process that runs the jobs of `name` is called; no island has a hyphen in its name. */
export function workerName(name: string): string {
  return `${name}-worker`;
}

export const ROUTER_ARGUMENTS: readonly string[] = ['router/main.ts'];
export const ROUTER_WORKER_ARGUMENTS: readonly string[] = ['router/main.ts', '--worker'];
export const WORLD_ARGUMENTS: readonly string[] = ['subgraphs/seed.ts'];
