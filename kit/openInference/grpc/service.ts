import { readFileSync } from 'node:fs';
import type { MethodDefinition } from '@grpc/grpc-js';
import protobuf from 'protobufjs';

// The interfaces repeat openInference.proto as protobufjs reads it: every field is there, with its default where none
// was sent, and 64-bit integers are bigint.

/** One of its fields is set. */
export interface InferParameter {
  readonly bool_param?: boolean;
  readonly int64_param?: bigint;
  readonly string_param?: string;
  readonly double_param?: number;
  readonly uint64_param?: bigint;
}

export interface InferTensorContents {
  readonly bool_contents: readonly boolean[];
  readonly int_contents: readonly number[];
  readonly int64_contents: readonly bigint[];
  readonly uint_contents: readonly number[];
  readonly uint64_contents: readonly bigint[];
  readonly fp32_contents: readonly number[];
  readonly fp64_contents: readonly number[];
  readonly bytes_contents: readonly Uint8Array[];
}

export type InferParameters = Readonly<Record<string, InferParameter>>;

export interface TensorMessage {
  readonly name: string;
  readonly datatype: string;
  readonly shape: readonly bigint[];
  readonly parameters: InferParameters;
  readonly contents: InferTensorContents | null;
}

export interface ModelRequest {
  readonly name: string;
  readonly version: string;
}

export interface ModelMetadataResponse {
  readonly name: string;
  readonly versions: readonly string[];
  readonly platform: string;
  readonly inputs: readonly Pick<TensorMessage, 'name' | 'datatype' | 'shape'>[];
  readonly outputs: readonly Pick<TensorMessage, 'name' | 'datatype' | 'shape'>[];
}

export interface ModelInferRequest {
  readonly model_name: string;
  readonly model_version: string;
  readonly id: string;
  readonly parameters: InferParameters;
  readonly inputs: readonly TensorMessage[];
  readonly outputs: readonly { readonly name: string; readonly parameters: InferParameters }[];
  readonly raw_input_contents: readonly Uint8Array[];
}

export interface ModelInferResponse {
  readonly model_name: string;
  readonly model_version: string;
  readonly id: string;
  readonly parameters: InferParameters;
  readonly outputs: readonly TensorMessage[];
  readonly raw_output_contents: readonly Uint8Array[];
}

const proto = readFileSync(new URL('openInference.proto', import.meta.url), 'utf8');
const { root } = protobuf.parse(proto, { keepCase: true });

/** What both ends of gRPC need to know; `@grpc/proto-loader` would say the same with a second protobufjs. */
export const inferenceService = {
  ServerLive: unary<object, { readonly live: boolean }>('ServerLive'),
  ServerReady: unary<object, { readonly ready: boolean }>('ServerReady'),
  ModelReady: unary<ModelRequest, { readonly ready: boolean }>('ModelReady'),
  ServerMetadata: unary<
    object,
    { readonly name: string; readonly version: string; readonly extensions: readonly string[] }
  >('ServerMetadata'),
  ModelMetadata: unary<ModelRequest, ModelMetadataResponse>('ModelMetadata'),
  ModelInfer: unary<ModelInferRequest, ModelInferResponse>('ModelInfer'),
};

function unary<Request extends object, Response extends object>(name: string): MethodDefinition<Request, Response> {
  const request = codec<Request>(`${name}Request`);
  const response = codec<Response>(`${name}Response`);
  return {
    path: `/inference.GRPCInferenceService/${name}`,
    requestStream: false,
    responseStream: false,
    requestSerialize: request.encode,
    requestDeserialize: request.decode,
    responseSerialize: response.encode,
    responseDeserialize: response.decode,
  };
}

function codec<Message extends object>(name: string) {
  const type = root.lookupType(`inference.${name}`);
  return {
    encode: (message: Message): Buffer => Buffer.from(type.encode(type.fromObject(message)).finish()),
    decode: (bytes: Buffer): Message => type.toObject(type.decode(bytes), { longs: BigInt, defaults: true }) as Message,
  };
}
