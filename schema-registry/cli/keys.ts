import { z } from 'zod';
import type { Config } from '../../kit/config.ts';
import { openDatabase } from '../../kit/database/openDatabase.ts';
import { createLogger } from '../../kit/log.ts';
import type { ApiKey, Role } from '../keys/apiKey.ts';
import { openRegistry } from '../registry.ts';
import type { Output } from './output.ts';
import type { KeysCommand } from './readCommand.ts';
import { RegistryClient } from './registryClient.ts';

type ShownKey = Omit<ApiKey, 'graph'>;

interface KeyRing {
  list(): Promise<readonly ShownKey[]>;
  create(
    key: Extract<KeysCommand, { readonly name: 'create' }>,
  ): Promise<{ readonly key: ShownKey; readonly secret: string }>;
  revoke(id: string): Promise<ShownKey>;
  close(): Promise<void>;
}

/** Lists, makes and ends keys: by the API with a key that may, else in the database itself. */
export async function keys(
  config: Config,
  url: string,
  graph: string,
  command: KeysCommand,
  output: Output,
): Promise<void> {
  const { APOLLO_KEY: apiKey } = config;
  const ring =
    apiKey === undefined ? await openRing(config, graph) : remoteRing(new RegistryClient({ url, apiKey }), graph);
  try {
    if (command.name === 'list') for (const key of await ring.list()) output.print(lineOf(key, output));
    else if (command.name === 'revoke') output.print(lineOf(await ring.revoke(command.id), output));
    else {
      const { key, secret } = await ring.create(command);
      output.print(lineOf(key, output));
      output.print(`\n${secret}\n\nIt is not shown again. Give it as APOLLO_KEY, or in the header x-api-key.`);
    }
  } finally {
    await ring.close();
  }
}

async function openRing(config: Config, graph: string): Promise<KeyRing> {
  const log = createLogger({ level: 'error', service: 'registry', pretty: false });
  const database = await openDatabase({ url: config.DATABASE_URL, directory: config.ARCHIPELAGO_DATA, log });
  const registry = await openRegistry({ database, log });
  return {
    list: () => registry.keys.list(graph),
    create: ({ keyName: name, roles, variants, expiresAt }) =>
      registry.keys.create({ graph, name, roles, variants, expiresAt }),
    revoke: (id) => registry.keys.revoke(graph, id),
    close: async () => {
      await registry.close();
      await database.close();
    },
  };
}

const keyShape = z
  .object({
    id: z.string(),
    keyName: z.string(),
    roles: z.array(z.string()),
    variants: z.array(z.string()).nullable(),
    createdAt: z.string(),
    expiresAt: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .transform(
    ({ id, keyName, roles, variants, createdAt, expiresAt, revokedAt }): ShownKey => ({
      id,
      name: keyName,
      roles: roles.map((role) => role.toLowerCase() as Role),
      variants,
      createdAt: new Date(createdAt),
      expiresAt: expiresAt === null ? null : new Date(expiresAt),
      revokedAt: revokedAt === null ? null : new Date(revokedAt),
    }),
  );
const FIELDS = 'id keyName roles variants createdAt expiresAt revokedAt';

function remoteRing(client: RegistryClient, graph: string): KeyRing {
  return {
    list: async () => {
      const shape = z.object({ graph: z.object({ keys: z.array(keyShape) }) });
      return (
        await client.ask(shape, `query Keys($graph: ID!) { graph(id: $graph) { keys { ${FIELDS} } } }`, { graph })
      ).graph.keys;
    },
    create: async ({ keyName, roles, variants, expiresAt }) => {
      const shape = z.object({ graph: z.object({ newKey: z.object({ secret: z.string(), key: keyShape }) }) });
      const input = {
        keyName,
        roles: roles.map((role) => role.toUpperCase()),
        variants,
        expiresAt: expiresAt?.toISOString(),
      };
      const query = `mutation NewKey($graph: ID!, $input: NewKeyInput!) { graph(id: $graph) { newKey(input: $input) { secret key { ${FIELDS} } } } }`;
      return (await client.ask(shape, query, { graph, input })).graph.newKey;
    },
    revoke: async (id) => {
      const shape = z.object({ graph: z.object({ revokeKey: keyShape }) });
      const query = `mutation Revoke($graph: ID!, $id: ID!) { graph(id: $graph) { revokeKey(id: $id) { ${FIELDS} } } }`;
      return (await client.ask(shape, query, { graph, id })).graph.revokeKey;
    },
    close: async () => {},
  };
}

function lineOf({ id, name, roles, variants, expiresAt, revokedAt }: ShownKey, { paint }: Output): string {
  const state = revokedAt
    ? paint('red', `revoked ${revokedAt.toISOString()}`)
    : expiresAt
      ? `until ${expiresAt.toISOString()}`
      : 'without end';
  return `${id}  ${name}: may ${roles.join(', ')} in ${variants?.join(', ') ?? 'all variants'}, ${state}`;
}
