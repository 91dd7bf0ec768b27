import { createPrivateKey, createPublicKey } from 'node:crypto';
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

const secret = z.string().min(32, { error: 'expected a secret of at least 32 characters' }).optional();

/** An Ed25519 key as base64 of its DER, in one line. */
const keyOf = (kind: 'public' | 'private', form: string) =>
  z
    .string()
    .transform((value, context) => {
      try {
        const der = Buffer.from(value, 'base64');
        const key =
          kind === 'public'
            ? createPublicKey({ key: der, format: 'der', type: 'spki' })
            : createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
        if (key.asymmetricKeyType === 'ed25519') return key;
      } catch {
        // Told below.
      }
      context.addIssue({
        code: 'custom',
        message: `expected an Ed25519 ${kind} key as base64 of its ${form} DER`,
        input: undefined,
      });
      return z.NEVER;
    })
    .optional();

/** What the router sets itself, or what belongs to one connection. */
const UNFORWARDABLE =
  /^(host|connection|keep-alive|te|trailer|transfer-encoding|upgrade|proxy-.*|content-.*|accept|accept-encoding|traceparent|tracestate|x-deadline-ms|x-archipelago-.*)$/;
const headerNames = z
  .string()
  .transform((value) => value.split(',').map((name) => name.trim().toLowerCase()))
  .refine((names) => names.every((name) => /^[a-z0-9-]+$/.test(name) && !UNFORWARDABLE.test(name)), {
    error: 'expected names of headers, separated by commas, that are not about the connection or the body',
  });

/** Names, not addresses: what they stand for is looked up and checked each time. */
const hosts = z
  .string()
  .transform((value) => value.split(',').map((host) => host.trim().toLowerCase().replace(/:443$/, '')))
  .refine((names) => names.every((name) => /^([a-z0-9-]+\.)+[a-z][a-z0-9-]*(:\d{1,5})?$/.test(name)), {
    error: 'expected names of hosts, separated by commas, such as images.example.com or images.example.com:8443',
  });

const variables = z.object({
  PORT: port.optional(),
  HOST: z.string().min(1).default('127.0.0.1'),
  SUBGRAPH: z.string().min(1).optional(),
  SUBGRAPH_URL: z
    .string()
    .refine((value) => value.includes('{name}') && URL.canParse(value.replaceAll('{name}', 'name')), {
      error: 'expected a URL with {name} in it, such as http://{name}:4000/graphql',
    })
    .optional(),
  FORWARD_HEADERS: headerNames.default([]),
  JWT_SECRET: secret,
  JWT_JWKS_URL: optionalUrl('http:', 'https:'),
  JWT_ISSUER: z.string().min(1).optional(),
  JWT_AUDIENCE: z.string().min(1).optional(),
  IDENTITY_KEY: secret,
  APOLLO_KEY: z.string().min(1).optional(),
  APOLLO_GRAPH_REF: z
    .string()
    .regex(/^[^@\s]+@[^@\s]+$/, { error: 'expected a graph and its variant, such as archipelago@current' })
    .optional(),
  APOLLO_SCHEMA_CONFIG_DELIVERY_ENDPOINT: optionalUrl('http:', 'https:'),
  REGISTRY_PORT: port.optional(),
  REGISTRY_URL: optionalUrl('http:', 'https:'),
  REGISTRY_PUBLIC_KEY: keyOf('public', 'SPKI'),
  REGISTRY_SIGNING_KEY: keyOf('private', 'PKCS #8'),
  MODEL_WORKERS: z
    .string()
    .regex(/^[1-9]\d{0,2}$/, { error: 'expected a number of worker threads from 1 to 999' })
    .transform(Number)
    .optional(),
  INFERENCE_PORT: port.optional(),
  INFERENCE_GRPC_PORT: port.optional(),
  INFERENCE_KEYS: z
    .string()
    .transform((value) => value.split(',').map((key) => key.trim()))
    .refine((keys) => keys.every((key) => key.length >= 32), {
      error: 'expected keys of at least 32 characters each, separated by commas',
    })
    .optional(),
  CHAT_URL: optionalUrl('http:', 'https:'),
  CHAT_MODEL: z.string().min(1).optional(),
  CHAT_KEY: z.string().min(1).optional(),
  IMAGE_HOSTS: hosts.default([]),
  DATABASE_URL: optionalUrl('postgres:', 'postgresql:'),
  RABBITMQ_URL: optionalUrl('amqp:', 'amqps:'),
  GRAPH_URL: optionalUrl('http:', 'https:'),
  GRAPH_TOKEN: z.string().min(1).optional(),
  ARCHIPELAGO_DATA: z.string().min(1).default('.data'),
  OTEL_EXPORTER_OTLP_ENDPOINT: optionalUrl('http:', 'https:'),
  LOG_LEVEL: z.enum(LOG_LEVELS, { error: `expected one of ${LOG_LEVELS.join(', ')}` }).default('info'),
});

/** The environment variables a process of Archipelago reads; docs/configuration.md lists them with their meaning. */
export const ENVIRONMENT_VARIABLES: readonly string[] = Object.keys(variables.shape);

const environment = variables
  .refine(
    ({ INFERENCE_PORT, INFERENCE_GRPC_PORT, INFERENCE_KEYS }) =>
      INFERENCE_KEYS !== undefined || (INFERENCE_PORT === undefined && INFERENCE_GRPC_PORT === undefined),
    { path: ['INFERENCE_KEYS'], error: 'expected at least one key, as INFERENCE_PORT or INFERENCE_GRPC_PORT is set' },
  )
  .refine(({ CHAT_URL, CHAT_MODEL }) => (CHAT_URL === undefined) === (CHAT_MODEL === undefined), {
    path: ['CHAT_MODEL'],
    error: 'expected CHAT_URL and CHAT_MODEL together',
  })
  .refine(({ JWT_SECRET, JWT_JWKS_URL }) => JWT_SECRET === undefined || JWT_JWKS_URL === undefined, {
    path: ['JWT_SECRET'],
    error: 'expected JWT_SECRET or JWT_JWKS_URL, not both',
  })
  .refine(({ APOLLO_KEY, APOLLO_GRAPH_REF }) => (APOLLO_KEY === undefined) === (APOLLO_GRAPH_REF === undefined), {
    path: ['APOLLO_GRAPH_REF'],
    error: 'expected APOLLO_KEY and APOLLO_GRAPH_REF together',
  })
  .refine(
    ({ REGISTRY_URL, REGISTRY_PUBLIC_KEY, APOLLO_KEY }) =>
      REGISTRY_PUBLIC_KEY === undefined || (REGISTRY_URL !== undefined && APOLLO_KEY !== undefined),
    {
      path: ['REGISTRY_PUBLIC_KEY'],
      error:
        'expected REGISTRY_URL, APOLLO_KEY and APOLLO_GRAPH_REF beside it: which registry it is the key of, and what to ask it for',
    },
  );

/** Their values are not repeated, not even in a complaint. */
const SECRETS: readonly string[] = [
  'JWT_SECRET',
  'IDENTITY_KEY',
  'INFERENCE_KEYS',
  'CHAT_KEY',
  'APOLLO_KEY',
  'REGISTRY_SIGNING_KEY',
  'GRAPH_TOKEN',
] satisfies (keyof Config)[];

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
    return `  ${name}: ${issue.message}; got ${SECRETS.includes(name) ? describeSecret(given[name]) : JSON.stringify(withoutPassword(given[name]))}`;
  });
  throw new CodedError(
    'CONFIG_INVALID',
    `The environment is not usable:\n${complaints.join('\n')}\nUnset the variable for its default, or see docs/configuration.md.`,
  );
}

function withoutPassword(value: string | undefined): string | undefined {
  return value?.replace(/(:\/\/[^/@:]*):[^/@]*@/, '$1:***@');
}

function describeSecret(value: string | undefined): string {
  return value === undefined ? 'nothing' : `${value.length} characters`;
}
