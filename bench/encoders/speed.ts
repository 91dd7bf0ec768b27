import { type InferenceSession, Tensor } from 'onnxruntime-node';
import { openOnnxSession } from '../../kit/model/onnx/onnxSession.ts';
import type { BuiltModel } from '../../models/builtModel.ts';
import { encoderFolder } from '../../models/minilm/encoderFolder.ts';
import { minilm } from '../../models/minilm/minilm.ts';
import { minilmInt8 } from '../../models/minilm/minilmInt8.ts';
import { Random } from '../../world/random.ts';
import { quantile } from './statistics.ts';

const ROUNDS = 7;
const TOKENS = [16, 64, 128];
const BATCHES = [1, 4, 16];
/** Texts that one form reads of a cell in one round. */
const TEXTS = 16;
const CLS = 101n;
const SEP = 102n;
/** Where whole words stand in the vocabulary. */
const WORD_IDS = [1_996, 29_000] as const;

export interface SpeedCell {
  readonly tokens: number;
  readonly batch: number;
  /** Milliseconds of processor time a text, median of the rounds. */
  readonly fp32CpuMs: number;
  readonly int8CpuMs: number;
  /** … and of the clock. */
  readonly fp32WallMs: number;
  readonly int8WallMs: number;
  /** How many times as much processor time float32 takes, round by round: the median, the least and the greatest. */
  readonly speedup: { readonly median: number; readonly min: number; readonly max: number };
}

interface Sample {
  readonly cpu: number;
  readonly wall: number;
}

/** What a text costs in both forms, on one thread. They take turns, so that what else the machine does strikes both. */
export async function measureSpeed(): Promise<readonly SpeedCell[]> {
  const open = (form: BuiltModel) => openOnnxSession(encoderFolder(form), 'encoder.onnx');
  const [fp32, int8] = [await open(minilm), await open(minilmInt8)];
  const cells = TOKENS.flatMap((tokens) =>
    BATCHES.map((batch) => ({ tokens, batch, seen: { fp32: [] as Sample[], int8: [] as Sample[] } })),
  );
  for (let round = -1; round < ROUNDS; round++) {
    for (const { tokens, batch, seen } of cells) {
      const feeds = createFeeds(tokens, batch, `${round}`);
      const forms = [
        [fp32, seen.fp32],
        [int8, seen.int8],
      ] as const;
      for (const [session, samples] of round % 2 === 0 ? forms : forms.toReversed()) {
        const sample = await time(session, feeds);
        // The round before the first one warms up.
        if (round >= 0) samples.push(sample);
      }
    }
  }
  return cells.map(({ tokens, batch, seen }) => {
    const ratios = seen.fp32.map(({ cpu }, round) => cpu / (seen.int8[round]?.cpu ?? Number.NaN));
    const median = (samples: readonly Sample[], of: keyof Sample) =>
      quantile(
        samples.map((sample) => sample[of]),
        0.5,
      );
    return {
      tokens,
      batch,
      fp32CpuMs: median(seen.fp32, 'cpu'),
      int8CpuMs: median(seen.int8, 'cpu'),
      fp32WallMs: median(seen.fp32, 'wall'),
      int8WallMs: median(seen.int8, 'wall'),
      speedup: { median: quantile(ratios, 0.5), min: Math.min(...ratios), max: Math.max(...ratios) },
    };
  });
}

type Feeds = Record<string, Tensor>;

/** Runs over all feeds; milliseconds a text. */
async function time(session: InferenceSession, feeds: readonly Feeds[]): Promise<Sample> {
  const [cpuStart, wallStart] = [process.cpuUsage(), performance.now()];
  for (const feed of feeds) await session.run(feed, ['embedding']);
  const [{ user, system }, wall] = [process.cpuUsage(cpuStart), performance.now() - wallStart];
  return { cpu: (user + system) / 1_000 / TEXTS, wall: wall / TEXTS };
}

/** Texts of random words, none padded. */
function createFeeds(tokens: number, batch: number, seed: string): readonly Feeds[] {
  const random = new Random(seed);
  const shape = [batch, tokens];
  return Array.from({ length: TEXTS / batch }, () => {
    const ids = BigInt64Array.from({ length: batch * tokens }, (_, index) => {
      const place = index % tokens;
      return place === 0 ? CLS : place === tokens - 1 ? SEP : BigInt(random.integer(...WORD_IDS));
    });
    return {
      input_ids: new Tensor('int64', ids, shape),
      attention_mask: new Tensor('int64', new BigInt64Array(ids.length).fill(1n), shape),
      token_type_ids: new Tensor('int64', new BigInt64Array(ids.length), shape),
    };
  });
}
