import { z } from 'zod';
import { CodedError } from './errors.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

const port = z
  .string()
  .refine((value) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535, {
    error: 'expected a port number from 0 to 65535',
  })
  .transform(Number);
const optionalUrl = (...protocols: string[]) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
      error: `expected a URL that starts with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
    })
    .optional();

/** The environment variables a process of Archipelago reads; docs/configuration.md lists them with their meaning. */
const environment = z.object({
  PORT: port.optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  SUBGRAPH: z.string().min(1).optional(),
  SUBGRAPH_URL: z
    .string()
    .refine((value) => value.includes('{name}') && URL.canParse(value.replaceAll('{name}', 'name')), {
      error: 'expected a URL with {name} in it, such as http://{name}:4000/graphql',
    })
    .optional(),
  DATABASE_URL: optionalUrl('postgres:', 'postgresql:'),
  ARCHIPELAGO_DATA: z.string().min(1).default('.data'),
  OTEL_EXPORTER_OTLP_ENDPOINT: optionalUrl('http:', 'https:'),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `expected one of ${LOG_LEVELS.join(', ')}` }).default('info'),
});

export const ENVIRONMENT_VARIABLES: readonly string[] = Object.keys(environment.shape);

export type Config = Readonly<z.infer<typeof environment>>;

/**
 * Reads the environment once, at a process's entrance. An empty variable counts as unset.
 * @throws CodedError `CONFIG_INVALID`, naming each variable, what was expected and what came.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(ENVIRONMENT_VARIABLES.flatMap((name) => (env[name] ? [[name, env[name]]] : [])));
  const result = environment.safeParse(given);
  if (result.success) return Object.freeze(result.data);
  const complaints = result.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    return `  ${name}: ${issue.message}; got ${JSON.stringify(withoutPassword(given[name]))}`;
  });
  throw new CodedError(
    'CONFIG_INVALID',
    `The environment is not usable:\n${complaints.join('\n')}\nUnset the variable for its default, or see docs/configuration.md.`,
  );
}

function withoutPassword(value: string | undefined): string | undefined {
  return value?.replace(/(:\/\/[^/@:]*):[^/@]*@/, '$1:***@');
}
