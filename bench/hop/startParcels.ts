import type { Logger } from '../../kit/log.ts';
import { type StartedSubgraph, startSubgraph } from '../../kit/start.ts';
import { NO_RESOURCES } from '../../kit/testResources.ts';
import parcels from './parcels.ts';

export function startParcels(log: Logger): Promise<StartedSubgraph> {
  return startSubgraph(parcels, { resources: NO_RESOURCES, log });
}
