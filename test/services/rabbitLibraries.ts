import { readdirSync, realpathSync } from 'node:fs';
import { mkdir, symlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { commandFolders, findFolder, versionFolders } from './findFolder.ts';

/** Where RabbitMQ keeps its Erlang libraries and plugins; undefined where it or Erlang is not installed. */
export const rabbitLibraries: string | undefined = findLibraries();

function findLibraries(): string | undefined {
  if (findFolder(commandFolders(), 'erl') === undefined) return undefined;
  // Debian's /usr/sbin/rabbitmq-server lies outside of the installation: a script that wants root, or the user rabbitmq.
  const command = findFolder(commandFolders(), 'rabbitmq-server');
  const besideCommand = command && join(dirname(realpathSync(join(command, 'rabbitmq-server'))), '../plugins');
  const candidates = [
    ...(besideCommand === undefined ? [] : [besideCommand]),
    ...versionFolders('/usr/lib/rabbitmq/lib', 'plugins'),
  ];
  return candidates.find((folder) => holds(folder, /^rabbit-\d/));
}

function holds(folder: string, name: RegExp): boolean {
  try {
    return readdirSync(folder).some((entry) => name.test(entry));
  } catch {
    return false;
  }
}

/**
 * Makes `folder` and links all libraries there but the plugins. Erlang looks for each of a thousand modules in one
 * library after another: with half of them away the broker starts in two thirds of the time.
 */
export async function linkLibraries(libraries: string, folder: string): Promise<void> {
  await mkdir(folder);
  for (const library of readdirSync(libraries)) {
    const isPlugin = library.startsWith('rabbitmq_') && !library.startsWith('rabbitmq_prelaunch');
    if (!isPlugin) await symlink(join(libraries, library), join(folder, library));
  }
}
