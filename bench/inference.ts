/**
 * `npm run bench:inference`: what the model runtime makes of the cores, beside a bare loop over the model's own code on
 * as many threads, which is the limit. Texts of about 16 tokens, and of 6 to 120, through MiniLM fp32.
 */

import { createLogger } from '../kit/log.ts';
import { ModelRuntime } from '../kit/model/runtime.ts';
import sentimentIsland from '../subgraphs/sentiment/index.ts';
import { flood, keepCalling } from './inference/callers.ts';
import { MIXED, SHORT, textsOf } from './inference/texts.ts';
import { Helper } from './router/child.ts';

const WORKERS = 1;
const SECONDS = 6;
const ROUNDS = 3;
const BATCHES = [1, 2, 4, 8, 16, 32];
const DEADLINE_MS = 250;

const log = createLogger({ level: 'warn', service: 'bench' });
const runtime = await ModelRuntime.start({ log, workers: WORKERS });
const definition = sentimentIsland.models?.sentiment;
if (definition === undefined) throw new Error('the sentiment island has no model of that name');
const model = await runtime.load(definition);

const figures: Record<string, Record<string, number>> = {};
for (const [kind, words] of [
  ['short', SHORT],
  ['mixed', MIXED],
] as const) {
  const raw = Array.from({ length: WORKERS }, () => new Helper('../inference/rawLoop.ts', JSON.stringify(words)));
  process.on('exit', () => {
    for (const loop of raw) loop.end();
  });
  for (const loop of raw) await loop.next();
  const texts = textsOf(words);
  const rawLoop = async (batch: number, seconds: number): Promise<number> => {
    const answers = await Promise.all(raw.map((loop) => loop.ask({ batch, seconds })));
    return answers.reduce<number>((sum, answer) => sum + (answer as { perSecond: number }).perSecond, 0) / WORKERS;
  };
  await keepCalling(model, texts, 64, SECONDS);
  let best = { batch: 1, perSecond: 0 };
  for (const batch of BATCHES) {
    const perSecond = await rawLoop(batch, SECONDS / 3);
    console.log(`${kind}: a bare loop of batches of ${batch}: ${perSecond.toFixed(0)}/s`);
    if (perSecond > best.perSecond) best = { batch, perSecond };
  }
  const seen: Record<string, number[]> = { limit: [], callers64: [], callers8: [], oneAtATime: [] };
  let loopDelay = 0;
  // In turns, so that what else the machine does strikes all alike.
  for (let round = 0; round < ROUNDS; round++) {
    seen.limit?.push(await rawLoop(best.batch, SECONDS));
    for (const [name, callers] of [
      ['callers64', 64],
      ['callers8', 8],
      ['oneAtATime', 1],
    ] as const) {
      const { perSecond, loopDelayP99Ms } = await keepCalling(model, texts, callers * WORKERS, SECONDS);
      seen[name]?.push(perSecond / WORKERS);
      loopDelay = Math.max(loopDelay, loopDelayP99Ms);
    }
  }
  const medians = Object.fromEntries(Object.entries(seen).map(([name, values]) => [name, median(values)]));
  const capacity = (medians.callers64 ?? 0) * WORKERS;
  const overload = await flood(model, texts, 2 * capacity, DEADLINE_MS, SECONDS * 2);
  figures[kind] = {
    ...medians,
    loopDelayP99Ms: Math.max(loopDelay, overload.loopDelayP99Ms),
    goodputShare: overload.goodput / capacity,
    refusalP99Ms: overload.refusalP99Ms,
    lateAccepted: overload.lateAccepted,
  };
  for (const loop of raw) loop.end();
}
console.table(
  Object.fromEntries(
    Object.entries(figures).map(([kind, values]) => [
      kind,
      Object.fromEntries(Object.entries(values).map(([name, value]) => [name, round2(value)])),
    ]),
  ),
);
const { short = {}, ...others } = figures;
console.log(
  JSON.stringify({
    bench: 'inference',
    perSecond: {
      limit: round2(short.limit),
      callers64: round2(short.callers64),
      callers8: round2(short.callers8),
      oneAtATime: round2(short.oneAtATime),
    },
    loopDelayP99Ms: round2(short.loopDelayP99Ms),
    overload: {
      goodputShare: round2(short.goodputShare),
      refusalP99Ms: round2(short.refusalP99Ms),
      lateAccepted: short.lateAccepted,
    },
    ...others,
  }),
);
await runtime.close();
process.exit();

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function round2(value = Number.NaN): number {
  return Number(value.toFixed(2));
}
