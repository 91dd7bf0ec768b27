import { type ChatEndpoint, createChatEndpoint } from './chat/chatEndpoint.ts';
import type { Config } from './config.ts';
import type { Database } from './database/database.ts';
import { openDatabase } from './database/openDatabase.ts';
import { Jobs } from './jobs/jobs.ts';
import type { Logger } from './log.ts';
import { ModelRuntime } from './model/runtime.ts';
import { showModels } from './telemetry/modelGauges.ts';
import { modelMetrics } from './telemetry/modelMetrics.ts';
import { Uploads } from './uploads/uploads.ts';

/** What the islands of one process share, each opened when the first island needs it. */
export interface Resources {
  database(): Promise<Database>;
  models(): Promise<ModelRuntime>;
  jobs(): Promise<Jobs>;
  /** A language model that whoever runs this process has named; null without one. */
  readonly chat: ChatEndpoint | null;
  /** Hosts that whoever runs this process lets pictures be fetched from; none by default. */
  readonly imageHosts: readonly string[];
  uploads(): Promise<Uploads>;
  /** Begins no more jobs, waits for those that run and gives back the rest; they may use all the other resources. */
  drain(): Promise<void>;
  close(): Promise<void>;
}

export function createResources(config: Config, log: Logger): Resources {
  let database: Promise<Database> | undefined;
  let models: ReturnType<typeof startModels> | undefined;
  let jobs: Promise<Jobs> | undefined;
  let uploads: Promise<Uploads> | undefined;
  const resources: Resources = {
    chat: readChat(config),
    imageHosts: config.IMAGE_HOSTS,
    database: () => {
      // One that could not be opened is tried again by who needs it next.
      database ??= openDatabase({ url: config.DATABASE_URL, directory: config.ARCHIPELAGO_DATA, log }).catch(
        (error) => {
          database = undefined;
          throw error;
        },
      );
      return database;
    },
    models: async () => {
      models ??= startModels(config, log);
      return (await models).runtime;
    },
    jobs: () => {
      jobs ??= resources
        .database()
        .then((open) => Jobs.open({ database: open, rabbitUrl: config.RABBITMQ_URL, log }))
        .catch((error) => {
          jobs = undefined;
          throw error;
        });
      return jobs;
    },
    uploads: () => {
      uploads ??= resources
        .database()
        .then((open) => Uploads.open({ database: open, log }))
        .catch((error) => {
          uploads = undefined;
          throw error;
        });
      return uploads;
    },
    drain: async () => {
      await jobs?.then(
        (open) => open.close(),
        // Never opened: there is nothing to drain.
        () => {},
      );
    },
    close: async () => {
      await resources.drain();
      await uploads?.then(
        (open) => open.close(),
        () => {},
      );
      await Promise.all([models?.then((started) => started.close()), database?.then((open) => open.close())]);
    },
  };
  return resources;
}

function readChat({ CHAT_URL: url, CHAT_MODEL: model, CHAT_KEY: key }: Config): ChatEndpoint | null {
  return url === undefined || model === undefined ? null : createChatEndpoint({ url, model, key });
}

async function startModels(
  { IDENTITY_KEY: key, MODEL_WORKERS: workers }: Config,
  log: Logger,
): Promise<{ readonly runtime: ModelRuntime; close(): Promise<void> }> {
  const runtime = await ModelRuntime.start({ log, key, workers, observer: modelMetrics });
  const stopShowing = showModels(runtime);
  return {
    runtime,
    close: () => {
      stopShowing();
      return runtime.close();
    },
  };
}
