/**
 * `npm run bench:inference`: what the model runtime makes of a core, beside a bare loop over the model's own code on one
 * thread, which is the limit. MiniLM in float32 and int8, texts of about 16 tokens and of 6 to 120; pictures too after
 * `npm ci --prefix bench/inference/picture`. With names behind `--`, only those cases: short, mixed, int8Short, int8Mixed, picture.
 */

import { createLogger } from '../kit/log.ts';
import { ModelRuntime } from '../kit/model/runtime.ts';
import { availableCores } from '../kit/model/scheduling/availableCores.ts';
import { ensureModels, ensurePackages } from '../models/ensureModels.ts';
import { minilm } from '../models/minilm/minilm.ts';
import { minilmInt8 } from '../models/minilm/minilmInt8.ts';
import { keepCalling } from './inference/callers.ts';
import { type Case, makeCases } from './inference/cases.ts';
import { type Figures, measureCase } from './inference/measureCase.ts';

const SECONDS = 10;

await ensurePackages();
await ensureModels({ models: [minilm, minilmInt8] });
const log = createLogger({ level: 'warn', service: 'bench' });
const cases = await makeCases();
const wanted = process.argv.slice(2);
const names = Object.keys(cases).filter((name) => wanted.length === 0 || wanted.includes(name));

const figures: Record<string, Figures> = {};
for (const name of names) {
  const chosen = cases[name];
  if (chosen) figures[name] = await withRuntime(1, (runtime) => measureCase(name, chosen, runtime));
}
const { short: shortCase } = cases;
const allCores = shortCase ? await withRuntime(availableCores(), (runtime) => measureAllCores(shortCase, runtime)) : {};

console.table(Object.fromEntries(Object.entries({ ...figures, allCores }).map(([name, of]) => [name, rounded(of)])));
const { short = {}, ...others } = figures;
const { limit, callers64, callers8, oneAtATime, loopDelayP99Ms, goodputShare, refusalP99Ms, lateAccepted, ...beside } =
  rounded(short);
console.log(
  JSON.stringify({
    bench: 'inference',
    perSecond: { limit, callers64, callers8, oneAtATime },
    loopDelayP99Ms,
    overload: { goodputShare, refusalP99Ms, lateAccepted },
    beside,
    allCores: rounded(allCores),
    ...Object.fromEntries(Object.entries(others).map(([name, of]) => [name, rounded(of)])),
  }),
);
process.exit();

/** A worker for each core, as by default: what the event loop has left beside them. */
async function measureAllCores({ definition, items }: Case, runtime: ModelRuntime): Promise<Figures> {
  const workers = availableCores();
  const model = await runtime.load(definition);
  const next = await items();
  await keepCalling(model, next, 64 * workers, SECONDS / 2);
  const { perSecond, loopDelayP99Ms } = await keepCalling(model, next, 64 * workers, SECONDS);
  return { workers, callers64: perSecond / workers, loopDelayP99Ms };
}

async function withRuntime(workers: number, work: (runtime: ModelRuntime) => Promise<Figures>): Promise<Figures> {
  // Nothing is kept: every item is to be predicted.
  const runtime = await ModelRuntime.start({ log, workers, cacheBytes: 0 });
  try {
    return await work(runtime);
  } finally {
    await runtime.close();
  }
}

function rounded(of: Figures): Record<string, number> {
  return Object.fromEntries(Object.entries(of).map(([key, value]) => [key, Number(value.toFixed(2))]));
}
