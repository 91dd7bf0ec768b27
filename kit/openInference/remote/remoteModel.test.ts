import { createServer, type RequestListener } from 'node:http';
import { Metadata, Server, ServerCredentials, status } from '@grpc/grpc-js';
import { expect, onTestFinished, test } from 'vitest';
import type { Manifest } from '../../model/folder/manifest.ts';
import { ALL_DATATYPES, echoModel, lettersModel, overloaded } from '../fixtures/models.ts';
import { KEY, startServers } from '../fixtures/servers.ts';
import { inferenceService } from '../grpc/service.ts';
import type { InferenceModel } from '../inferenceModel.ts';
import { openRemoteModel, type RemoteModel } from './remoteModel.ts';
import type { RemoteInput } from './remoteTensor.ts';

const keyVariable = 'ISLAND_KEY';

const LETTERS: Manifest['signature'] = {
  letters: {
    inputs: { text: { type: 'string', shape: ['items'] } },
    outputs: {
      length: { type: 'int64', shape: ['items'] },
      vowels: { type: 'float32', shape: ['items'] },
      upper: { type: 'string', shape: ['items'] },
    },
  },
};

/** The addresses of our own servers, by protocol. */
async function startBoth(...models: InferenceModel[]): Promise<Record<'REST' | 'gRPC', string>> {
  const { url, grpcAddress } = await startServers(...models);
  return { REST: url, gRPC: `grpc://${grpcAddress}` };
}

interface Opening {
  readonly model?: string;
  readonly version?: string;
  readonly signature?: Manifest['signature'];
  readonly key?: string;
  readonly timeoutMs?: number;
}

async function open(url: string, { key = KEY, timeoutMs = 5_000, ...opening }: Opening = {}): Promise<RemoteModel> {
  const { model = 'letters', version, signature = LETTERS } = opening;
  const remote = await openRemoteModel(
    { name: 'island-letters', signature, remote: { url, model, version, keyVariable } },
    { environment: { ISLAND_KEY: key }, timeoutMs },
  );
  onTestFinished(() => remote.close());
  return remote;
}

const PROTOCOLS = ['REST', 'gRPC'] as const;

test.each(PROTOCOLS)('a remote model answers over %s what the model itself answers', async (protocol) => {
  const remote = await open((await startBoth(lettersModel()))[protocol]);
  const outputs = await remote.infer({ text: { shape: [3], data: ['Great', 'so so', '🏝'] } });
  expect(outputs).toEqual({
    length: { datatype: 'INT64', shape: [3], data: BigInt64Array.of(5n, 5n, 2n) },
    vowels: { datatype: 'FP32', shape: [3], data: Float32Array.of(0.4, 0.4, 0) },
    upper: { datatype: 'BYTES', shape: [3], data: ['GREAT', 'SO SO', '🏝'].map((text) => Buffer.from(text)) },
  });
});

test.each(PROTOCOLS)('a version of a remote model is asked for over %s', async (protocol) => {
  const versions: unknown[] = [];
  const urls = await startBoth(lettersModel((_, { version }) => void versions.push(version)));
  const text = { shape: [1], data: ['a'] };
  await (await open(urls[protocol])).infer({ text });
  await (await open(urls[protocol], { version: '1.1.0' })).infer({ text });
  expect(versions).toEqual([undefined, '1.1.0']);
});

const ELEMENT_TYPES: Readonly<Record<string, string>> = {
  BOOL: 'bool',
  FP32: 'float32',
  FP64: 'float64',
  BYTES: 'string',
};
const echoSide = (prefix: string) =>
  Object.fromEntries(
    ALL_DATATYPES.map((datatype) => [
      `${prefix}${datatype}`,
      { type: ELEMENT_TYPES[datatype] ?? datatype.toLowerCase(), shape: ['items', 2] },
    ]),
  );
const ECHO: Manifest['signature'] = { echo: { inputs: echoSide(''), outputs: echoSide('echo_') } };

test.each(PROTOCOLS)('every datatype makes the round trip over %s unchanged', async (protocol) => {
  const remote = await open((await startBoth(echoModel()))[protocol], { model: 'echo', signature: ECHO });
  const data = {
    BOOL: [true, false],
    UINT8: Uint8Array.of(0, 255),
    UINT16: Uint16Array.of(0, 65_535),
    UINT32: Uint32Array.of(0, 4_294_967_295),
    UINT64: BigUint64Array.of(0n, 2n ** 64n - 1n),
    INT8: Int8Array.of(-128, 127),
    INT16: Int16Array.of(-32_768, 32_767),
    INT32: Int32Array.of(-2_147_483_648, 2_147_483_647),
    INT64: BigInt64Array.of(-(2n ** 63n), 2n ** 63n - 1n),
    FP32: Float32Array.of(0.1, -3.4e38),
    FP64: Float64Array.of(0.1, 5e-324),
    BYTES: [Buffer.from('é'), Buffer.alloc(0)],
  } satisfies Record<string, RemoteInput['data']>;
  const inputs = Object.fromEntries(
    Object.entries(data).map(([name, values]) => [name, { shape: [1, 2], data: values }]),
  );
  expect(await remote.infer(inputs)).toEqual(
    Object.fromEntries(
      Object.entries(data).map(([datatype, values]) => [`echo_${datatype}`, { datatype, shape: [1, 2], data: values }]),
    ),
  );
});

test.each(PROTOCOLS)('over %s what is declared is compared with what the server has', async (protocol) => {
  const { [protocol]: url } = await startBoth(lettersModel());
  const { letters } = LETTERS;
  if (letters === undefined) throw new TypeError('no signature');
  const inputs = { text: { type: 'string', shape: ['items', 4] }, mask: { type: 'int64', shape: [1] } };
  await expect(open(url, { signature: { letters: { ...letters, inputs } } })).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message:
      'The remote model letters does not have the inputs that the manifest of island-letters declares: expected mask INT64[1]; text BYTES[-1, 4]; the server has text BYTES[-1].',
  });
  const outputs = { ...letters.outputs, vowels: { type: 'float64', shape: ['items'] } };
  await expect(open(url, { signature: { letters: { ...letters, outputs } } })).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message:
      'The remote model letters does not have the outputs that the manifest of island-letters declares: expected length INT64[-1]; upper BYTES[-1]; vowels FP64[-1]; the server has length INT64[-1]; upper BYTES[-1]; vowels FP32[-1].',
  });
});

test.each(PROTOCOLS)(
  'over %s a model that is not there, a wrong key and a server that is not there are told',
  async (protocol) => {
    const { [protocol]: url } = await startBoth(lettersModel());
    await expect(open(url, { version: '9' })).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      message: 'The remote model letters did not answer: its server does not have it, or not in this version.',
    });
    await expect(open(url, { key: 'guess' })).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      message:
        'The remote model letters did not answer: its server does not accept the key; set the variable that `keyVariable` names.',
    });
    const nowhere = protocol === 'REST' ? 'http://127.0.0.1:1' : 'grpc://127.0.0.1:1';
    await expect(open(nowhere)).rejects.toMatchObject({
      code: 'MODEL_UNAVAILABLE',
      message: 'The remote model letters did not answer: its server cannot be reached.',
    });
  },
);

test('a manifest that names no remote model, no signature, no key, no server or no type of the protocol is refused', async () => {
  const refuse = (remote: object, signature = LETTERS) =>
    expect(
      openRemoteModel(
        { name: 'island-letters', signature, remote: { url: 'http://127.0.0.1:1', model: 'letters', ...remote } },
        { environment: {} },
      ),
    ).rejects;
  await expect(openRemoteModel({ name: 'island-letters', signature: LETTERS })).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message: 'The manifest of island-letters names no remote model in `remote`.',
  });
  await refuse({ model: 'mood' }).toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message:
      'The manifest of island-letters has no signature for its remote model: expected one named mood; got letters.',
  });
  await refuse({ keyVariable: 'NO_KEY' }).toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message:
      'The key for the remote model letters is not there: set NO_KEY, which the manifest of island-letters names.',
  });
  await refuse({ url: 'ftp://127.0.0.1' }).toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message:
      'The manifest of island-letters names no server: expected a URL that starts with http://, https://, grpc://, grpcs://.',
  });
  const half = { type: 'float16', shape: ['items'] };
  await refuse({}, { letters: { inputs: { x: half }, outputs: {} } }).toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message:
      "The manifest of island-letters gives the tensor x the type float16: a remote model's are bool, uint8, uint16, uint32, uint64, int8, int16, int32, int64, float32, float64, string.",
  });
});

test.each<[title: string, inputs: Record<string, RemoteInput>, message: string]>([
  ['that are missing', {}, 'the input text is missing.'],
  ['of another name', { words: { shape: [1], data: ['a'] } }, 'it has no input words; it has text BYTES[-1].'],
  ['of another rank', { text: { shape: [1, 1], data: ['a'] } }, 'expected text BYTES[-1]; got text BYTES[1, 1].'],
  ['too few', { text: { shape: [2], data: ['a'] } }, 'the input text has 1 elements; its shape [2] has 2.'],
  ['of another kind', { text: { shape: [1], data: [7] } }, 'The elements of BYTES are Uint8Arrays; got number 7.'],
])('inputs %s are a fault of the model here', async (_, inputs, message) => {
  const urls = await startBoth(lettersModel());
  for (const protocol of PROTOCOLS) {
    const remote = await open(urls[protocol]);
    await expect(remote.infer(inputs)).rejects.toMatchObject({
      code: 'MODEL_FAILED',
      message: `The remote model letters cannot be asked: ${message}`,
    });
  }
});

test('what JSON cannot carry goes over gRPC', async () => {
  const urls = await startBoth(echoModel());
  const inputs = Object.fromEntries(
    ALL_DATATYPES.map((datatype) => [
      datatype,
      {
        shape: [1, 2],
        data:
          datatype === 'BYTES'
            ? ['', '']
            : datatype === 'BOOL'
              ? [true, true]
              : datatype.endsWith('64') && datatype !== 'FP64'
                ? BigInt64Array.of(0n, 0n)
                : [0, 0],
      },
    ]),
  );
  const withNaN = { ...inputs, FP32: { shape: [1, 2], data: Float32Array.of(Number.NaN, 1) } };
  const overRest = await open(urls.REST, { model: 'echo', signature: ECHO });
  await expect(overRest.infer(withNaN)).rejects.toMatchObject({
    code: 'MODEL_FAILED',
    message:
      'The remote model echo cannot be asked: Element 0 of the input "FP32" is NaN, which JSON cannot carry; name the server by a grpc:// URL.',
  });
  const overGrpc = await open(urls.gRPC, { model: 'echo', signature: ECHO });
  expect((await overGrpc.infer(withNaN)).echo_FP32?.data).toEqual(Float32Array.of(Number.NaN, 1));
});

const text = { shape: [1], data: ['a'] };

test.each(PROTOCOLS)('overload over %s says when to ask again', async (protocol) => {
  const urls = await startBoth(
    lettersModel(() => {
      throw overloaded;
    }),
  );
  const remote = await open(urls[protocol]);
  await expect(remote.infer({ text })).rejects.toMatchObject({
    code: 'OVERLOADED',
    message: 'The remote model letters did not answer: its server has too much waiting.',
    extensions: { retryAfterMs: protocol === 'REST' ? 2_000 : 1_200 },
  });
});

test.each(PROTOCOLS)('a fault of the server over %s is told without what it said', async (protocol) => {
  const urls = await startBoth(
    lettersModel(() => {
      throw new Error('secret');
    }),
  );
  const remote = await open(urls[protocol]);
  await expect(remote.infer({ text })).rejects.toMatchObject({
    code: 'MODEL_FAILED',
    message: 'The remote model letters did not answer: its server failed.',
  });
});

test.each(PROTOCOLS)(
  'a time-out and a caller who leaves end the wait over %s, and the server learns of it',
  async (protocol) => {
    let stop = (): void => {};
    let stopped = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const leaving = new AbortController();
    let onArrival = (): void => {};
    const urls = await startBoth(
      lettersModel((_, { signal }) => {
        signal.addEventListener('abort', () => stop());
        onArrival();
        return new Promise(() => {});
      }),
    );
    const remote = await open(urls[protocol]);
    await expect(remote.infer({ text }, { timeoutMs: 300 })).rejects.toMatchObject({
      code: 'DEADLINE_EXCEEDED',
      message: 'The remote model letters did not answer: its server did not answer in time.',
    });
    await stopped;
    stopped = new Promise<void>((resolve) => {
      stop = resolve;
    });
    const reason = new Error('the caller left');
    onArrival = () => leaving.abort(reason);
    await expect(remote.infer({ text }, { signal: leaving.signal })).rejects.toBe(reason);
    await stopped;
    await expect(remote.infer({ text }, { signal: leaving.signal })).rejects.toBe(reason);
  },
);

const METADATA = {
  inputs: [{ name: 'text', datatype: 'BYTES', shape: [-1] }],
  outputs: [{ name: 'length', datatype: 'INT64', shape: [-1] }],
};
const LENGTH: Manifest['signature'] = {
  letters: {
    inputs: { text: { type: 'string', shape: ['items'] } },
    outputs: { length: { type: 'int64', shape: ['items'] } },
  },
};

/** A REST server of someone else's, which answers inferences as it likes. */
async function startForeign(onInfer: RequestListener): Promise<string> {
  const server = createServer((request, response) => {
    if (request.method === 'GET') response.end(JSON.stringify(METADATA));
    else onInfer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new TypeError('expected a TCP address');
  return `http://127.0.0.1:${address.port}/`;
}

test.each<[status: number, headers: Record<string, string>, code: string, sentence: string]>([
  [400, {}, 'MODEL_FAILED', 'its server refused the request'],
  [302, { location: 'http://127.0.0.1:1/' }, 'MODEL_UNAVAILABLE', 'its server cannot be reached'],
  [403, {}, 'MODEL_UNAVAILABLE', 'its server does not accept the key; set the variable that `keyVariable` names'],
  [404, {}, 'MODEL_UNAVAILABLE', 'its server does not have it, or not in this version'],
  [429, {}, 'OVERLOADED', 'its server has too much waiting'],
  [500, {}, 'MODEL_FAILED', 'its server failed'],
  [503, {}, 'MODEL_UNAVAILABLE', 'its server does not serve it now'],
  [503, { 'retry-after': '7' }, 'OVERLOADED', 'its server has too much waiting'],
  [504, {}, 'DEADLINE_EXCEEDED', 'its server did not answer in time'],
])('HTTP status %i with %o is %s', async (statusCode, headers, code, sentence) => {
  const url = await startForeign((_, response) => {
    response.writeHead(statusCode, headers).end('{"error":"secret"}');
  });
  const remote = await open(url, { signature: LENGTH });
  await expect(remote.infer({ text })).rejects.toMatchObject({
    code,
    message: `The remote model letters did not answer: ${sentence}.`,
    extensions: { code, ...(code === 'OVERLOADED' && { retryAfterMs: headers['retry-after'] ? 7_000 : 1_000 }) },
  });
});

const NOT_THE_PROTOCOL =
  'The remote model letters did not answer: its server answered with something that is not the protocol.';
const output = (fields: object) =>
  JSON.stringify({ outputs: [{ name: 'length', datatype: 'INT64', shape: [1], data: [1], ...fields }] });

test.each<[title: string, body: string | Buffer, message: string]>([
  ['that is no JSON', 'secret', NOT_THE_PROTOCOL],
  ['that is not UTF-8', Buffer.of(0x22, 0xff, 0x22), NOT_THE_PROTOCOL],
  ['that has no outputs', '{}', NOT_THE_PROTOCOL],
  ['with elements of another kind', output({ data: ['secret'] }), NOT_THE_PROTOCOL],
  ['with too few elements', output({ data: [] }), NOT_THE_PROTOCOL],
  [
    'of another datatype',
    output({ datatype: 'FP16' }),
    'The remote model letters answered otherwise than it said: expected length INT64[-1]; got length FP16[1].',
  ],
  [
    'without an output',
    '{"outputs":[]}',
    'The remote model letters answered otherwise than it said: expected length INT64[-1]; got none.',
  ],
])('an answer %s is a failure of the model', async (_, body, message) => {
  const url = await startForeign((_request, response) => {
    response.end(body);
  });
  const remote = await open(url, { signature: LENGTH });
  await expect(remote.infer({ text })).rejects.toMatchObject({ code: 'MODEL_FAILED', message });
});

/** A gRPC server of someone else's. */
async function startForeignGrpc(failure: { code: status; pushback?: string }): Promise<string> {
  const server = new Server();
  server.addService(
    { ModelMetadata: inferenceService.ModelMetadata, ModelInfer: inferenceService.ModelInfer },
    {
      ModelMetadata: (_: unknown, done: (error: null, response: object) => void) => {
        done(null, { name: 'letters', versions: [], platform: '', ...METADATA });
      },
      ModelInfer: (_: unknown, done: (error: object) => void) => {
        const metadata = new Metadata();
        if (failure.pushback !== undefined) metadata.set('grpc-retry-pushback-ms', failure.pushback);
        done({ code: failure.code, details: 'secret', metadata });
      },
    },
  );
  onTestFinished(() => server.forceShutdown());
  return new Promise((resolve, reject) => {
    server.bindAsync('127.0.0.1:0', ServerCredentials.createInsecure(), (error, port) =>
      error ? reject(error) : resolve(`grpc://127.0.0.1:${port}`),
    );
  });
}

test.each<[name: keyof typeof status, pushback: string | undefined, code: string, sentence: string]>([
  ['INVALID_ARGUMENT', undefined, 'MODEL_FAILED', 'its server refused the request'],
  [
    'PERMISSION_DENIED',
    undefined,
    'MODEL_UNAVAILABLE',
    'its server does not accept the key; set the variable that `keyVariable` names',
  ],
  ['NOT_FOUND', undefined, 'MODEL_UNAVAILABLE', 'its server does not have it, or not in this version'],
  ['UNAVAILABLE', undefined, 'MODEL_UNAVAILABLE', 'its server cannot be reached'],
  ['UNAVAILABLE', '700', 'OVERLOADED', 'its server has too much waiting'],
  ['DEADLINE_EXCEEDED', undefined, 'DEADLINE_EXCEEDED', 'its server did not answer in time'],
  ['INTERNAL', undefined, 'MODEL_FAILED', 'its server failed'],
])('gRPC status %s with a pushback of %s is %s', async (name, pushback, code, sentence) => {
  const url = await startForeignGrpc({ code: status[name], ...(pushback !== undefined && { pushback }) });
  const remote = await open(url, { signature: LENGTH });
  await expect(remote.infer({ text })).rejects.toMatchObject({
    code,
    message: `The remote model letters did not answer: ${sentence}.`,
    extensions: pushback === undefined ? { code } : { retryAfterMs: 700 },
  });
});
