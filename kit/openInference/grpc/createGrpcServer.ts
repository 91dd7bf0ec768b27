import {
  type handleUnaryCall,
  Metadata,
  Server,
  ServerInterceptingCall,
  type ServerInterceptor,
  type ServerUnaryCall,
  type StatusObject,
  status,
} from '@grpc/grpc-js';
import type { Logger } from '../../log.ts';
import { toFailure } from '../inference/failure.ts';
import { infer } from '../inference/infer.ts';
import { areModelsReady, describeModel, isModelReady, type ServerMetadata } from '../inference/metadata.ts';
import type { ModelList } from '../inference/modelList.ts';
import type { FindTenant } from '../keys.ts';
import { readInferRequest, writeInferResponse } from './inferenceMessages.ts';
import { inferenceService, type ModelInferRequest, type ModelInferResponse, type ModelRequest } from './service.ts';

export interface GrpcOptions {
  readonly models: ModelList;
  readonly findTenant: FindTenant;
  readonly server: ServerMetadata;
  /** Largest message that is read, in bytes. */
  readonly messageLimit: number;
  readonly log: Logger;
}

/** What a load balancer may ask without a key. */
const OPEN_METHODS = [inferenceService.ServerLive.path, inferenceService.ServerReady.path];

/** The Open Inference Protocol, version 2, over gRPC. */
export function createGrpcServer({ models, findTenant, server, messageLimit, log }: GrpcOptions): Server {
  const grpc = new Server({
    'grpc.max_receive_message_length': messageLimit,
    interceptors: [refuseStrangers(findTenant, log)],
  });
  const answer = <Request, Response>(
    handle: (request: Request, call: ServerUnaryCall<Request, Response>) => Response | Promise<Response>,
  ): handleUnaryCall<Request, Response> => {
    return async (call, done) => {
      try {
        done(null, await handle(call.request, call));
      } catch (error) {
        done(toStatus(error, log));
      }
    };
  };
  grpc.addService(inferenceService, {
    ServerLive: answer(() => ({ live: true })),
    ServerReady: answer(() => ({ ready: areModelsReady(models) })),
    ServerMetadata: answer(() => server),
    ModelReady: answer(({ name, version }: ModelRequest) => ({ ready: isModelReady(models, name, version) })),
    ModelMetadata: answer(({ name, version }: ModelRequest) => describeModel(models, name, version)),
    ModelInfer: answer(
      async (request: ModelInferRequest, call: ServerUnaryCall<ModelInferRequest, ModelInferResponse>) => {
        const caller = {
          tenant: findTenant(readAuthorization(call.metadata)),
          signal: abortOnCancel(call),
          deadline: Number(call.getDeadline()),
        };
        return writeInferResponse(await infer(models, readInferRequest(request), caller), request);
      },
    ),
  });
  return grpc;
}

/** Refuses a call without a key before its message is read. */
function refuseStrangers(findTenant: FindTenant, log: Logger): ServerInterceptor {
  return ({ path }, next) => {
    const call = new ServerInterceptingCall(next, {
      start: (start) =>
        start({
          onReceiveMetadata(metadata, proceed) {
            try {
              if (!OPEN_METHODS.includes(path)) findTenant(readAuthorization(metadata));
            } catch (error) {
              call.sendStatus(toStatus(error, log));
              return;
            }
            proceed(metadata);
          },
        }),
    });
    return call;
  };
}

/** Several are no key either. */
function readAuthorization(metadata: Metadata): string | undefined {
  const values = metadata.get('authorization');
  return values.length === 0 ? undefined : values.join(', ');
}

function abortOnCancel(call: ServerUnaryCall<ModelInferRequest, ModelInferResponse>): AbortSignal {
  const controller = new AbortController();
  if (call.cancelled) controller.abort();
  call.on('cancelled', () => controller.abort());
  return controller.signal;
}

function toStatus(error: unknown, log: Logger): StatusObject {
  const { grpc, message, retryAfterMs } = toFailure(error, log);
  const metadata = new Metadata();
  // How gRPC servers tell clients that retry by themselves when to (gRFC A6).
  if (retryAfterMs !== undefined) metadata.set('grpc-retry-pushback-ms', String(Math.ceil(retryAfterMs)));
  return { code: status[grpc], details: message, metadata };
}
