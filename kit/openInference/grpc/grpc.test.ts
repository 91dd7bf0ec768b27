import { fileURLToPath } from 'node:url';
import { type Client, credentials, loadPackageDefinition, Metadata, type ServiceError, status } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { expect, onTestFinished, test } from 'vitest';
import { CodedError } from '../../errors.ts';
import { echoModel, failOn, lettersModel, overloaded } from '../fixtures/models.ts';
import { KEY, startServers } from '../fixtures/servers.ts';
import type { InferenceModel } from '../inferenceModel.ts';

/** A stock client: grpc-js and proto-loader, which has a protobufjs of its own, and the public names. */
const packages = loadPackageDefinition(
  loadSync(fileURLToPath(new URL('openInference.proto', import.meta.url)), {
    keepCase: true,
    longs: String,
    defaults: true,
  }),
);

interface CallOptions {
  readonly metadata?: Metadata;
  readonly deadline?: number;
  /** Given the call, which can be cancelled. */
  readonly onCall?: (call: { cancel(): void }) => void;
}

async function startGrpc(...models: InferenceModel[]) {
  const servers = await startServers(...(models.length > 0 ? models : [lettersModel(), echoModel()]));
  const { inference } = packages;
  if (inference === undefined || !('GRPCInferenceService' in inference)) throw new TypeError('no such package');
  const { GRPCInferenceService: Stub } = inference;
  if (typeof Stub !== 'function') throw new TypeError('no such service');
  const client: Client = new Stub(servers.grpcAddress, credentials.createInsecure(), {
    'grpc.max_send_message_length': -1,
  });
  onTestFinished(() => client.close());
  const call = (method: string, request: object, options: CallOptions = {}) =>
    new Promise<unknown>((resolve, reject) => {
      const { metadata = withKey(), deadline = Number.POSITIVE_INFINITY, onCall } = options;
      const rpc: unknown = Reflect.get(client, method);
      if (typeof rpc !== 'function') throw new TypeError(`no method ${method}`);
      const done = (error: ServiceError | null, response: unknown) => (error ? reject(error) : resolve(response));
      onCall?.(rpc.call(client, request, metadata, { deadline }, done));
      if (onCall === undefined) rpc.call(client, request, metadata, { deadline }, done);
    });
  return { ...servers, call };
}

function withKey(key = KEY): Metadata {
  const metadata = new Metadata();
  metadata.set('authorization', `Bearer ${key}`);
  return metadata;
}

const text = (...texts: string[]) => ({
  model_name: 'letters',
  inputs: [
    {
      name: 'text',
      datatype: 'BYTES',
      shape: [texts.length],
      contents: { bytes_contents: texts.map((t) => Buffer.from(t)) },
    },
  ],
});

/** `contents` as proto-loader gives them: all fields, empty but one. */
const contents = (fields: object) => ({
  bool_contents: [],
  int_contents: [],
  int64_contents: [],
  uint_contents: [],
  uint64_contents: [],
  fp32_contents: [],
  fp64_contents: [],
  bytes_contents: [],
  ...fields,
});

test('health needs no key', async () => {
  const { call } = await startGrpc();
  expect(await call('ServerLive', {}, { metadata: new Metadata() })).toEqual({ live: true });
  expect(await call('ServerReady', {}, { metadata: new Metadata() })).toEqual({ ready: true });
  const asleep = await startGrpc({ ...lettersModel(), ready: () => false });
  expect(await asleep.call('ServerReady', {})).toEqual({ ready: false });
});

test('the server and a model describe themselves, and a version is ready or not', async () => {
  const { call } = await startGrpc();
  expect(await call('ServerMetadata', {})).toEqual({
    name: 'archipelago',
    version: expect.stringMatching(/^\d/),
    extensions: ['binary_tensor_data'],
  });
  expect(await call('ModelMetadata', { name: 'letters', version: '1.1.0' })).toEqual({
    name: 'letters',
    versions: ['1.0.0', '1.1.0'],
    platform: 'archipelago_model',
    inputs: [{ name: 'text', datatype: 'BYTES', shape: ['-1'] }],
    outputs: [
      { name: 'length', datatype: 'INT64', shape: ['-1'] },
      { name: 'vowels', datatype: 'FP32', shape: ['-1'] },
      { name: 'upper', datatype: 'BYTES', shape: ['-1'] },
    ],
  });
  expect(await call('ModelReady', { name: 'letters' })).toEqual({ ready: true });
  expect(await call('ModelReady', { name: 'letters', version: '1.1.0' })).toEqual({ ready: false });
});

test('contents are answered with contents, with the id, the version and what is degraded', async () => {
  const { call } = await startGrpc();
  const request = {
    ...text('Great', ''),
    id: '42',
    model_version: '1.1.0',
    outputs: [{ name: 'upper' }, { name: 'length' }],
  };
  expect(await call('ModelInfer', request)).toEqual({
    model_name: 'letters',
    model_version: '1.1.0',
    id: '42',
    parameters: { degraded: { bool_param: true } },
    outputs: [
      {
        name: 'upper',
        datatype: 'BYTES',
        shape: ['2'],
        parameters: {},
        contents: contents({ bytes_contents: [Buffer.from('GREAT'), Buffer.alloc(0)] }),
      },
      {
        name: 'length',
        datatype: 'INT64',
        shape: ['2'],
        parameters: {},
        contents: contents({ int64_contents: ['5', '0'] }),
      },
    ],
    raw_output_contents: [],
  });
});

const ECHOED: readonly [datatype: string, field: string, values: readonly unknown[]][] = [
  ['BOOL', 'bool_contents', [true, false]],
  ['UINT8', 'uint_contents', [0, 255]],
  ['UINT16', 'uint_contents', [0, 65_535]],
  ['UINT32', 'uint_contents', [0, 4_294_967_295]],
  ['UINT64', 'uint64_contents', ['0', '18446744073709551615']],
  ['INT8', 'int_contents', [-128, 127]],
  ['INT16', 'int_contents', [-32_768, 32_767]],
  ['INT32', 'int_contents', [-2_147_483_648, 2_147_483_647]],
  ['INT64', 'int64_contents', ['-9223372036854775808', '9223372036854775807']],
  ['FP32', 'fp32_contents', [0.5, Number.NaN]],
  ['FP64', 'fp64_contents', [1e300, Number.NEGATIVE_INFINITY]],
  ['BYTES', 'bytes_contents', [Buffer.of(0xff, 0), Buffer.alloc(0)]],
];
const echoInputs = (fields: Record<string, object> = {}) =>
  ECHOED.map(([datatype, field, values]) => ({
    name: datatype,
    datatype,
    shape: [1, 2],
    contents: { [field]: values },
    ...fields[datatype],
  }));

test('every datatype goes through contents unchanged', async () => {
  const { call } = await startGrpc();
  expect(await call('ModelInfer', { model_name: 'echo', inputs: echoInputs() })).toMatchObject({
    outputs: ECHOED.map(([datatype, field, values]) => ({
      name: `echo_${datatype}`,
      datatype,
      shape: ['1', '2'],
      contents: contents({ [field]: values }),
    })),
  });
});

test('what came raw is answered raw', async () => {
  const { call } = await startGrpc();
  const request = {
    model_name: 'letters',
    inputs: [{ name: 'text', datatype: 'BYTES', shape: [2] }],
    raw_input_contents: [Buffer.from('\x03\0\0\0abc\x02\0\0\0de')],
  };
  const [length, vowels] = [Buffer.alloc(16), Buffer.alloc(8)];
  length.writeBigInt64LE(3n);
  length.writeBigInt64LE(2n, 8);
  vowels.writeFloatLE(1 / 3);
  vowels.writeFloatLE(0.5, 4);
  expect(await call('ModelInfer', request)).toMatchObject({
    outputs: [
      { name: 'length', datatype: 'INT64', shape: ['2'], contents: null },
      { name: 'vowels', datatype: 'FP32', shape: ['2'], contents: null },
      { name: 'upper', datatype: 'BYTES', shape: ['2'], contents: null },
    ],
    raw_output_contents: [length, vowels, Buffer.from('\x03\0\0\0ABC\x02\0\0\0DE')],
  });
});

test('whoever has no key learns nothing but health', async () => {
  const { call } = await startGrpc();
  for (const method of ['ServerMetadata', 'ModelMetadata', 'ModelReady', 'ModelInfer']) {
    await expect(call(method, {}, { metadata: new Metadata() })).rejects.toMatchObject({
      code: status.UNAUTHENTICATED,
      details: 'Expected "authorization: Bearer <key>"; none was sent.',
    });
  }
  await expect(call('ModelInfer', text('a'), { metadata: withKey('guess') })).rejects.toMatchObject({
    code: status.UNAUTHENTICATED,
    details: 'Expected "authorization: Bearer <key>"; its key is not known.',
  });
});

test('a message without a key is not even read', async () => {
  const { call } = await startGrpc();
  const tooLarge = text('a'.repeat(17 * 1_048_576));
  await expect(call('ModelInfer', tooLarge, { metadata: new Metadata() })).rejects.toMatchObject({
    code: status.UNAUTHENTICATED,
  });
  await expect(call('ModelInfer', tooLarge)).rejects.toMatchObject({ code: status.RESOURCE_EXHAUSTED });
});

test.each<[title: string, change: object, message: string]>([
  [
    'contents of another field',
    { inputs: [{ ...text('a').inputs[0], contents: { fp32_contents: [1] } }] },
    'The input "text" has 0 elements in bytes_contents; its shape has 1.',
  ],
  [
    'no contents',
    { inputs: [{ ...text('a').inputs[0], contents: null }] },
    'The input "text" has 0 elements in bytes_contents; its shape has 1.',
  ],
  [
    'a negative size',
    { inputs: [{ ...text('a').inputs[0], shape: [-1] }] },
    'The input "text" has the shape [-1]: expected sizes of 0 and more.',
  ],
  [
    'contents and raw contents',
    { raw_input_contents: [Buffer.from('\x01\0\0\0a')] },
    'The input "text" has both contents and raw_input_contents: expected one of them.',
  ],
  [
    'more raw contents than inputs',
    { raw_input_contents: [Buffer.alloc(0), Buffer.alloc(0)] },
    'There are 1 inputs and 2 raw_input_contents: expected one for each input, or none.',
  ],
  [
    'a parameter that changes the answer',
    { parameters: { sequence_id: { int64_param: 1 } } },
    'This server does not support the parameter sequence_id; leave it out.',
  ],
  [
    'bytes that are not UTF-8',
    { inputs: [{ ...text('a').inputs[0], contents: { bytes_contents: [Buffer.of(0xff)] } }] },
    'Item 0: The text is not UTF-8.',
  ],
])('a request with %s is refused', async (_, change, details) => {
  const { call } = await startGrpc();
  await expect(call('ModelInfer', { ...text('a'), ...change })).rejects.toMatchObject({
    code: status.INVALID_ARGUMENT,
    details,
  });
});

test('a number past the range of its datatype is refused', async () => {
  const { call } = await startGrpc();
  const inputs = echoInputs({ INT8: { contents: { int_contents: [0, 128] } } });
  await expect(call('ModelInfer', { model_name: 'echo', inputs })).rejects.toMatchObject({
    code: status.INVALID_ARGUMENT,
    details: 'Element 1 of the input "INT8" is no INT8: expected whole numbers from -128 to 127; got 128.',
  });
});

test('what does not exist is not found, and what does is named', async () => {
  const { call } = await startGrpc();
  const details = 'There is no model "mood"; this server has letters, echo.';
  for (const method of ['ModelMetadata', 'ModelReady']) {
    await expect(call(method, { name: 'mood' })).rejects.toMatchObject({ code: status.NOT_FOUND, details });
  }
  await expect(call('ModelInfer', { ...text('a'), model_name: 'mood' })).rejects.toMatchObject({
    code: status.NOT_FOUND,
    details,
  });
  await expect(call('ModelInfer', { ...text('a'), model_version: '9' })).rejects.toMatchObject({
    code: status.NOT_FOUND,
    details: 'The model letters has no version "9"; it has 1.0.0, 1.1.0.',
  });
});

test.each<[title: string, error: Error, code: number, details: string]>([
  [
    'bad input',
    new CodedError('BAD_USER_INPUT', 'It is too long.'),
    status.INVALID_ARGUMENT,
    'Item 1: It is too long.',
  ],
  ['overload', overloaded, status.UNAVAILABLE, 'Item 1: Too much is waiting for letters.'],
  ['lateness', new CodedError('DEADLINE_EXCEEDED', 'It was late.'), status.DEADLINE_EXCEEDED, 'Item 1: It was late.'],
  [
    'a model that failed',
    new CodedError('MODEL_FAILED', 'secret'),
    status.INTERNAL,
    'Item 1: The model failed; the log of the server says why.',
  ],
  ['a bug', new Error('secret'), status.INTERNAL, 'Item 1: The model failed; the log of the server says why.'],
])('%s of one item fails the request, which names it', async (_, error, code, details) => {
  const { call } = await startGrpc(lettersModel(failOn('b', error)));
  const failure = await call('ModelInfer', text('a', 'b', 'c')).catch((thrown: unknown) => thrown);
  expect(failure).toMatchObject({ code, details });
  const { metadata }: { metadata?: Metadata } = Object(failure);
  expect(metadata?.get('grpc-retry-pushback-ms')).toEqual(error === overloaded ? ['1200'] : []);
});

test('a deadline reaches the model and aborts the signal of its items', async () => {
  let stop = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const deadlines: number[] = [];
  const { call } = await startGrpc(
    lettersModel((_, { deadline, signal }) => {
      deadlines.push(deadline);
      signal.addEventListener('abort', stop);
      return new Promise(() => {});
    }),
  );
  const deadline = Date.now() + 500;
  await expect(call('ModelInfer', text('a'), { deadline })).rejects.toMatchObject({ code: status.DEADLINE_EXCEEDED });
  await stopped;
  // It travels as the time that is left.
  expect(Math.abs((deadlines[0] ?? 0) - deadline)).toBeLessThan(400);
});

test('a call that is cancelled aborts the signal of its items', async () => {
  let stop = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  let cancel = (): void => {};
  const { call } = await startGrpc(
    lettersModel((_, { signal }) => {
      signal.addEventListener('abort', stop);
      cancel();
      return new Promise(() => {});
    }),
  );
  const onCall = (ongoing: { cancel(): void }): void => {
    cancel = () => ongoing.cancel();
  };
  await expect(call('ModelInfer', text('a'), { onCall })).rejects.toMatchObject({ code: status.CANCELLED });
  await stopped;
});

test('closing answers what came before it', async () => {
  let answer = (): void => {};
  let arrive = (): void => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const { call, close } = await startGrpc(
    lettersModel(() => {
      arrive();
      return new Promise((resolve) => {
        answer = resolve;
      });
    }),
  );
  const response = call('ModelInfer', text('abc'));
  await arrived;
  const closed = close();
  answer();
  expect(await response).toMatchObject({ model_name: 'letters' });
  await closed;
  await expect(call('ModelInfer', text('a'))).rejects.toMatchObject({ code: status.UNAVAILABLE });
});
