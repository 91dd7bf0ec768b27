import { createHash } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { download } from './download.ts';
import { readModelFile } from './modelFile.ts';

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');

let directory: string;
let folder: URL;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'model-'));
  folder = pathToFileURL(`${directory}/`);
});
afterEach(() => rm(directory, { recursive: true }));

test('a file of the model folder is read when it has its sha256', async () => {
  await writeFile(join(directory, 'head.json'), 'weights');
  const bytes = await readModelFile(folder, 'head', { source: 'file:head.json', sha256: sha256('weights') });
  expect(String(bytes)).toBe('weights');
});

test('a corrupt file is named with the expected and the actual sha256 and what to do', async () => {
  await writeFile(join(directory, 'head.json'), 'weighst');
  await expect(
    readModelFile(folder, 'head', { source: 'file:head.json', sha256: sha256('weights') }),
  ).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message:
      `The model file head (file:head.json) is corrupt: expected sha256 ${sha256('weights')}, ` +
      `but ${directory}/head.json has ${sha256('weighst')}. ` +
      'Restore it, or train the model again (`npm run train -- <subgraph>`).',
  });
});

test('a missing file is named with its path, and a built one with the command that builds it', async () => {
  await expect(readModelFile(folder, 'head', { source: 'file:head.json', sha256: '0' })).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message: expect.stringContaining(`(file:head.json) is missing: expected ${directory}/head.json with sha256 0.`),
  });
  await expect(
    readModelFile(folder, 'encoder', { source: 'built:nothing@1.0.0/encoder.onnx', sha256: '0' }),
  ).rejects.toMatchObject({
    message: expect.stringMatching(/models\/built\/nothing\/1\.0\.0\/encoder\.onnx.*Run `npm run models`\./),
  });
});

test('an npm source of another version than the one installed is refused with both', async () => {
  await expect(
    readModelFile(folder, 'words', { source: 'npm:sentiment@9.9.9/languages/en/labels.json', sha256: '0' }),
  ).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message: expect.stringMatching(
      /comes from sentiment@9\.9\.9, but models\/node_modules has (5\.0\.2|no such package)/,
    ),
  });
});

test('a source of no known kind is refused', async () => {
  await expect(readModelFile(folder, 'head', { source: 'ftp://x/y', sha256: '0' })).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message: 'The model file head has a source of no known kind: ftp://x/y.',
  });
});

async function serve(body: string, status = 200): Promise<{ url: string; requests: () => number }> {
  let requests = 0;
  const server = createServer((_, response) => {
    requests++;
    response.writeHead(status).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/weights.onnx`, requests: () => requests };
}

test('a remote file is fetched once and then read from the cache', async () => {
  const { url, requests } = await serve('weights');
  expect(String(await download(url, sha256('weights'), folder))).toBe('weights');
  expect(String(await download(url, sha256('weights'), folder))).toBe('weights');
  expect(requests()).toBe(1);
});

test('a remote file that is another one is refused and not kept', async () => {
  const { url } = await serve('<html>Sign in</html>');
  await expect(download(url, sha256('weights'), folder)).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message: expect.stringContaining(`expected sha256 ${sha256('weights')}, but what came has`),
  });
  expect(await readdir(directory)).toEqual([]);
});

test('a remote file that is not there is MODEL_UNAVAILABLE with the answer', async () => {
  const { url } = await serve('', 404);
  await expect(download(url, sha256('weights'), folder)).rejects.toMatchObject({
    code: 'MODEL_UNAVAILABLE',
    message: expect.stringContaining('the server answered 404'),
  });
});
