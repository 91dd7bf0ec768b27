import type { Retrieval } from './retrieval.ts';
import type { SentimentFigures } from './sentiment.ts';
import type { SpeedCell } from './speed.ts';
import type { Estimate } from './statistics.ts';

export function printSpeed(cells: readonly SpeedCell[]): void {
  console.log('\nProcessor time a text, ms, one thread (in brackets, the clock)');
  console.table(
    Object.fromEntries(
      cells.map(({ tokens, batch, fp32CpuMs, int8CpuMs, fp32WallMs, int8WallMs, speedup }) => [
        `${tokens} tokens × ${batch}`,
        {
          fp32: `${fp32CpuMs.toFixed(2)} (${fp32WallMs.toFixed(2)})`,
          int8: `${int8CpuMs.toFixed(2)} (${int8WallMs.toFixed(2)})`,
          'fp32 / int8': `${speedup.median.toFixed(2)} [${speedup.min.toFixed(2)}, ${speedup.max.toFixed(2)}]`,
        },
      ]),
    ),
  );
}

export function printRetrieval({ documents, splits, fidelity }: Retrieval): void {
  for (const [split, { queries, firstHit, ...ways }] of Object.entries(splits)) {
    console.log(`\nFinding products, ${split}: ${queries} queries over ${documents} products, 95% intervals`);
    console.table(
      Object.fromEntries(
        Object.entries(ways).map(([way, figures]) => [
          way,
          Object.fromEntries(Object.entries(figures).map(([metric, estimate]) => [metric, describe(estimate)])),
        ]),
      ),
    );
    console.log(`first hit right only with fp32: ${firstHit.onlyFp32}, only with int8: ${firstHit.onlyInt8}`);
  }
  const { texts, min, p5, median } = fidelity;
  console.log(
    `cosine of both forms' embeddings, ${texts} texts: least ${min.toFixed(4)}, 5% below ${p5.toFixed(4)}, median ${median.toFixed(4)}`,
  );
}

export function printSentiment({ sentences, fp32, int8, minusFp32, swappedLabels }: SentimentFigures): void {
  console.log(`\nSentiment, ${sentences} sentences`);
  console.table(
    fp32.map(({ metric, on, value, interval }, index) => ({
      figure: `${metric}, ${on}`,
      fp32: describe({ value, interval }),
      int8: describe(int8[index] ?? { value: Number.NaN }),
    })),
  );
  console.log(`int8 − fp32, learned anew: ${describe(minusFp32.relearned)}`);
  console.log(`int8 − fp32, the head that learned on fp32: ${describe(minusFp32.swapped)}`);
  console.log(`labels that change when int8 is swapped in: ${(100 * swappedLabels).toFixed(2)}%`);
}

function describe({ value, interval }: { value: number; interval?: Estimate['interval'] | undefined }): string {
  const range = interval === undefined ? '' : ` [${interval.map((bound) => bound.toFixed(3)).join(', ')}]`;
  return `${value.toFixed(3)}${range}`;
}
