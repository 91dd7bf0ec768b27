import { readFile } from 'node:fs/promises';
import { type Server, ServerCredentials } from '@grpc/grpc-js';
import { z } from 'zod';
import { CodedError } from '../errors.ts';
import { listen } from '../http.ts';
import type { Logger } from '../log.ts';
import { createGrpcServer } from './grpc/createGrpcServer.ts';
import type { ServerMetadata } from './inference/metadata.ts';
import { listModels } from './inference/modelList.ts';
import type { InferenceModel } from './inferenceModel.ts';
import { createTenantFinder } from './keys.ts';
import { createRestApp } from './rest/createRestApp.ts';

export interface InferenceServersOptions {
  readonly models: readonly InferenceModel[];
  /** Bearer keys, one for each caller that is to be told apart. */
  readonly keys: readonly string[];
  readonly host: string;
  /** Port of REST; 0 takes any free one. Without it there is no REST. */
  readonly port?: number | undefined;
  /** Port of gRPC; 0 takes any free one. Without it there is no gRPC. */
  readonly grpcPort?: number | undefined;
  readonly log: Logger;
}

export interface InferenceServers {
  /** Of REST: `http://host:port`. */
  readonly url: string | undefined;
  /** Of gRPC: `host:port`. */
  readonly grpcAddress: string | undefined;
  /** Takes no more requests, answers those that came, and ends. */
  close(): Promise<void>;
}

/** Largest request of either protocol, in bytes. */
const REQUEST_LIMIT = 16 * 1_048_576;

/**
 * Serves models by the Open Inference Protocol, version 2 (https://github.com/kserve/open-inference-protocol).
 * @throws CodedError `CONFIG_INVALID` without keys, `PORT_TAKEN`
 */
export async function startInferenceServers(options: InferenceServersOptions): Promise<InferenceServers> {
  const { host, port, grpcPort, log } = options;
  const shared = {
    models: listModels(options.models),
    findTenant: createTenantFinder(options.keys),
    server: await describeServer(),
    log,
  };
  const app = createRestApp({ ...shared, bodyLimit: REQUEST_LIMIT });
  const grpc = createGrpcServer({ ...shared, messageLimit: REQUEST_LIMIT });
  const close = async (): Promise<void> => {
    await Promise.all([app.close(), shutDown(grpc)]);
  };
  try {
    return {
      url: await open('INFERENCE_PORT', host, port, (at) => listen(app, at)),
      grpcAddress: await open('INFERENCE_GRPC_PORT', host, grpcPort, (at) => bind(grpc, at)),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

const packageShape = z.object({ name: z.string(), version: z.string() });

async function describeServer(): Promise<ServerMetadata> {
  const text = await readFile(new URL('../../package.json', import.meta.url), 'utf8');
  return { ...packageShape.parse(JSON.parse(text)), extensions: ['binary_tensor_data'] };
}

interface Address {
  readonly host: string;
  readonly port: number;
}

function bind(server: Server, { host, port }: Address): Promise<string> {
  const name = host.includes(':') ? `[${host}]` : host;
  return new Promise((resolve, reject) => {
    server.bindAsync(`${name}:${port}`, ServerCredentials.createInsecure(), (error, bound) => {
      if (error === null) resolve(`${name}:${bound}`);
      else reject(error);
    });
  });
}

function shutDown(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.tryShutdown((error) => (error ? reject(error) : resolve()));
  });
}

async function open(
  variable: string,
  host: string,
  port: number | undefined,
  start: (address: Address) => Promise<string>,
): Promise<string | undefined> {
  if (port === undefined) return undefined;
  try {
    return await start({ host, port });
  } catch (cause) {
    if (!isPortTaken(cause)) throw cause;
    throw new CodedError(
      'PORT_TAKEN',
      `Port ${port} on ${host} is taken by another process. Stop that process, or set ${variable} to a free port.`,
      { cause },
    );
  }
}

/** gRPC puts what the system said into its message. */
function isPortTaken(error: unknown): boolean {
  if (error instanceof CodedError) return error.code === 'PORT_TAKEN';
  return error instanceof Error && error.message.includes('EADDRINUSE');
}
