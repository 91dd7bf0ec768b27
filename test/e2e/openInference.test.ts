import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { type Client, credentials, loadPackageDefinition, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import type { ModelDefinition } from '../../kit/model/definition.ts';
import { ModelRuntime } from '../../kit/model/runtime.ts';
import type { Judgement } from '../../subgraphs/sentiment/judgement.ts';
import { type Sentiment, type SentimentProcess, startSentiment } from '../sentiment.ts';

const KEY = randomBytes(32).toString('hex');
const MODEL = 'sentiment-minilm';
const TEXTS = [
  'The strap broke on the second day and nobody answers my mails.',
  'Fits well, arrived early, my mother loves it!',
  'Выглядит хорошо, но 😬 <b>не работает</b>',
  'a',
];

let server: SentimentProcess;
let rest: string;
let grpc: string;
let client: Client;
let told: readonly Sentiment[];

beforeAll(async () => {
  server = await startServer('0', '0');
  [rest, grpc] = addressesOf(server);
  client = createStockClient(new URL(grpc).host);
  told = await server.analyze(TEXTS);
}, 60_000);
afterAll(async () => {
  client?.close();
  await server?.close();
});

const startServer = (port: string, grpcPort: string) =>
  startSentiment({ INFERENCE_PORT: port, INFERENCE_GRPC_PORT: grpcPort, INFERENCE_KEYS: KEY });

/** As the line that tells it has started has them. */
function addressesOf(running: SentimentProcess): [rest: string, grpc: string] {
  const line = running
    .output()
    .split('\n')
    .find((one) => one.includes('"msg":"serving"'));
  const { openInference }: { openInference: [string, string] } = JSON.parse(line ?? '{}');
  return openInference;
}

/** grpc-js and proto-loader, as a stranger would use them with the protocol's own file. */
function createStockClient(address: string): Client {
  const file = fileURLToPath(new URL('../../kit/openInference/grpc/openInference.proto', import.meta.url));
  const { inference } = loadPackageDefinition(loadSync(file, { keepCase: true, longs: String, defaults: true }));
  if (inference === undefined || !('GRPCInferenceService' in inference)) throw new TypeError('no such package');
  const { GRPCInferenceService: Stub } = inference;
  if (typeof Stub !== 'function') throw new TypeError('no such service');
  return new Stub(address, credentials.createInsecure(), { 'grpc.max_send_message_length': -1 });
}

interface RestAnswer {
  readonly status: number;
  readonly retryAfter?: string;
  readonly body: {
    readonly error?: string;
    readonly model_name?: string;
    readonly model_version?: string;
    readonly parameters?: { readonly degraded?: boolean };
    readonly outputs?: readonly { readonly name: string; readonly data: readonly (string | number)[] }[];
  };
}

async function post(body: string | Buffer, headers: Record<string, string> = { authorization: `Bearer ${KEY}` }) {
  const response = await fetch(`${rest}/models/${MODEL}/infer`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
  const retryAfter = response.headers.get('retry-after');
  return { status: response.status, body: await response.json(), ...(retryAfter && { retryAfter }) } as RestAnswer;
}

const asJson = (texts: readonly unknown[], datatype = 'BYTES') =>
  JSON.stringify({ inputs: [{ name: 'text', datatype, shape: [texts.length], data: texts }] });

interface GrpcAnswer {
  readonly model_name: string;
  readonly model_version: string;
  readonly outputs: readonly {
    readonly name: string;
    readonly contents: { readonly bytes_contents: readonly Buffer[]; readonly fp32_contents: readonly number[] };
  }[];
}

function call(texts: readonly (string | Buffer)[], key: string | null = KEY, input: object = {}): Promise<GrpcAnswer> {
  const metadata = new Metadata();
  if (key !== null) metadata.set('authorization', `Bearer ${key}`);
  const request = {
    model_name: MODEL,
    inputs: [
      {
        name: 'text',
        datatype: 'BYTES',
        shape: [texts.length],
        contents: { bytes_contents: texts.map((text) => Buffer.from(text)) },
        ...input,
      },
    ],
  };
  return new Promise((resolve, reject) => {
    const rpc: unknown = Reflect.get(client, 'ModelInfer');
    if (typeof rpc !== 'function') throw new TypeError('no method ModelInfer');
    rpc.call(client, request, metadata, (error: ServiceError | null, answer: GrpcAnswer) =>
      error ? reject(error) : resolve(answer),
    );
  });
}

/** As GraphQL tells it. */
const expected = () =>
  told.map(({ label, score, confidence }) => ({
    label,
    score: expect.closeTo(score, 5),
    confidence: expect.closeTo(confidence, 5),
  }));

test('over REST the labels, scores and confidences are those that GraphQL tells', async () => {
  const { status: code, body } = await post(asJson(TEXTS));
  expect({ code, model: body.model_name, version: body.model_version }).toEqual({
    code: 200,
    model: MODEL,
    version: told[0]?.model.version,
  });
  const column = (name: string) => body.outputs?.find((output) => output.name === name)?.data ?? [];
  const [labels, scores, confidences] = [column('label'), column('score'), column('confidence')];
  expect(labels.map((label, index) => ({ label, score: scores[index], confidence: confidences[index] }))).toEqual(
    expected(),
  );
});

test('over gRPC too', async () => {
  const { model_name, model_version, outputs } = await call(TEXTS);
  expect({ model_name, model_version }).toEqual({ model_name: MODEL, model_version: told[0]?.model.version });
  const column = (name: string) => outputs.find((output) => output.name === name)?.contents;
  const labels = column('label')?.bytes_contents ?? [];
  const [scores, confidences] = [column('score')?.fp32_contents, column('confidence')?.fp32_contents];
  expect(
    labels.map((label, index) => ({
      label: label.toString(),
      score: scores?.[index],
      confidence: confidences?.[index],
    })),
  ).toEqual(expected());
});

const NO_KEY = 'Expected "authorization: Bearer <key>"; ';
const MEGABYTE = 'x'.repeat(1_048_576);

test.each<[title: string, body: string | Buffer, headers: Record<string, string> | undefined, answer: RestAnswer]>([
  ['no key', asJson(['a']), {}, { status: 401, body: { error: `${NO_KEY}none was sent.` } }],
  [
    'a wrong key',
    asJson(['a']),
    { authorization: `Bearer ${KEY.slice(1)}0` },
    { status: 401, body: { error: `${NO_KEY}its key is not known.` } },
  ],
  [
    'bytes that are not UTF-8',
    Buffer.concat([
      Buffer.from('{"inputs":[{"name":"text","datatype":"BYTES","shape":[1],"data":["'),
      Buffer.of(0xff, 0x22),
      Buffer.from(']}]}'),
    ]),
    undefined,
    { status: 400, body: { error: expect.stringContaining('UTF-8') } },
  ],
  [
    'an empty text',
    asJson(['fine', '']),
    undefined,
    { status: 400, body: { error: 'Item 1: Expected a text with something in it, got an empty one.' } },
  ],
  [
    'a text of 1 MB',
    asJson([MEGABYTE]),
    undefined,
    { status: 400, body: { error: 'Item 0: text: expected at most 10000 characters, got 1048576.' } },
  ],
  [
    'NaN',
    asJson(['?'], 'FP32').replace('"?"', 'NaN'),
    undefined,
    { status: 400, body: { error: expect.stringContaining('JSON') } },
  ],
  [
    'what is no text',
    asJson([0.5], 'FP32'),
    undefined,
    { status: 400, body: { error: 'The input "text" is BYTES; got FP32.' } },
  ],
])('over REST %s is refused with its reason', async (_, body, headers, answer) => {
  expect(await post(body, headers)).toEqual(answer);
});

test.each<[title: string, ask: () => Promise<GrpcAnswer>, code: status, details: string]>([
  ['no key', () => call(['a'], null), status.UNAUTHENTICATED, `${NO_KEY}none was sent.`],
  ['a wrong key', () => call(['a'], `${KEY.slice(1)}0`), status.UNAUTHENTICATED, `${NO_KEY}its key is not known.`],
  [
    'bytes that are not UTF-8',
    () => call([Buffer.of(0xff, 0xfe)]),
    status.INVALID_ARGUMENT,
    'Item 0: text: expected UTF-8, got bytes that are not.',
  ],
  [
    'an empty text',
    () => call(['fine', '']),
    status.INVALID_ARGUMENT,
    'Item 1: Expected a text with something in it, got an empty one.',
  ],
  [
    'a text of 1 MB',
    () => call([MEGABYTE]),
    status.INVALID_ARGUMENT,
    'Item 0: text: expected at most 10000 characters, got 1048576.',
  ],
  [
    'NaN',
    () => call(['?'], KEY, { datatype: 'FP32', contents: { fp32_contents: [Number.NaN] } }),
    status.INVALID_ARGUMENT,
    'The input "text" is BYTES; got FP32.',
  ],
])('over gRPC %s is refused with its reason', async (_, ask, code, details) => {
  await expect(ask()).rejects.toMatchObject({ code, details });
});

test('a flood is answered by the fallback and marked as degraded, or told to come back; what comes after it is not', async () => {
  const texts = (request: number) => Array.from({ length: 1_000 }, (_, index) => `Late ${request}-${index}.`);
  const flood = await Promise.all([1, 2, 3].map((request) => post(asJson(texts(request)))));
  const answered = flood.filter(({ status: code }) => code === 200);
  expect(answered.map(({ body }) => body.parameters?.degraded)).toContain(true);
  for (const { body } of answered) for (const { data } of body.outputs ?? []) expect(data.length).toBe(1_000);
  for (const { status: code, body, retryAfter } of flood) {
    if (code === 200) continue;
    expect({ code, error: body.error }).toEqual({ code: 503, error: expect.stringMatching(/^Item \d+: .+ is busy: /) });
    expect(Number(retryAfter)).toBeGreaterThan(0);
  }
  const after = await post(asJson(['The flood is over.']));
  expect(after).toMatchObject({ status: 200, body: { model_name: MODEL } });
  expect(after.body.parameters).toBeUndefined();
});

const addressOf = (protocol: string) => (protocol === 'REST' ? new URL(rest).origin : grpc);
/** gRPC looks for a server that was away every five seconds. */
const WITHIN = { timeout: 20_000 };

/** A model folder that names the server's model as its own, and the texts judged through it. */
async function loadRemote(runtime: ModelRuntime, url: string, fallback?: ModelDefinition<string, Judgement>) {
  const directory = await mkdtemp(join(tmpdir(), 'archipelago-test-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const manifest = {
    name: 'remote-sentiment',
    version: '1.0.0',
    description: 'The sentiment model of another process.',
    license: 'MIT',
    files: {},
    remote: { url, model: MODEL, keyVariable: 'REMOTE_SENTIMENT_KEY' },
    signature: {
      [MODEL]: {
        inputs: { text: { type: 'string', shape: ['items'] } },
        outputs: {
          label: { type: 'string', shape: ['items'] },
          score: { type: 'float32', shape: ['items'] },
          confidence: { type: 'float32', shape: ['items'] },
        },
      },
    },
    labels: ['NEGATIVE', 'POSITIVE'],
    languages: ['en'],
    maxBatch: 32,
    training: { data: [], items: 0, command: 'none: it is trained elsewhere' },
    quality: [],
  };
  await writeFile(join(directory, 'manifest.json'), JSON.stringify(manifest));
  const model = await runtime.load<string, Judgement>({
    folder: pathToFileURL(`${directory}/`),
    code: new URL('../remoteSentiment.ts', import.meta.url),
    ...(fallback && { fallback }),
  });
  return (texts: readonly string[]) => Promise.all(texts.map((text) => model.predict(text)));
}

async function startRuntime(): Promise<ModelRuntime> {
  vi.stubEnv('REMOTE_SENTIMENT_KEY', KEY);
  const runtime = await ModelRuntime.start({ log: pino({ level: 'silent' }), workers: 1 });
  onTestFinished(async () => {
    await runtime.close();
    vi.unstubAllEnvs();
  });
  return runtime;
}

const words: ModelDefinition<string, Judgement> = {
  folder: new URL('../../subgraphs/sentiment/words/', import.meta.url),
  code: new URL('../../subgraphs/sentiment/words.ts', import.meta.url),
};

test.each(['REST', 'gRPC'])('a model that names the server over %s as its own answers the same', async (protocol) => {
  const url = addressOf(protocol);
  const judge = await loadRemote(await startRuntime(), url);
  const answers = await judge(TEXTS);
  expect(answers.map(({ output }) => output)).toEqual(expected());
  for (const { degraded, model } of answers) {
    expect({ degraded, model }).toEqual({ degraded: false, model: { name: 'remote-sentiment', version: '1.0.0' } });
  }
  await expect(judge([''])).rejects.toMatchObject({ code: 'BAD_USER_INPUT' });
});

test('while its server is dead the fallback answers, or an error that says so, and the model itself once there is a new one', async () => {
  const runtime = await startRuntime();
  const remotes = await Promise.all(
    ['REST', 'gRPC'].map(async (protocol) => ({
      alone: await loadRemote(runtime, addressOf(protocol)),
      backed: await loadRemote(runtime, addressOf(protocol), words),
    })),
  );
  const [port, grpcPort] = [new URL(rest).port, new URL(grpc).port];
  await server.stop('SIGKILL');
  await server.close();
  for (const { alone, backed } of remotes) {
    await expect(alone(['Is anybody there?'])).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      message: `The remote model ${MODEL} did not answer: its server cannot be reached.`,
    });
    for (const { degraded, model } of await backed(TEXTS)) {
      expect({ degraded, name: model.name }).toEqual({ degraded: true, name: 'sentiment-words' });
    }
  }
  server = await startServer(port, grpcPort);
  for (const { alone, backed } of remotes) {
    await expect.poll(async () => (await backed(TEXTS)).some(({ degraded }) => degraded), WITHIN).toBe(false);
    expect((await alone(TEXTS)).map(({ output }) => output)).toEqual(expected());
  }
});
