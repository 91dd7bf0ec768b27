import { pino } from 'pino';
import { expect, test } from 'vitest';
import type { RequestContext } from './context.ts';
import { CodedError } from './errors.ts';
import { createExecutor } from './execute.ts';
import { createRequestContext } from './requestContext.ts';
import { buildSchema } from './schema.ts';

const sdl = /* GraphQL */ `
  directive @deadline(ms: Int!) on FIELD_DEFINITION
  type Query {
    fast: String
    slow: String @deadline(ms: 40)
    some: [String] @deadline(ms: 40)
    aborted: String @deadline(ms: 40)
    told: String
    broken: String
    left: String
    echo(value: Int): Int
  }
`;

function createSetup() {
  const lines: string[] = [];
  const heard: unknown[] = [];
  const log = pino({ base: null }, { write: (line: string) => lines.push(line) });
  const execute = createExecutor(
    buildSchema(sdl, {
      Query: {
        fast: () => 'here',
        slow: () => new Promise<never>(() => {}),
        some: () => [Promise.resolve('here'), new Promise<never>(() => {})],
        aborted: (_: unknown, __: unknown, { signal }: RequestContext) =>
          new Promise((resolve) => signal.addEventListener('abort', () => resolve(heard.push(signal.reason)))),
        told: () => Promise.reject(new CodedError('NOT_FOUND', 'No such thing.')),
        broken: () => Promise.reject(new Error('password is hunter2')),
        left: () => AbortSignal.abort().throwIfAborted(),
        echo: (_: unknown, { value }: { value: number }) => value,
      },
    }),
  );
  const context = () => createRequestContext({ signal: new AbortController().signal, log });
  return { lines, heard, ask: (query: string, variables = {}) => execute({ query, variables }, context()) };
}

test('a field past its deadline is null with DEADLINE_EXCEEDED while its sibling answers', async () => {
  const { ask } = createSetup();
  const started = performance.now();
  const result = await ask('{ fast slow }');
  expect(performance.now() - started).toBeLessThan(1_000);
  expect(JSON.parse(JSON.stringify(result))).toMatchObject({
    data: { fast: 'here', slow: null },
    errors: [{ path: ['slow'], extensions: { code: 'DEADLINE_EXCEEDED' } }],
  });
});

test('variables that do not fit are told with a code', async () => {
  const { errors } = await createSetup().ask('query ($value: Int!) { echo(value: $value) }', { value: 'seven' });
  expect(errors?.map(({ extensions }) => extensions.code)).toEqual(['BAD_USER_INPUT']);
});

test('of a list whose items are promises, those past the deadline are null with an error at their index', async () => {
  const { ask } = createSetup();
  expect(JSON.parse(JSON.stringify(await ask('{ some }')))).toMatchObject({
    data: { some: ['here', null] },
    errors: [
      {
        message: 'Query.some did not answer within 40 ms.',
        path: ['some', 1],
        extensions: { code: 'DEADLINE_EXCEEDED' },
      },
    ],
  });
});

test('a resolver past its deadline hears of it by its signal', async () => {
  const { ask, heard } = createSetup();
  await ask('{ aborted }');
  expect(heard).toMatchObject([{ code: 'DEADLINE_EXCEEDED' }]);
});

test('an error that is meant for the reader arrives in its own words', async () => {
  const { ask, lines } = createSetup();
  const { errors } = await ask('{ told }');
  expect(errors?.[0]).toMatchObject({ message: 'No such thing.', path: ['told'], extensions: { code: 'NOT_FOUND' } });
  expect(lines).toEqual([]);
});

test('a fault of ours is logged with its cause and told without it', async () => {
  const { ask, lines } = createSetup();
  const { errors } = await ask('{ broken }');
  expect(JSON.stringify(errors)).not.toContain('hunter2');
  expect(errors?.[0]).toMatchObject({ path: ['broken'], extensions: { code: 'INTERNAL_SERVER_ERROR' } });
  expect(lines.join()).toContain('hunter2');
});

test('a field whose caller left is told so and fills no log', async () => {
  const { ask, lines } = createSetup();
  const { errors } = await ask('{ left }');
  expect(errors?.[0]).toMatchObject({ path: ['left'], extensions: { code: 'DEADLINE_EXCEEDED' } });
  expect(lines).toEqual([]);
});

test('a document that does not parse or validate gives GraphQL errors, each time it is asked', async () => {
  const { ask } = createSetup();
  for (const query of ['{', '{ nothing }']) {
    const first = await ask(query);
    expect(first.errors?.length).toBe(1);
    expect(await ask(query)).toEqual(first);
  }
});

test('one prepared document answers different variables', async () => {
  const { ask } = createSetup();
  const query = 'query ($value: Int) { echo(value: $value) }';
  expect((await ask(query, { value: 1 })).data).toEqual({ echo: 1 });
  expect((await ask(query, { value: 2 })).data).toEqual({ echo: 2 });
});
