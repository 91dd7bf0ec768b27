import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { CodedError } from '../../errors.ts';

const TIME_LIMIT_MS = 10 * 60_000;
const SIZE_LIMIT_BYTES = 2 * 1024 ** 3;

/**
 * Fetches a file once and keeps it in `cache` under its sha256; later calls read it from there.
 * @throws CodedError `MODEL_UNAVAILABLE` when it cannot be fetched within 10 minutes and 2 GiB, or is another file.
 */
export async function download(url: string, sha256: string, cache: URL): Promise<Buffer> {
  const kept = new URL(sha256, cache);
  const before = await readFile(kept).catch(() => null);
  if (before !== null && createHash('sha256').update(before).digest('hex') === sha256) return before;

  await mkdir(cache, { recursive: true });
  const unfinished = new URL(`${sha256}.${randomUUID()}.unfinished`, cache);
  try {
    const actual = await fetchInto(unfinished, url);
    if (actual !== sha256) throw new Error(`expected sha256 ${sha256}, but what came has ${actual}`);
    await rename(unfinished, kept);
  } catch (cause) {
    await rm(unfinished, { force: true });
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new CodedError(
      'MODEL_UNAVAILABLE',
      `The model file ${url} could not be fetched: ${reason}. Check the address and its sha256 in the manifest, then start again.`,
      { cause },
    );
  }
  return readFile(kept);
}

/** @returns the sha256 of what was written. */
async function fetchInto(file: URL, url: string): Promise<string> {
  const response = await fetch(url, { signal: AbortSignal.timeout(TIME_LIMIT_MS) });
  if (!response.ok || response.body === null) throw new Error(`the server answered ${response.status}`);
  const hash = createHash('sha256');
  const output = await open(file, 'wx');
  try {
    let size = 0;
    for await (const chunk of response.body) {
      size += chunk.byteLength;
      if (size > SIZE_LIMIT_BYTES) throw new Error(`it is larger than ${SIZE_LIMIT_BYTES} bytes`);
      hash.update(chunk);
      await output.writeFile(chunk);
    }
  } finally {
    await output.close();
  }
  return hash.digest('hex');
}
