import type { Resources } from './resources.ts';

function none(what: string): () => Promise<never> {
  return () => Promise.reject(new Error(`this island has no ${what}`));
}

/** For tests to spread and put in what they use: everything else says that it is not there. */
export const NO_RESOURCES: Resources = {
  database: none('database'),
  models: none('models'),
  jobs: none('jobs'),
  chat: null,
  imageHosts: [],
  uploads: none('uploads'),
  drain: async () => {},
  close: async () => {},
};
