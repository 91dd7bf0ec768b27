import { expect, test } from 'vitest';
import { CodedError } from '../../errors.ts';
import { echoModel, failOn, lettersModel, overloaded } from '../fixtures/models.ts';
import { KEY, startServers } from '../fixtures/servers.ts';
import type { InferenceModel, InferenceOptions } from '../inferenceModel.ts';

const authorization = `Bearer ${KEY}`;

async function startRest(...models: InferenceModel[]) {
  const { url, close } = await startServers(...(models.length > 0 ? models : [lettersModel(), echoModel()]));
  const get = (path: string, headers: Record<string, string> = { authorization }) => fetch(url + path, { headers });
  const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(url + path, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json', ...headers },
      body: typeof body === 'string' || body instanceof Uint8Array ? body : JSON.stringify(body),
    });
  return { url, get, post, close };
}

const INFER = '/v2/models/letters/infer';
const text = (...data: unknown[]) => ({ name: 'text', shape: [data.length], datatype: 'BYTES', data });

/** What a request is answered with when it is no good. */
async function errorOf(response: Response): Promise<[status: number, message: string]> {
  const body: unknown = await response.json();
  expect(body).toEqual({ error: expect.any(String) });
  return [response.status, Object(body).error];
}

test('health needs no key, and is ready once every model is', async () => {
  const { get } = await startRest();
  const live = await get('/v2/health/live', {});
  expect([live.status, await live.json()]).toEqual([200, { live: true }]);
  const ready = await get('/v2/health/ready', {});
  expect([ready.status, await ready.json()]).toEqual([200, { ready: true }]);

  const asleep = await startRest({ ...lettersModel(), ready: () => false });
  const unready = await asleep.get('/v2/health/ready', {});
  expect([unready.status, await unready.json()]).toEqual([503, { ready: false }]);
});

test('the server, a model and a version of it describe themselves', async () => {
  const { get } = await startRest();
  const server = { name: 'archipelago', version: expect.stringMatching(/^\d/), extensions: ['binary_tensor_data'] };
  expect(await (await get('/v2')).json()).toEqual(server);
  expect(await (await get('/v2/')).json()).toEqual(server);
  const model = {
    name: 'letters',
    versions: ['1.0.0', '1.1.0'],
    platform: 'archipelago_model',
    inputs: [{ name: 'text', datatype: 'BYTES', shape: [-1] }],
    outputs: [
      { name: 'length', datatype: 'INT64', shape: [-1] },
      { name: 'vowels', datatype: 'FP32', shape: [-1] },
      { name: 'upper', datatype: 'BYTES', shape: [-1] },
    ],
  };
  expect(await (await get('/v2/models/letters')).json()).toEqual(model);
  expect(await (await get('/v2/models/letters/versions/1.1.0')).json()).toEqual(model);
});

test('a model is ready, and a version of it need not be', async () => {
  const { get } = await startRest();
  const ready = await get('/v2/models/letters/ready');
  expect([ready.status, await ready.json()]).toEqual([200, { name: 'letters', ready: true }]);
  const version = await get('/v2/models/letters/versions/1.1.0/ready');
  expect([version.status, await version.json()]).toEqual([503, { name: 'letters', ready: false }]);
});

test('an inference answers every item, in order, with the id and the version', async () => {
  const { post } = await startRest();
  const response = await post(INFER, { id: '42', inputs: [text('Great', 'so so')] });
  expect(response.headers.get('content-type')).toBe('application/json');
  expect([response.status, await response.json()]).toEqual([
    200,
    {
      model_name: 'letters',
      model_version: '1.0.0',
      id: '42',
      outputs: [
        { name: 'length', datatype: 'INT64', shape: [2], data: [5, 5] },
        { name: 'vowels', datatype: 'FP32', shape: [2], data: [Math.fround(0.4), Math.fround(0.4)] },
        { name: 'upper', datatype: 'BYTES', shape: [2], data: ['GREAT', 'SO SO'] },
      ],
    },
  ]);
});

test('outputs are selected by name, and a version by the path', async () => {
  const { post } = await startRest();
  const response = await post('/v2/models/letters/versions/1.1.0/infer', {
    inputs: [text('é', '🏝')],
    outputs: [{ name: 'upper' }, { name: 'length' }],
  });
  expect(await response.json()).toEqual({
    model_name: 'letters',
    model_version: '1.1.0',
    outputs: [
      { name: 'upper', datatype: 'BYTES', shape: [2], data: ['É', '🏝'] },
      { name: 'length', datatype: 'INT64', shape: [2], data: [1, 2] },
    ],
  });
});

test('a degraded answer says so, and so does one of several versions', async () => {
  let calls = 0;
  const letters = lettersModel();
  const { post } = await startRest({
    ...letters,
    predict: (item, options) => letters.predict(item, { ...options, version: calls++ === 0 ? '1.0.0' : '1.1.0' }),
  });
  const body = await (await post(INFER, { inputs: [text('a', '')], outputs: [{ name: 'length' }] })).json();
  expect(body).toEqual({
    model_name: 'letters',
    parameters: { degraded: true, model_versions: '1.0.0,1.1.0' },
    outputs: [{ name: 'length', datatype: 'INT64', shape: [2], data: [1, 0] }],
  });
});

test('data may be nested or flat, and 64-bit integers keep every digit', async () => {
  const { post } = await startRest();
  const long = '[-9223372036854775808, 9223372036854775807]';
  const rows: Record<string, string> = {
    BOOL: '[[true, false]]',
    UINT8: '[0, 255]',
    UINT16: '[[0, 65535]]',
    UINT32: '[0, 4294967295]',
    UINT64: '[0, 18446744073709551615]',
    INT8: '[-128, 127]',
    INT16: '[-32768, 32767]',
    INT32: '[-2147483648, 2147483647]',
    INT64: `[${long}]`,
    FP32: '[0.5, 18446744073709551616]',
    FP64: '[1e300, 0.1234567890123456789]',
    BYTES: '["\\"18446744073709551615\\\\", ""]',
  };
  const inputs = Object.entries(rows).map(
    ([type, data]) => `{"name":"${type}","datatype":"${type}","shape":[1,2],"data":${data}}`,
  );
  const answer = await (await post('/v2/models/echo/infer', `{"inputs":[${inputs.join(',')}]}`)).text();
  expect(answer).toContain('"data":[-9223372036854775808,9223372036854775807]');
  expect(answer).toContain('"data":[0,18446744073709551615]');
  expect(JSON.parse(answer).outputs).toEqual(
    Object.entries(rows).map(([datatype, data]) => ({
      name: `echo_${datatype}`,
      datatype,
      shape: [1, 2],
      data: JSON.parse(data).flat(),
    })),
  );
});

/** The body that Triton's HTTP client makes: JSON, then each raw tensor. */
function tritonBody(request: object, ...tensors: Buffer[]): { body: Buffer; headers: Record<string, string> } {
  const json = Buffer.from(JSON.stringify(request));
  return {
    body: Buffer.concat([json, ...tensors]),
    headers: { 'inference-header-content-length': String(json.length), 'content-type': 'application/octet-stream' },
  };
}

test("Triton's HTTP client, which sends and asks for binary tensors, is understood", async () => {
  const { post } = await startRest();
  const { body, headers } = tritonBody(
    {
      inputs: [{ name: 'text', shape: [2], datatype: 'BYTES', parameters: { binary_data_size: 13 } }],
      parameters: { binary_data_output: true },
    },
    Buffer.from('\x03\0\0\0abc\x02\0\0\0de'),
  );
  const response = await post(INFER, body, headers);
  const bytes = Buffer.from(await response.arrayBuffer());
  const jsonLength = Number(response.headers.get('inference-header-content-length'));
  expect(response.headers.get('content-type')).toBe('application/octet-stream');
  expect(JSON.parse(bytes.toString('utf8', 0, jsonLength))).toEqual({
    model_name: 'letters',
    model_version: '1.0.0',
    outputs: [
      { name: 'length', datatype: 'INT64', shape: [2], parameters: { binary_data_size: 16 } },
      { name: 'vowels', datatype: 'FP32', shape: [2], parameters: { binary_data_size: 8 } },
      { name: 'upper', datatype: 'BYTES', shape: [2], parameters: { binary_data_size: 13 } },
    ],
  });
  const raw = bytes.subarray(jsonLength);
  expect([raw.readBigInt64LE(0), raw.readBigInt64LE(8)]).toEqual([3n, 2n]);
  expect([raw.readFloatLE(16), raw.readFloatLE(20)]).toEqual([Math.fround(1 / 3), 0.5]);
  expect(raw.subarray(24)).toEqual(Buffer.from('\x03\0\0\0ABC\x02\0\0\0DE'));
});

test('an output may be asked for raw or not, whatever the request says of all', async () => {
  const { post } = await startRest();
  const response = await post(INFER, {
    inputs: [text('abc')],
    parameters: { binary_data_output: true },
    outputs: [{ name: 'length', parameters: { binary_data: false } }, { name: 'upper' }],
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  const jsonLength = Number(response.headers.get('inference-header-content-length'));
  expect(JSON.parse(bytes.toString('utf8', 0, jsonLength)).outputs).toEqual([
    { name: 'length', datatype: 'INT64', shape: [1], data: [3] },
    { name: 'upper', datatype: 'BYTES', shape: [1], parameters: { binary_data_size: 7 } },
  ]);
  expect(bytes.subarray(jsonLength)).toEqual(Buffer.from('\x03\0\0\0ABC'));
});

test('whoever has no key learns nothing but health, and no body is read', async () => {
  const { url, get } = await startRest();
  for (const path of ['/v2', '/v2/models/letters', '/v2/models/letters/ready', '/nowhere']) {
    const refused = await get(path, {});
    expect(refused.headers.get('www-authenticate')).toBe('Bearer');
    expect(await errorOf(refused)).toEqual([401, 'Expected "authorization: Bearer <key>"; none was sent.']);
  }
  expect(await errorOf(await get('/v2', { authorization: 'Basic YTpi' }))).toEqual([
    401,
    'Expected "authorization: Bearer <key>"; it is not of this form.',
  ]);
  const infer = await fetch(url + INFER, { method: 'POST', body: '{', headers: { authorization: 'Bearer guess' } });
  expect(await errorOf(infer)).toEqual([401, 'Expected "authorization: Bearer <key>"; its key is not known.']);
});

test('the tenant is told by the key, is the same every time, and is not the key', async () => {
  const tenants: string[] = [];
  const { post } = await startRest(lettersModel((_, { tenant }) => void tenants.push(tenant)));
  await post(INFER, { inputs: [text('a')] });
  await post(INFER, { inputs: [text('b')] });
  await post(INFER, { inputs: [text('c')] }, { authorization: 'Bearer island-key-2' });
  expect(tenants).toHaveLength(3);
  expect(tenants[0]).toMatch(/^[0-9a-f]{32}$/);
  expect(tenants[1]).toBe(tenants[0]);
  expect(tenants[2]).not.toBe(tenants[0]);
});

const SHAPE_HINT = 'the items first, where -1 is any size.';
const input = (fields: object) => ({ inputs: [{ ...text('a'), ...fields }] });

test.each<[title: string, body: unknown, message: string]>([
  [
    'no JSON',
    '{"inputs": [',
    'The request is not JSON, which has no NaN or Infinity and no comma after the last element.',
  ],
  [
    'NaN',
    '{"inputs": [NaN]}',
    'The request is not JSON, which has no NaN or Infinity and no comma after the last element.',
  ],
  ['no body', '', 'The request is not JSON, which has no NaN or Infinity and no comma after the last element.'],
  ['bytes that are not UTF-8', Uint8Array.of(0x22, 0xff, 0x22), 'The JSON of the request is not UTF-8.'],
  [
    'no inputs',
    { inputs: 1 },
    'The body is no inference request: inputs: Invalid input: expected array, received number.',
  ],
  [
    'a negative size',
    input({ shape: [-1] }),
    'The body is no inference request: inputs[0].shape[0]: Too small: expected number to be >=0.',
  ],
  ['an input too few', { inputs: [] }, 'The input "text" (BYTES) is missing: expected text; got none.'],
  ['a wrong name', input({ name: 'words' }), 'The input "text" (BYTES) is missing: expected text; got "words".'],
  [
    'an input too many',
    { inputs: [text('a'), { ...text('a'), name: 'x' }] },
    'The model has no input "x": expected text.',
  ],
  ['an input twice', { inputs: [text('a'), text('b')] }, 'The input "text" is given more than once.'],
  [
    'an unknown datatype',
    input({ datatype: 'FP16' }),
    'The input "text" has the unknown datatype "FP16": expected BYTES, of BOOL, UINT8, UINT16, UINT32, UINT64, INT8, INT16, INT32, INT64, FP32, FP64, BYTES.',
  ],
  ['another datatype', input({ datatype: 'INT8', data: [1] }), 'The input "text" is BYTES; got INT8.'],
  ['a shape without items', input({ shape: [] }), `The input "text" has the shape []: expected [-1], ${SHAPE_HINT}`],
  [
    'a shape of other rank',
    input({ shape: [1, 1] }),
    `The input "text" has the shape [1, 1]: expected [-1], ${SHAPE_HINT}`,
  ],
  ['too few elements', input({ shape: [2] }), 'The input "text" has 1 elements; its shape [2] has 2.'],
  ['no data', input({ data: undefined }), 'The data of the input "text" are not an array; got nothing.'],
  [
    'an element of another kind',
    input({ data: [7] }),
    'Element 0 of the input "text" is no BYTES: expected strings of Unicode text; got 7.',
  ],
  [
    'half a surrogate pair',
    '{"inputs":[{"name":"text","shape":[1],"datatype":"BYTES","data":["\\ud83c"]}]}',
    'Element 0 of the input "text" is no BYTES: expected strings of Unicode text; got "\\ud83c".',
  ],
  ['no items', { inputs: [text()] }, 'A request has 1 to 1000 items, the first dimension of its inputs; got 0.'],
  [
    'too many items',
    { inputs: [text(...Array<string>(1_001).fill('a'))] },
    'A request has 1 to 1000 items, the first dimension of its inputs; got 1001.',
  ],
  [
    'an unknown output',
    { ...input({}), outputs: [{ name: 'mood' }] },
    'The model has no output "mood": expected length, vowels, upper.',
  ],
  [
    'an output twice',
    { ...input({}), outputs: [{ name: 'upper' }, { name: 'upper' }] },
    'An output is asked for more than once: upper, upper.',
  ],
  [
    'raw data of which there are none',
    input({ data: undefined, parameters: { binary_data_size: 5 } }),
    '0 bytes follow the JSON, whose length is the header inference-header-content-length; its inputs have a binary_data_size of 5 in all.',
  ],
  [
    'data twice',
    input({ parameters: { binary_data_size: 5 } }),
    'The input "text" has both data and a binary_data_size.',
  ],
  [
    'a parameter that changes the answer',
    { ...input({}), outputs: [{ name: 'upper', parameters: { classification: 2 } }] },
    'This server does not support the parameter classification; leave it out.',
  ],
])('a request with %s is refused', async (_, body, message) => {
  const { post } = await startRest();
  expect(await errorOf(await post(INFER, body))).toEqual([400, message]);
});

const echo = (fields: Record<string, object>) => ({
  inputs: [
    'BOOL',
    'UINT8',
    'UINT16',
    'UINT32',
    'UINT64',
    'INT8',
    'INT16',
    'INT32',
    'INT64',
    'FP32',
    'FP64',
    'BYTES',
  ].map((datatype) => ({
    name: datatype,
    datatype,
    shape: [1, 2],
    data: datatype === 'BYTES' ? ['', ''] : datatype === 'BOOL' ? [true, false] : [0, 0],
    ...fields[datatype],
  })),
});

test.each<[title: string, fields: Record<string, object>, message: string]>([
  [
    'items that disagree',
    { FP32: { shape: [2, 2], data: [1, 2, 3, 4] } },
    'The inputs have different numbers of items, their first dimension: BOOL 1, UINT8 1, UINT16 1, UINT32 1, UINT64 1, INT8 1, INT16 1, INT32 1, INT64 1, FP32 2, FP64 1, BYTES 1.',
  ],
  [
    'a size that is fixed',
    { INT8: { shape: [1, 3] } },
    `The input "INT8" has the shape [1, 3]: expected [-1, 2], ${SHAPE_HINT}`,
  ],
  [
    'a number past its range',
    { UINT8: { data: [0, 256] } },
    'Element 1 of the input "UINT8" is no UINT8: expected whole numbers from 0 to 255; got 256.',
  ],
  [
    'a fraction',
    { INT32: { data: [0.5, 0] } },
    'Element 0 of the input "INT32" is no INT32: expected whole numbers from -2147483648 to 2147483647; got 0.5.',
  ],
  [
    'null for NaN',
    { FP64: { data: [null, 0] } },
    'Element 0 of the input "FP64" is no FP64: expected numbers that 64 bits can hold; got null.',
  ],
  [
    'more than 32 bits hold',
    { FP32: { data: [1e39, 0] } },
    'Element 0 of the input "FP32" is no FP32: expected numbers that 32 bits can hold; got 1e+39.',
  ],
  [
    'a number for a bool',
    { BOOL: { data: [1, 0] } },
    'Element 0 of the input "BOOL" is no BOOL: expected true and false; got 1.',
  ],
  [
    'rows nested otherwise',
    { INT16: { data: [[1], [2]] } },
    'The data of the input "INT16" are nested otherwise than its shape [1, 2]: expected an array of 2; got one of 1.',
  ],
  [
    'rows nested too deep',
    { INT16: { data: [[[1], 2]] } },
    'Element 0 of the input "INT16" is no INT16: expected whole numbers from -32768 to 32767; got an array.',
  ],
])('a tensor with %s is refused', async (_, fields, message) => {
  const { post } = await startRest();
  expect(await errorOf(await post('/v2/models/echo/infer', echo(fields)))).toEqual([400, message]);
});

test.each<[title: string, size: number, raw: Buffer, message: string]>([
  [
    'are cut off',
    6,
    Buffer.from('\x05\0\0\0ab'),
    'Element 0 of the input "text" is cut off: expected a length of 4 bytes, little-endian, and that many bytes; 6 bytes are left.',
  ],
  [
    'are too many elements',
    10,
    Buffer.from('\x01\0\0\0a\x01\0\0\0b'),
    'The input "text" has more than 1 elements in its raw data; its shape has 1.',
  ],
  ['are no element', 0, Buffer.alloc(0), 'The input "text" has 0 elements in its raw data; its shape has 1.'],
  [
    'are more than the JSON says',
    4,
    Buffer.alloc(5),
    '5 bytes follow the JSON, whose length is the header inference-header-content-length; its inputs have a binary_data_size of 4 in all.',
  ],
  ['are not UTF-8', 5, Buffer.from([1, 0, 0, 0, 0xff]), 'Item 0: The text is not UTF-8.'],
])('raw bytes that %s are refused', async (_, size, raw, message) => {
  const { post } = await startRest();
  const { body, headers } = tritonBody(input({ data: undefined, parameters: { binary_data_size: size } }), raw);
  expect(await errorOf(await post(INFER, body, headers))).toEqual([400, message]);
});

test('raw bytes that are not as many as the shape has, or no bool, are refused', async () => {
  const { post } = await startRest();
  const refuse = async (datatype: string, raw: Buffer) => {
    const fields = { data: undefined, parameters: { binary_data_size: raw.length } };
    const { body, headers } = tritonBody(echo({ [datatype]: fields }), raw);
    return errorOf(await post('/v2/models/echo/infer', body, headers));
  };
  expect(await refuse('INT64', Buffer.alloc(8))).toEqual([
    400,
    'The input "INT64" has 8 bytes of raw data; its shape has 2 elements of INT64, which are 16 bytes.',
  ]);
  expect(await refuse('BOOL', Buffer.of(1, 2))).toEqual([
    400,
    'Element 1 of the input "BOOL" is no BOOL: expected a byte of 0 or 1; got 2.',
  ]);
});

test('a header for the length of the JSON that is none is refused', async () => {
  const { post } = await startRest();
  const body = JSON.stringify(input({}));
  for (const length of ['0', '1e3', String(body.length + 1)]) {
    expect(await errorOf(await post(INFER, body, { 'inference-header-content-length': length }))).toEqual([
      400,
      `The header inference-header-content-length is the length of the JSON in bytes, from 1 to the ${body.length} of the body; got "${length}".`,
    ]);
  }
});

test('an answer that JSON cannot carry is refused, and is had raw', async () => {
  const letters = lettersModel();
  const { post } = await startRest({
    ...letters,
    tensors: { ...letters.tensors, toRows: () => ({ length: [1n], vowels: [Number.NaN], upper: [Buffer.of(0xff)] }) },
  });
  const ask = (name: string, binary_data: boolean) =>
    post(INFER, { ...input({}), outputs: [{ name, parameters: { binary_data } }] });
  const hint = 'which JSON cannot carry; ask for the output with "binary_data": true, or over gRPC.';
  expect(await errorOf(await ask('vowels', false))).toEqual([400, `Element 0 of the output "vowels" is NaN, ${hint}`]);
  expect(await errorOf(await ask('upper', false))).toEqual([
    400,
    `Element 0 of the output "upper" is not UTF-8, ${hint}`,
  ]);
  const raw = Buffer.from(await (await ask('vowels', true)).arrayBuffer());
  expect(raw.readFloatLE(raw.length - 4)).toBeNaN();
});

test('what does not exist is not found, and what does is named', async () => {
  const { get, post } = await startRest();
  const model = [404, 'There is no model "mood"; this server has letters, echo.'];
  expect(await errorOf(await get('/v2/models/mood'))).toEqual(model);
  expect(await errorOf(await get('/v2/models/mood/ready'))).toEqual(model);
  expect(await errorOf(await post('/v2/models/mood/infer', input({})))).toEqual(model);
  const version = [404, 'The model letters has no version "9"; it has 1.0.0, 1.1.0.'];
  expect(await errorOf(await get('/v2/models/letters/versions/9'))).toEqual(version);
  expect(await errorOf(await get('/v2/models/letters/versions/9/ready'))).toEqual(version);
  expect(await errorOf(await post('/v2/models/letters/versions/9/infer', input({})))).toEqual(version);
  expect(await errorOf(await get('/v1/models'))).toEqual([
    404,
    'There is nothing at this path; /v2 and what is below it follow the protocol.',
  ]);
});

test('a body past 16 MiB is refused', async () => {
  const { post } = await startRest();
  expect(await errorOf(await post(INFER, ' '.repeat(16 * 1_048_576 + 1)))).toEqual([413, 'Request body is too large']);
});

test.each<[title: string, error: Error, status: number, message: string]>([
  ['bad input', new CodedError('BAD_USER_INPUT', 'It is too long.'), 400, 'Item 1: It is too long.'],
  ['another language', new CodedError('UNSUPPORTED_LANGUAGE', 'It is not English.'), 400, 'Item 1: It is not English.'],
  ['overload', overloaded, 503, 'Item 1: Too much is waiting for letters.'],
  ['lateness', new CodedError('DEADLINE_EXCEEDED', 'It was late.'), 504, 'Item 1: It was late.'],
  [
    'a model that failed',
    new CodedError('MODEL_FAILED', 'secret'),
    500,
    'Item 1: The model failed; the log of the server says why.',
  ],
  [
    'a model that is not there',
    new CodedError('MODEL_UNAVAILABLE', '/secret/path'),
    503,
    'Item 1: The model cannot answer now; the log of the server says why.',
  ],
  ['a bug', new Error('secret'), 500, 'Item 1: The model failed; the log of the server says why.'],
])('%s of one item fails the request, which names it', async (_, error, status, message) => {
  const { post } = await startRest(lettersModel(failOn('b', error)));
  const response = await post(INFER, { inputs: [text('a', 'b', 'c')] });
  expect(response.headers.get('retry-after')).toBe(error === overloaded ? '2' : null);
  expect(await errorOf(response)).toEqual([status, message]);
});

test('items are predicted at once, and the failure of one stops the others', async () => {
  const seen: InferenceOptions[] = [];
  let fail = (_: Error): void => {};
  const failure = new Promise<void>((_, reject) => {
    fail = reject;
  });
  const { post } = await startRest(
    lettersModel((item, options) => {
      seen.push(options);
      if (seen.length === 3) fail(new CodedError('BAD_USER_INPUT', 'No.'));
      return item === 'b' ? failure : new Promise(() => {});
    }),
  );
  expect(await errorOf(await post(INFER, { inputs: [text('a', 'b', 'c')] }))).toEqual([400, 'Item 1: No.']);
  expect(seen).toHaveLength(3);
  expect(seen.every(({ signal }) => signal.aborted)).toBe(true);
});

test('what is asked for in bulk yields to what somebody waits for', async () => {
  const priorities: string[] = [];
  const { post } = await startRest(lettersModel((_, { priority }) => void priorities.push(priority)));
  const ask = async (items: number) =>
    (await post(INFER, { inputs: [text(...Array.from({ length: items }, () => 'a'))] })).status;
  expect([await ask(32), await ask(33)]).toEqual([200, 200]);
  expect(new Set(priorities.slice(0, 32))).toEqual(new Set(['interactive']));
  expect(new Set(priorities.slice(32))).toEqual(new Set(['batch']));
});

test('a deadline reaches the model, and passes whether the model heeds it or not', async () => {
  const deadlines: number[] = [];
  const { post } = await startRest(
    lettersModel((item, { deadline }) => {
      deadlines.push(deadline);
      return item === 'stuck' ? new Promise(() => {}) : undefined;
    }),
  );
  const before = Date.now();
  expect((await post(INFER, { inputs: [text('a')] }, { 'x-deadline-ms': '60000' })).status).toBe(200);
  expect(deadlines[0]).toBeGreaterThanOrEqual(before + 60_000);
  expect(deadlines[0]).toBeLessThanOrEqual(Date.now() + 60_000);
  expect((await post(INFER, { inputs: [text('a')] })).status).toBe(200);
  expect(deadlines[1]).toBe(Number.POSITIVE_INFINITY);
  const late = [504, 'The request was not answered before its deadline.'];
  expect(await errorOf(await post(INFER, { inputs: [text('stuck')] }, { 'x-deadline-ms': '20' }))).toEqual(late);
  expect(await errorOf(await post(INFER, { inputs: [text('a')] }, { 'x-deadline-ms': '0' }))).toEqual(late);
  expect(deadlines).toHaveLength(3);
  expect(await errorOf(await post(INFER, input({}), { 'x-deadline-ms': 'soon' }))).toEqual([
    400,
    'The header x-deadline-ms is a whole number of milliseconds; got "soon".',
  ]);
});

test('a client that leaves aborts the signal of its items', async () => {
  const leaving = new AbortController();
  let stop = (): void => {};
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const { url } = await startRest(
    lettersModel((_, { signal }) => {
      signal.addEventListener('abort', stop);
      leaving.abort();
      return new Promise(() => {});
    }),
  );
  const left = fetch(url + INFER, {
    method: 'POST',
    headers: { authorization },
    body: JSON.stringify({ inputs: [text('a')] }),
    signal: leaving.signal,
  });
  await expect(left).rejects.toThrow('aborted');
  await stopped;
});

test('closing answers what came before it', async () => {
  let answer = (): void => {};
  let arrive = (): void => {};
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const { post, close } = await startRest(
    lettersModel(() => {
      arrive();
      return new Promise((resolve) => {
        answer = resolve;
      });
    }),
  );
  const response = post(INFER, { inputs: [text('abc')] });
  await arrived;
  const closed = close();
  answer();
  expect((await response).status).toBe(200);
  await closed;
  await expect(post(INFER, {})).rejects.toThrow('fetch failed');
});
