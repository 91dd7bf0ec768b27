import type { Logger } from '../../kit/log.ts';
import { type StartedSubgraph, startSubgraph } from '../../kit/start.ts';
import parcels from './parcels.ts';

const nothing = (): Promise<never> => Promise.reject(new Error('the parcels need no resources'));

export function startParcels(log: Logger): Promise<StartedSubgraph> {
  return startSubgraph(parcels, { resources: { database: nothing, models: nothing, close: async () => {} }, log });
}
