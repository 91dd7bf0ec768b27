import type { Config } from '../config.ts';
import type { Logger } from '../log.ts';
import type { ModelHandle } from '../model/handle.ts';
import type { InferenceModel } from './inferenceModel.ts';
import type { InferenceServers } from './startInferenceServers.ts';

/**
 * Serves the models of a process that say how tensors become their items, where the configuration names a port for it.
 * @returns null when it names none.
 * @throws CodedError `PORT_TAKEN`
 */
export async function serveModels(
  models: readonly ModelHandle<never, unknown>[],
  { HOST: host, INFERENCE_PORT: port, INFERENCE_GRPC_PORT: grpcPort, INFERENCE_KEYS: keys = [] }: Config,
  log: Logger,
): Promise<InferenceServers | null> {
  if (port === undefined && grpcPort === undefined) return null;
  // Imported here: most processes need none of it.
  const { startInferenceServers } = await import('./startInferenceServers.ts');
  return startInferenceServers({ models: models.flatMap(toInferenceModel), host, port, grpcPort, keys, log });
}

function toInferenceModel(model: ModelHandle<never, unknown>): InferenceModel[] {
  const { tensors } = model;
  if (tensors === undefined) return [];
  return [
    {
      name: model.manifest.name,
      tensors,
      versions: () => model.versions,
      ready: () => model.ready,
      predict: (item, { tenant, ...options }) =>
        // What `tensors` makes is an item of this model: both are typed in its definition.
        model.predict(item as never, { ...options, identity: { tenant, subject: null } }),
    },
  ];
}

/** Where its servers answer, for the line that tells a process has started. */
export function inferenceAddresses(servers: InferenceServers | null): { openInference?: string[] } {
  if (servers === null) return {};
  const { url, grpcAddress } = servers;
  return { openInference: [...(url ? [`${url}/v2`] : []), ...(grpcAddress ? [`grpc://${grpcAddress}`] : [])] };
}
