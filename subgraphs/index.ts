import type { SubgraphDefinition } from '../kit/subgraph.ts';

/** An island in this repository, or one that runs elsewhere and speaks the federation protocol at a URL. */
export type SubgraphEntry = (() => Promise<{ readonly default: SubgraphDefinition }>) | { readonly url: string };

/** The one list of islands: composition, all-in-one, docker-compose.yml and k8s/ follow it. */
export const subgraphs: Readonly<Record<string, SubgraphEntry>> = {
  catalog: () => import('./catalog/index.ts'),
  reviews: () => import('./reviews/index.ts'),
  orders: () => import('./orders/index.ts'),
  support: () => import('./support/index.ts'),
  language: () => import('./language/index.ts'),
  sentiment: () => import('./sentiment/index.ts'),
  topics: () => import('./topics/index.ts'),
  assistant: () => import('./assistant/index.ts'),
  jobs: () => import('./jobs/index.ts'),
  search: () => import('./search/index.ts'),
  recommendations: () => import('./recommendations/index.ts'),
  fraud: () => import('./fraud/index.ts'),
  vision: () => import('./vision/index.ts'),
  documents: () => import('./documents/index.ts'),
};

/** Where an island listens on a laptop when PORT is unset: 4001, 4002, … in the list's order. */
export function defaultPort(name: string): number {
  return 4001 + Object.keys(subgraphs).indexOf(name);
}
