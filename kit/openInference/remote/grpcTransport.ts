import { Client, credentials, Metadata, type MethodDefinition, type ServiceError, status } from '@grpc/grpc-js';
import { decodeContents } from '../grpc/contents.ts';
import { inferenceService, type TensorMessage } from '../grpc/service.ts';
import type { SentTensor } from '../inference/readItems.ts';
import { elementsOf } from '../tensors/datatypes.ts';
import { decodeRaw, encodeRaw } from '../tensors/rawData.ts';
import { RemoteFailure, type RemoteFault } from './remoteFailure.ts';
import type { FoundTensor } from './signature.ts';
import { ANSWER_LIMIT, type RemoteAddress, type RemoteCall, type RemoteTransport } from './transport.ts';

const FAULT_OF: Readonly<Partial<Record<status, RemoteFault>>> = {
  [status.UNAUTHENTICATED]: 'unauthenticated',
  [status.PERMISSION_DENIED]: 'unauthenticated',
  [status.NOT_FOUND]: 'not found',
  [status.UNAVAILABLE]: 'unreachable',
  [status.DEADLINE_EXCEEDED]: 'late',
  [status.INVALID_ARGUMENT]: 'refused',
  [status.FAILED_PRECONDITION]: 'refused',
  [status.OUT_OF_RANGE]: 'refused',
};

/** A server that comes back is found again within this time. */
const RECONNECT_MS = 5_000;

/** gRPC with raw tensors, the fastest way of the protocol; `grpcs://` is encrypted. */
export function createGrpcTransport({ url, model, version = '', key }: RemoteAddress): RemoteTransport {
  const client = new Client(
    url.host,
    url.protocol === 'grpcs:' ? credentials.createSsl() : credentials.createInsecure(),
    {
      'grpc.max_receive_message_length': ANSWER_LIMIT,
      'grpc.max_send_message_length': -1,
      'grpc.max_reconnect_backoff_ms': RECONNECT_MS,
    },
  );
  const metadata = new Metadata();
  if (key !== undefined) metadata.set('authorization', `Bearer ${key}`);
  const ask = <Request, Response>(
    { path, requestSerialize, responseDeserialize }: MethodDefinition<Request, Response>,
    request: Request,
    { signal, deadline }: RemoteCall,
  ): Promise<Response> =>
    new Promise((resolve, reject) => {
      const done = (error: ServiceError | null, response?: Response): void => {
        signal.removeEventListener('abort', cancel);
        if (signal.aborted) reject(signal.reason);
        else if (error) reject(toFailure(error));
        else if (response === undefined) reject(new RemoteFailure('malformed'));
        else resolve(response);
      };
      const call = client.makeUnaryRequest(
        path,
        requestSerialize,
        responseDeserialize,
        request,
        metadata,
        { deadline },
        done,
      );
      const cancel = (): void => call.cancel();
      signal.addEventListener('abort', cancel, { once: true });
      if (signal.aborted) cancel();
    });
  return {
    async describe(call) {
      const { inputs, outputs } = await ask(inferenceService.ModelMetadata, { name: model, version }, call);
      return { inputs: inputs.map(withNumbers), outputs: outputs.map(withNumbers) };
    },
    async infer(inputs, outputs, call) {
      const request = {
        model_name: model,
        model_version: version,
        id: '',
        parameters: {},
        inputs: inputs.map(({ name, datatype, shape }) => ({
          name,
          datatype,
          shape: shape.map(BigInt),
          parameters: {},
          contents: null,
        })),
        outputs: outputs.map((name) => ({ name, parameters: {} })),
        raw_input_contents: inputs.map(({ datatype, elements }) => encodeRaw(datatype, elements)),
      };
      const answer = await ask(inferenceService.ModelInfer, request, call);
      return answer.outputs.map((output, index) => readTensor(output, answer.raw_output_contents[index]));
    },
    close: () => client.close(),
  };
}

function withNumbers<T extends { readonly shape: readonly bigint[] }>({ shape, ...tensor }: T) {
  return { ...tensor, shape: shape.map(Number) };
}

function readTensor({ contents, ...message }: TensorMessage, raw: Uint8Array | undefined): SentTensor {
  const { name, datatype, shape }: FoundTensor = withNumbers(message);
  const count = elementsOf(shape);
  const read: SentTensor['read'] = (type, what) =>
    raw === undefined ? decodeContents(type, contents, count, what) : decodeRaw(type, raw, count, what);
  return { name, datatype, shape, read };
}

function toFailure(error: ServiceError): RemoteFailure {
  const [pushback] = error.metadata.get('grpc-retry-pushback-ms');
  const retryAfterMs = typeof pushback === 'string' && /^\d{1,9}$/.test(pushback) ? Number(pushback) : undefined;
  const fault = FAULT_OF[error.code] ?? 'failed';
  return new RemoteFailure(fault === 'unreachable' && retryAfterMs !== undefined ? 'overloaded' : fault, {
    cause: error,
    retryAfterMs,
  });
}
