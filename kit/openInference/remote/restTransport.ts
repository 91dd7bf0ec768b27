import { z } from 'zod';
import { parseExactJson, writeExactJson } from '../rest/exactJson.ts';
import { decodeJson, encodeJson } from '../tensors/jsonData.ts';
import { RemoteFailure, type RemoteFault } from './remoteFailure.ts';
import { ANSWER_LIMIT, type RemoteAddress, type RemoteTransport } from './transport.ts';

const metadataTensor = z.object({ name: z.string(), datatype: z.string(), shape: z.array(z.number().int()) });
const metadataShape = z.object({
  inputs: z.array(metadataTensor).default([]),
  outputs: z.array(metadataTensor).default([]),
});
const answerShape = z.object({
  outputs: z.array(
    z.object({
      name: z.string(),
      datatype: z.string(),
      shape: z.array(z.number().int().nonnegative()),
      data: z.unknown(),
    }),
  ),
});

const FAULT_OF: Readonly<Record<number, RemoteFault>> = {
  401: 'unauthenticated',
  403: 'unauthenticated',
  404: 'not found',
  429: 'overloaded',
  503: 'unavailable',
  504: 'late',
};

/** REST with JSON, which every server of the protocol speaks. It cannot carry NaN and Infinity; gRPC can. */
export function createRestTransport({ url, model, version, key }: RemoteAddress): RemoteTransport {
  const versionPath = version === undefined ? '' : `/versions/${encodeURIComponent(version)}`;
  const base = `${url.href.replace(/\/+$/, '')}/v2/models/${encodeURIComponent(model)}${versionPath}`;
  const headers = {
    'content-type': 'application/json',
    ...(key !== undefined && { authorization: `Bearer ${key}` }),
  };
  const ask = async <T>(path: string, body: string | null, schema: z.ZodType<T>, signal: AbortSignal): Promise<T> => {
    const method = body === null ? 'GET' : 'POST';
    // A redirect would carry the key, and the items, to where nobody meant to send them.
    const response = await fetch(base + path, { method, headers, body, signal, redirect: 'error' }).catch(
      (cause: unknown) => {
        signal.throwIfAborted();
        throw new RemoteFailure('unreachable', { cause });
      },
    );
    if (!response.ok) {
      await response.body?.cancel();
      throw toFailure(response);
    }
    const text = await readText(response, signal);
    try {
      return schema.parse(parseExactJson(text));
    } catch (cause) {
      throw new RemoteFailure('malformed', { cause });
    }
  };
  return {
    describe: ({ signal }) => ask('', null, metadataShape, signal),
    async infer(inputs, outputs, { signal }) {
      const body = writeExactJson({
        inputs: inputs.map(({ name, datatype, shape, elements }) => ({
          name,
          datatype,
          shape,
          data: encodeJson(datatype, elements, `input "${name}"`, 'name the server by a grpc:// URL'),
        })),
        outputs: outputs.map((name) => ({ name })),
      });
      const answer = await ask('/infer', body, answerShape, signal);
      return answer.outputs.map(({ data, ...tensor }) => ({
        ...tensor,
        read: (datatype, what) => decodeJson(datatype, data, tensor.shape, what),
      }));
    },
    close() {},
  };
}

function toFailure({ status, headers }: Response): RemoteFailure {
  const retryAfter = headers.get('retry-after');
  const seconds = retryAfter !== null && /^\d{1,6}$/.test(retryAfter) ? Number(retryAfter) : undefined;
  const fault = FAULT_OF[status] ?? (status < 500 ? 'refused' : 'failed');
  return new RemoteFailure(fault === 'unavailable' && seconds !== undefined ? 'overloaded' : fault, {
    cause: new Error(`HTTP status ${status}`),
    retryAfterMs: seconds === undefined ? undefined : seconds * 1_000,
  });
}

async function readText({ body }: Response, signal: AbortSignal): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  try {
    for await (const chunk of body ?? []) {
      size += chunk.length;
      if (size > ANSWER_LIMIT) throw new Error(`The answer is larger than ${ANSWER_LIMIT} bytes.`);
      text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
  } catch (cause) {
    signal.throwIfAborted();
    throw new RemoteFailure('malformed', { cause });
  }
}
