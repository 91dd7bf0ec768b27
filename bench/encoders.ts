/**
 * `npm run bench:encoders`: MiniLM in float32 and in 8-bit integers: what a text costs, how well products are found,
 * and what the sentiment head makes of both. It takes ten minutes of a core that others use too. With `-- dev`, the
 * queries for the test are left closed: for choosing.
 */

import { availableParallelism, cpus } from 'node:os';
import { ensureModels, ensurePackages } from '../models/ensureModels.ts';
import { minilm } from '../models/minilm/minilm.ts';
import { minilmInt8 } from '../models/minilm/minilmInt8.ts';
import { printRetrieval, printSentiment, printSpeed } from './encoders/print.ts';
import { measureRetrieval } from './encoders/retrieval.ts';
import { measureSentiment } from './encoders/sentiment.ts';
import { measureSpeed } from './encoders/speed.ts';

await ensurePackages();
await ensureModels({ models: [minilm, minilmInt8] });

const speed = await measureSpeed();
printSpeed(speed);
const retrieval = await measureRetrieval(process.argv.includes('dev') ? ['dev'] : ['dev', 'test']);
printRetrieval(retrieval);
const sentiment = await measureSentiment(console.log);
printSentiment(sentiment);

const machine = { processor: cpus()[0]?.model ?? 'unknown', cores: availableParallelism(), node: process.version };
console.log(
  JSON.stringify({ bench: 'encoders', machine, speed, retrieval, sentiment }, (_, value: unknown) =>
    typeof value === 'number' ? Number(value.toFixed(4)) : value,
  ),
);
