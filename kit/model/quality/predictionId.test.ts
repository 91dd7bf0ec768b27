import { createHash, createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { createIdentitySigner } from '../../identity.ts';
import { createPredictionIds, type Prediction } from './predictionId.ts';

const KEY = 'a key of at least thirty-two characters';
const NOW = 1_800_000_000_000;
const DAY = 86_400_000;
const ids = createPredictionIds(KEY, () => NOW);
const prediction: Prediction = {
  model: 'sentiment',
  version: '2.1.0',
  label: 'POSITIF – ✓',
  confidence: 0.9234567880630493,
  inputDigest: createHash('sha256').update('tenant, input').digest().subarray(0, 16),
};
const genuine = ids.sign(prediction);
const [version, payload = '', signature = ''] = genuine.split('.');

test('an id gives back the prediction and when it was made', () => {
  expect(genuine).toMatch(/^v1\.[\w-]+\.[\w-]{43}$/);
  expect(genuine.length).toBeLessThan(220);
  expect(ids.read(genuine)).toEqual({ ...prediction, time: NOW / 1_000 });
  expect(createPredictionIds(Buffer.from(KEY), () => NOW).read(genuine)).toEqual(ids.read(genuine));
});

function refusalOf(id: string, read = ids.read): unknown {
  try {
    return read(id);
  } catch (error) {
    return error;
  }
}

const other = Buffer.from(JSON.stringify(['sentiment', '2.1.0', 'NEGATIF', 0.9, NOW / 1_000, ''])).toString(
  'base64url',
);
/** The same bytes in another spelling: the last character of a MAC has two bits that mean nothing. */
const respelt = genuine.slice(0, -1) + String.fromCharCode(genuine.charCodeAt(genuine.length - 1) + 1);

test.each([
  ['a changed payload', `${version}.${other}.${signature}`],
  ['a signature of another key', createPredictionIds(`${KEY}!`).sign(prediction)],
  ['a signature of all zeros', `${version}.${payload}.${'A'.repeat(43)}`],
  ['another spelling of its signature', respelt],
  [
    'the signature of an identity, under the same key',
    createIdentitySigner(KEY)({ subject: 'siti', tenant: null, scopes: [] })[1],
  ],
])('an id with %s is refused as not signed here', (_, id) => {
  expect(refusalOf(id)).toMatchObject({
    extensions: { code: 'BAD_USER_INPUT', argument: 'predictionId' },
    message:
      "A prediction's id is the one that came with a prediction; this one was not signed here. Send it back as it came.",
  });
});

test.each([
  ['empty', ''],
  ['a word', 'prediction-1'],
  ['without a signature', `${version}.${payload}`],
  ['with half a signature', genuine.slice(0, -20)],
  ['of another version', genuine.replace('v1', 'v2')],
  ['with a line break at its end', `${genuine}\n`],
  ['with characters that base64url lacks', `${version}.${payload}+/=.${signature}`],
  ['with a letter of several bytes', `${version}.${payload}.${signature.slice(0, -1)}é`],
  ['of a megabyte', `${version}.${'A'.repeat(1_000_000)}.${signature}`],
])('an id that is %s is refused by its form', (_, id) => {
  expect(refusalOf(id)).toMatchObject({
    extensions: { code: 'BAD_USER_INPUT', argument: 'predictionId' },
    message: `A prediction's id is the one that came with a prediction, such as v1.….…, of at most 1024 characters; this one, of ${id.length}, has another form. Send it back as it came.`,
  });
});

test('an id serves 30 days and not a second more', () => {
  const readAt = (now: number): unknown => refusalOf(genuine, createPredictionIds(KEY, () => now).read);
  expect(readAt(NOW + 30 * DAY)).toMatchObject({ model: 'sentiment' });
  expect(readAt(NOW + 30 * DAY + 1_000)).toMatchObject({
    extensions: { code: 'BAD_USER_INPUT', argument: 'predictionId' },
    message:
      "A prediction's id is of a prediction made within the last 30 days; this one is older. Ask for the prediction again and use its id.",
  });
});

test.each([
  ['a list of another length', ['sentiment']],
  ['a confidence above 1', ['sentiment', '2.1.0', 'POSITIF', 2, 1, '']],
  ['a digest of another length', ['sentiment', '2.1.0', 'POSITIF', 1, 1, 'AAAA']],
])('%s is refused even when its signature is good', (_, content) => {
  const signed = `v1.${Buffer.from(JSON.stringify(content)).toString('base64url')}`;
  const mac = createHmac('sha256', KEY).update(`archipelago prediction id\n${signed}`).digest('base64url');
  expect(refusalOf(`${signed}.${mac}`)).toMatchObject({
    code: 'BAD_USER_INPUT',
    message:
      "A prediction's id is one of this version of Archipelago; this one is of another. Ask for the prediction again and use its id.",
  });
});

test('a rounded confidence is signed as 1; what no prediction has is not signed', () => {
  expect(ids.read(ids.sign({ ...prediction, confidence: 1.0000001 })).confidence).toBe(1);
  expect(() => ids.sign({ ...prediction, confidence: Number.NaN })).toThrow(
    new RangeError('A prediction has a digest of 16 bytes and a confidence from 0 to 1; got 16 bytes and NaN.'),
  );
  expect(() => ids.sign({ ...prediction, inputDigest: Buffer.alloc(32) })).toThrow(
    new RangeError(
      `A prediction has a digest of 16 bytes and a confidence from 0 to 1; got 32 bytes and ${prediction.confidence}.`,
    ),
  );
  expect(() => ids.sign({ ...prediction, label: 'x'.repeat(1_000) })).toThrow(
    new RangeError("The label of sentiment is too long for a prediction's id."),
  );
});
