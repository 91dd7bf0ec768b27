import { chown } from 'node:fs/promises';
import { basename, join } from 'node:path';
import pg from 'pg';
import { commandFolders, findFolder, versionFolders } from './findFolder.ts';
import { freePort } from './freePort.ts';
import { createGuardedFolder } from './guardedFolder.ts';
import { lastLines, type PrivateServer, prepareServer } from './privateServer.ts';
import { type ServerCommand, startServerProcess } from './serverProcess.ts';
import { unprivilegedUser } from './unprivilegedUser.ts';

const binaries = findFolder(
  [...commandFolders(), ...versionFolders('/usr/lib/postgresql', 'bin')],
  'initdb',
  'postgres',
);

/** Whether the programs of a Postgres server are on this machine. */
export const postgresInstalled: boolean = binaries !== undefined;

export type PrivatePostgres = PrivateServer;

/** Starts an empty Postgres, durable as in production, where anyone on this machine is the superuser `postgres`. */
export async function startPostgres(): Promise<PrivatePostgres> {
  if (binaries === undefined) {
    throw new Error(
      'Expected the programs initdb and postgres in PATH or in /usr/lib/postgresql/*/bin, but neither has them. ' +
        'Install a Postgres server (apt-get install postgresql), or skip the test unless postgresInstalled.',
    );
  }
  const port = await freePort();
  const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
  const user = unprivilegedUser();
  const folder = await createGuardedFolder('archipelago-postgres-', 'QUIT');
  const data = join(folder.path, 'data');
  const shared = {
    env: { PATH: process.env.PATH ?? '', LC_ALL: 'C' },
    folder,
    logFile: join(folder.path, 'server.log'),
    user,
  };
  const server = prepareServer({
    ...shared,
    name: 'Postgres',
    url,
    command: join(binaries, 'postgres'),
    args: [
      '-D',
      data,
      ...Object.entries(settings(folder.path, port)).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    restartSignal: 'SIGINT',
    // Unlike SIGKILL it has the shared memory released, which no folder holds.
    stopSignal: 'SIGQUIT',
    answers: () => selectOne(url),
  });
  try {
    if (user) await chown(folder.path, user.uid, user.gid);
    await createCluster({
      ...shared,
      command: join(binaries, 'initdb'),
      args: ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
    });
    await server.start();
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

function settings(folder: string, port: number): Readonly<Record<string, string | number>> {
  return {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: folder,
    // In the titles of its processes, so that `ps` tells whose they are.
    cluster_name: basename(folder),
    // Files in the folder; what a killed server leaves in /dev/shm would stay there.
    dynamic_shared_memory_type: 'mmap',
    fsync: 'on',
  };
}

async function createCluster(initdb: ServerCommand): Promise<void> {
  const end = await (await startServerProcess(initdb)).ended;
  if (end === 'code 0') return;
  throw new Error(`Expected initdb to make a cluster, but it ended with ${end}. ${lastLines(initdb.logFile)}`);
}

async function selectOne(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  // The server may go while it is asked; the query rejects then, too.
  client.on('error', () => {});
  try {
    await client.connect();
    await client.query('select 1');
  } finally {
    await client.end();
  }
}
