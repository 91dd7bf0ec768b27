import { parseArgs } from 'node:util';
import { CodedError } from '../../kit/errors.ts';
import { type GraphRef, parseGraphRef } from '../graphRef.ts';
import { ROLES, type Role } from '../keys/apiKey.ts';

/** What somebody wants of the registry. */
export type Command =
  | { readonly name: 'serve' }
  | { readonly name: 'help' }
  | { readonly name: 'publish'; readonly ref: GraphRef; readonly what: Published }
  | { readonly name: 'check'; readonly ref: GraphRef; readonly what: Published; readonly format: Format }
  | {
      readonly name: 'diff';
      readonly ref: GraphRef;
      readonly from: number | null;
      readonly to: number | null;
      readonly format: Format;
    }
  | { readonly name: 'history'; readonly ref: GraphRef }
  | { readonly name: 'rollback'; readonly ref: GraphRef; readonly number: number }
  | { readonly name: 'promote'; readonly ref: GraphRef; readonly to: string }
  | { readonly name: 'keys'; readonly graph: string; readonly what: KeysCommand };

export type KeysCommand =
  | { readonly name: 'list' }
  | {
      readonly name: 'create';
      readonly keyName: string;
      readonly roles: readonly Role[];
      readonly variants: readonly string[] | null;
      readonly expiresAt: Date | null;
    }
  | { readonly name: 'revoke'; readonly id: string };

/** Islands of the list by name, all of them when there are none; or one subgraph whose schema is in a file. */
export type Published =
  | { readonly islands: readonly string[] }
  | { readonly name: string; readonly file: string; readonly url: string | null };

/** For people at a terminal, for a comment of a pull request, or for programs. */
export type Format = 'text' | 'markdown' | 'json';

export const USAGE = `npm run registry -- COMMAND
  serve                                       the registry, on REGISTRY_PORT
  publish REF [ISLAND …]                      the schemas of islands of the list, with the manifests of their models; all by default
  publish REF --name N --schema FILE [--url U]   the schema of any other subgraph
  check REF [ISLAND …] [--markdown | --json]  whether they may be published; the exit code is 1 unless all of them may
  check REF --name N --schema FILE            the same of any other subgraph
  diff REF [FROM] [TO] [--markdown | --json]  what changed from one launch to another; by default by the newest one
  history REF                                 the launches, newest first
  rollback REF NUMBER                         serves an earlier launch again
  promote REF VARIANT                         brings what a variant serves to another one
  keys GRAPH [list]                           its keys, without their secrets
  keys GRAPH create NAME --role R [--role R] [--variant V] [--days N]   a new key; its secret is printed this once
  keys GRAPH revoke ID                        ends a key
REF is a graph and its variant, such as archipelago@staging. All but serve ask the registry at REGISTRY_URL with the key in
APOLLO_KEY; without one, keys works on the database itself, which is how the first key is made.`;

const FLAGS = {
  serve: [],
  help: [],
  publish: ['name', 'schema', 'url'],
  check: ['name', 'schema', 'markdown', 'json'],
  diff: ['markdown', 'json'],
  history: [],
  rollback: [],
  promote: [],
  keys: ['role', 'variant', 'days'],
} as const satisfies Record<Command['name'], readonly string[]>;

const DAY = 86_400_000;

/** @throws CodedError `CONFIG_INVALID`, with how it is used. */
export function readCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  const [name = 'help', first, ...rest] = positionals;
  if (values.help) return { name: 'help' };
  if (!isCommand(name)) throw refuse(`Expected one of ${Object.keys(FLAGS).join(', ')}, got ${JSON.stringify(name)}`);
  if (name === 'help') return { name };
  const allowed: readonly string[] = FLAGS[name];
  const foreign = Object.keys(values).find((flag) => !allowed.includes(flag));
  if (foreign !== undefined) throw refuse(`${name} takes no --${foreign}`);
  if (name === 'serve') return { name };
  if (first === undefined)
    throw refuse(`Expected a ${name === 'keys' ? 'graph' : 'graph and variant'} after ${name}, got nothing`);
  if (name === 'keys') return { name, graph: first, what: readKeys(rest, values) };
  const ref = readRef(first);
  const format = readFormat(values);
  switch (name) {
    case 'publish':
      return { name, ref, what: readPublished(rest, values) };
    case 'check':
      return { name, ref, what: readPublished(rest, values), format };
    case 'diff': {
      const [from, to] = rest.map(readNumber);
      if (rest.length > 2)
        throw refuse(`Expected at most two numbers of launches after diff ${first}, got ${rest.length}`);
      return { name, ref, from: from ?? null, to: to ?? null, format };
    }
    case 'history':
      if (rest.length > 0) throw refuse(`Expected nothing after history ${first}, got ${JSON.stringify(rest[0])}`);
      return { name, ref };
    case 'rollback':
      return { name, ref, number: readNumber(readOne('number of a launch', rest)) };
    case 'promote':
      return { name, ref, to: readOne('variant', rest) };
  }
}

type Values = ReturnType<typeof parse>['values'];

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        name: { type: 'string' },
        schema: { type: 'string' },
        url: { type: 'string' },
        markdown: { type: 'boolean' },
        json: { type: 'boolean' },
        role: { type: 'string', multiple: true },
        variant: { type: 'string', multiple: true },
        days: { type: 'string' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    // It says which flag in its first sentence; what follows is about other programs' habits.
    if (error instanceof TypeError) throw refuse(error.message.split('. ', 1)[0] ?? error.message);
    throw error;
  }
}

function readPublished(islands: readonly string[], { name, schema, url }: Values): Published {
  if (name === undefined && schema === undefined && url === undefined) return { islands };
  if (name === undefined || schema === undefined) throw refuse('Expected --name and --schema together');
  if (islands.length > 0) throw refuse(`Expected islands or --name, not both; got ${islands.join(', ')} and ${name}`);
  return { name, file: schema, url: url ?? null };
}

function readKeys([name = 'list', ...rest]: readonly string[], { role = [], variant, days }: Values): KeysCommand {
  if (name !== 'create' && (role.length > 0 || variant || days !== undefined)) {
    throw refuse(`keys ${name} takes no flags`);
  }
  switch (name) {
    case 'list':
      return { name };
    case 'revoke':
      return { name, id: readOne('id of a key', rest) };
    case 'create': {
      const keyName = readOne('name for the key', rest);
      const expiresAt = days === undefined ? null : new Date(Date.now() + readNumber(days) * DAY);
      return { name, keyName, roles: role.map(readRole), variants: variant ?? null, expiresAt };
    }
    default:
      throw refuse(`Expected list, create or revoke after the graph, got ${JSON.stringify(name)}`);
  }
}

function readRef(text: string): GraphRef {
  try {
    return parseGraphRef(text);
  } catch (error) {
    throw error instanceof CodedError ? refuse(error.message.replace(/\.$/, '')) : error;
  }
}

function readFormat({ markdown, json }: Values): Format {
  if (markdown && json) throw refuse('Expected --markdown or --json, not both');
  if (markdown) return 'markdown';
  return json ? 'json' : 'text';
}

function readRole(text: string): Role {
  const role = ROLES.find((known) => known === text.toLowerCase());
  if (role) return role;
  throw refuse(`Expected --role to be one of ${ROLES.join(', ')}, got ${JSON.stringify(text)}`);
}

function readNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw refuse(`Expected a number from 1, got ${JSON.stringify(text)}`);
}

function readOne(what: string, given: readonly string[]): string {
  const [one] = given;
  if (one !== undefined && given.length === 1) return one;
  throw refuse(`Expected one ${what}, got ${given.length}`);
}

function isCommand(name: string): name is Command['name'] {
  return Object.hasOwn(FLAGS, name);
}

function refuse(why: string): CodedError {
  return new CodedError('CONFIG_INVALID', `${why}.\n\n${USAGE}`);
}
