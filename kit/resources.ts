import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import { openDatabase } from './database/openDatabase.ts';
import type { Logger } from './log.ts';
import { ModelRuntime } from './model/runtime.ts';
import { modelMetrics } from './telemetry/modelMetrics.ts';

/** What the islands of one process share, each opened when the first island needs it. */
export interface Resources {
  database(): Promise<Database>;
  models(): Promise<ModelRuntime>;
  close(): Promise<void>;
}

export function createResources(config: Config, log: Logger): Resources {
  let database: Promise<Database> | undefined;
  let models: Promise<ModelRuntime> | undefined;
  return {
    database: () => (database ??= openDatabase({ url: config.DATABASE_URL, directory: config.ARCHIPELAGO_DATA, log })),
    models: () => (models ??= ModelRuntime.start({ log, observer: modelMetrics })),
    close: async () => {
      await Promise.all([models?.then((runtime) => runtime.close()), database?.then((open) => open.close())]);
    },
  };
}
