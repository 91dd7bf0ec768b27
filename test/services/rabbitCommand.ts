import { writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { GuardedFolder } from './guardedFolder.ts';
import { linkLibraries } from './rabbitLibraries.ts';
import type { ServerCommand } from './serverProcess.ts';

/** The share of the machine's memory above which the broker blocks publishers; RabbitMQ's own default. */
export const MEMORY_WATERMARK = 0.4;

export interface RabbitPlace {
  readonly folder: GuardedFolder;
  /** For clients. */
  readonly port: number;
  /** For Erlang. */
  readonly distributionPort: number;
}

/**
 * Writes into the folder what a broker needs, and tells how to run it there. By erl itself: the script rabbitmq-server
 * would load the libraries of all plugins and keep the broker's standard input, its shell, to itself.
 */
export async function prepareRabbitCommand(libraries: string, place: RabbitPlace): Promise<ServerCommand> {
  const inFolder = (name: string): string => join(place.folder.path, name);
  await linkLibraries(libraries, inFolder('libraries'));
  await writeFile(inFolder('enabled_plugins'), '[].\n');
  await writeFile(
    inFolder('rabbitmq.config'),
    `[{rabbit, [{vm_memory_high_watermark, ${MEMORY_WATERMARK}}, {disk_free_limit, 1000000}]}].\n`,
  );
  // As unique as the folder: no other broker on this machine has it.
  const node = `${basename(place.folder.path)}@localhost`;
  return {
    command: 'erl',
    args: erlangArguments(node, place.distributionPort),
    env: environment(node, place.port, inFolder),
    folder: place.folder,
    logFile: inFolder('server.log'),
  };
}

function erlangArguments(node: string, distributionPort: number): readonly string[] {
  return [
    ...['-boot', 'start_sasl', '-s', 'rabbit', 'boot', '+W', 'w', '+sbwt', 'none'],
    // Neither starts nor asks an epmd: the one on this machine, if any, serves other brokers.
    ...['-sname', node, '-start_epmd', 'false', '-erl_epmd_port', String(distributionPort)],
    ...['-kernel', 'inet_dist_use_interface', '{127,0,0,1}', '-kernel', 'prevent_overlapping_partitions', 'false'],
    ...['-syslog', 'logger', '[]', '-syslog', 'syslog_error_logger', 'false'],
  ];
}

function environment(node: string, port: number, inFolder: (name: string) => string): Readonly<Record<string, string>> {
  // Named, or those of the machine's own broker would be read.
  const absent = inFolder('absent');
  return {
    PATH: process.env.PATH ?? '',
    LANG: 'C.UTF-8',
    // Where Erlang keeps its cookie.
    HOME: inFolder('.'),
    ERL_LIBS: inFolder('libraries'),
    // Nobody listens there. In spite of `-erl_epmd_port`, Erlang registers with an epmd that it finds.
    ERL_EPMD_PORT: '1',
    RABBITMQ_NODENAME: node,
    RABBITMQ_NODE_IP_ADDRESS: '127.0.0.1',
    RABBITMQ_NODE_PORT: String(port),
    RABBITMQ_MNESIA_BASE: inFolder('data'),
    RABBITMQ_LOG_BASE: inFolder('log'),
    RABBITMQ_LOGS: '-',
    RABBITMQ_PLUGINS_DIR: inFolder('libraries'),
    RABBITMQ_ENABLED_PLUGINS_FILE: inFolder('enabled_plugins'),
    RABBITMQ_CONFIG_FILE: inFolder('rabbitmq.config'),
    RABBITMQ_CONFIG_FILES: absent,
    RABBITMQ_ADVANCED_CONFIG_FILE: absent,
    RABBITMQ_CONF_ENV_FILE: absent,
  };
}
