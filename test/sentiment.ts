import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ask, type GraphqlResult } from './graph.ts';
import { type RunningProcess, startProcess } from './processes.ts';

/** What it says of a text. */
export interface Sentiment {
  readonly label: string;
  readonly score: number;
  readonly confidence: number;
  readonly degraded: boolean;
  readonly model: { readonly name: string; readonly version: string };
}

/** The sentiment island as a process of its own, with data of its own that is gone when it closes. */
export interface SentimentProcess extends RunningProcess {
  ask(query: string, variables?: Record<string, unknown>): Promise<GraphqlResult>;
  /** One for each text; fails when one of them has none. */
  analyze(texts: readonly string[]): Promise<readonly Sentiment[]>;
  close(): Promise<void>;
}

const ANALYZE = `query ($texts: [String!]!) {
  analyzeSentiment(texts: $texts) { label score confidence degraded model { name version } }
}`;

/** `npm run subgraph -- sentiment` */
export async function startSentiment(env: Record<string, string> = {}): Promise<SentimentProcess> {
  const folder = await mkdtemp(join(tmpdir(), 'archipelago-test-'));
  const running = await startProcess({
    entrance: 'subgraphs/main.ts',
    args: ['sentiment'],
    env: { PORT: '0', ARCHIPELAGO_DATA: folder, ...env },
  });
  return {
    ...running,
    ask: (query, variables) => ask(running.url, query, variables),
    analyze: async (texts) => {
      const { data, errors } = await ask(running.url, ANALYZE, { texts });
      if (errors) throw new Error(`The texts could not be analysed: ${JSON.stringify(errors)}`);
      return (data as { analyzeSentiment: Sentiment[] }).analyzeSentiment;
    },
    close: async () => {
      await running.stop();
      // Once more where it was killed and closed before.
      await rm(folder, { recursive: true, force: true });
    },
  };
}
