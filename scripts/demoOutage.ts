/**
 * `npm run demo:outage`: asks the story's query while all is well, with one island killed, with another overloaded too, and
 * when both are back, and shows what came, what was null, what was degraded, and how long each took. It needs nothing but Node, and
 * leaves nothing behind.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '../kit/config.ts';
import { runEntrance } from '../kit/entrance.ts';
import { createLogger } from '../kit/log.ts';
import { ensureModels } from '../models/ensureModels.ts';
import { progressBar } from '../models/progressBar.ts';
import { startOneProcess } from '../oneProcess.ts';
import { type RunningProcess, startProcess } from '../test/processes.ts';
import { Customer, isWhole } from './outage/customer.ts';
import { describeAnswer } from './outage/describeAnswer.ts';
import { Flood } from './outage/flood.ts';

/** How long the graph may take to be whole: at first, and again. */
const PATIENCE_MS = 180_000;
/** An answer that shows the overload comes before the queue of the island is full, at times. */
const TRIES = 20;

let shown = 0;

await runEntrance(async () => {
  await ensureModels({ onProgress: progressBar(process.stderr) });
  const folder = await mkdtemp(join(tmpdir(), 'archipelago-outage-'));
  const cleanups: (() => Promise<unknown>)[] = [() => rm(folder, { recursive: true, force: true })];
  const cleanUp = async (): Promise<void> => {
    for (let cleanup = cleanups.pop(); cleanup !== undefined; cleanup = cleanups.pop()) await cleanup();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void cleanUp().finally(() => process.exit(1)));
  }
  try {
    const IDENTITY_KEY = randomBytes(24).toString('hex');
    const startIsland = async (name: string, port = '0'): Promise<RunningProcess> => {
      const env = { PORT: port, IDENTITY_KEY, ARCHIPELAGO_DATA: join(folder, name), LOG_LEVEL: 'info' };
      const island = await startProcess({ entrance: 'subgraphs/main.ts', args: [name], env });
      cleanups.push(() => island.stop());
      return island;
    };
    console.log(
      'Starting: topics and sentiment as processes of their own, the router and all other islands in this one.\n',
    );
    const [topics, sentiment] = await Promise.all([startIsland('topics'), startIsland('sentiment')]);
    const graph = await startOneProcess({
      config: readConfig({ PORT: '0', IDENTITY_KEY, ARCHIPELAGO_DATA: folder }),
      log: createLogger({ level: 'silent', service: 'outage', pretty: false }),
      firstQuery: '{ __typename }',
      elsewhere: { topics: topics.url, sentiment: sentiment.url },
    });
    cleanups.push(() => graph.close());
    await graph.work();

    const customer = new Customer(`${graph.router.url}/graphql`);
    await customer.askUntil(isWhole, PATIENCE_MS);
    show('All is well', await customer.ask());

    await topics.stop('SIGKILL');
    show('topics is killed', await customer.ask());

    const flood = new Flood(sentiment.url);
    cleanups.push(() => flood.stop());
    await flood.begun;
    show('topics is gone, and sentiment is overloaded', await customer.askUntil(isStrained, PATIENCE_MS, TRIES));

    const before = performance.now();
    await Promise.all([flood.stop(), startIsland('topics', new URL(topics.url).port)]);
    const whole = await customer.askUntil(isWhole, PATIENCE_MS);
    show(`Both are back, ${Math.round(performance.now() - before)} ms after they were told to`, whole);
  } finally {
    await cleanUp();
  }
});

function isStrained({
  inquiry,
}: {
  readonly inquiry: { readonly sentiment: { readonly degraded: boolean } | null };
}): boolean {
  return inquiry.sentiment === null || inquiry.sentiment.degraded;
}

function show(title: string, answer: Parameters<typeof describeAnswer>[0]): void {
  shown += 1;
  console.log(`${shown}. ${title}\n${describeAnswer(answer)}\n`);
}
