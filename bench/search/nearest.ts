import { createRequire } from 'node:module';
import { DIMENSIONS, quantise } from '../../subgraphs/search/retrieval/quantised.ts';
import { VectorTable } from '../../subgraphs/search/retrieval/vectorTable.ts';
import type { Catalogue } from './catalogue.ts';
import { best, type Latency, latencyOf, recall } from './measure.ts';

export interface Nearest extends Latency {
  /** Of the processor. */
  readonly buildSeconds: number;
  readonly megabytes: number;
  /** Of the ten nearest by float32, the share that it finds. */
  readonly recallAt10: number;
}

const TEN = 10;

/** Ways to the ten nearest of the vectors, beside one another: what the island does, and what it might. */
export async function compareNearest(catalogue: Catalogue): Promise<Readonly<Record<string, Nearest>>> {
  const ways: Record<string, Nearest> = {};
  let truth: readonly (readonly number[])[] | undefined;
  for (const [name, open] of Object.entries(WAYS)) {
    const before = process.cpuUsage();
    const way = open(catalogue);
    if (way === null) continue;
    const { user, system } = process.cpuUsage(before);
    const buildSeconds = (user + system) / 1e6;
    const found: (readonly number[])[] = [];
    const latency = await latencyOf(catalogue.queries, ({ vector }) => found.push(way.find(vector)));
    truth ??= found;
    ways[name] = { ...latency, buildSeconds, megabytes: way.bytes / 1e6, recallAt10: recall(truth, found) };
  }
  return ways;
}

interface Way {
  readonly bytes: number;
  find(query: Float32Array): readonly number[];
}

/** The first is the truth. */
const WAYS: Readonly<Record<string, (catalogue: Catalogue) => Way | null>> = {
  'exact, float32, JavaScript': exactInFloats,
  'exact, int8, WebAssembly (the island)': exactInBytes,
  'HNSW, float32, usearch': (catalogue) => approximate(catalogue, 'f32'),
  'HNSW, int8, usearch': (catalogue) => approximate(catalogue, 'i8'),
};

function exactInFloats({ vectors }: Catalogue): Way {
  const rows = vectors.length / DIMENSIONS;
  const scores = new Float32Array(rows);
  return {
    bytes: vectors.byteLength,
    find: (query) => {
      for (let row = 0; row < rows; row++) {
        let [a, b, c, d] = [0, 0, 0, 0];
        const start = row * DIMENSIONS;
        for (let at = 0; at < DIMENSIONS; at += 4) {
          a += (vectors[start + at] ?? 0) * (query[at] ?? 0);
          b += (vectors[start + at + 1] ?? 0) * (query[at + 1] ?? 0);
          c += (vectors[start + at + 2] ?? 0) * (query[at + 2] ?? 0);
          d += (vectors[start + at + 3] ?? 0) * (query[at + 3] ?? 0);
        }
        scores[row] = a + b + c + d;
      }
      return best(scores, TEN);
    },
  };
}

function exactInBytes({ vectors }: Catalogue): Way {
  const rows = vectors.length / DIMENSIONS;
  const table = new VectorTable();
  for (let row = 0; row < rows; row++)
    table.set(row, quantise(vectors.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS)));
  return { bytes: table.byteLength, find: (query) => best(table.cosines(quantise(query), rows), TEN) };
}

interface UsearchIndex {
  add(keys: BigUint64Array, vectors: Float32Array, threads: number): void;
  search(vector: Float32Array, count: number, threads: number): { readonly keys: BigUint64Array };
}
type Usearch = { readonly Index: new (options: object) => UsearchIndex };

/** Hierarchical navigable small worlds (Malkov and Yashunin, 2018), with the library's own settings; one thread. */
function approximate({ vectors }: Catalogue, quantization: 'f32' | 'i8'): Way | null {
  const usearch = loadUsearch();
  if (usearch === null) return null;
  const before = process.memoryUsage().rss;
  const index = new usearch.Index({ dimensions: DIMENSIONS, metric: 'ip', quantization });
  const rows = vectors.length / DIMENSIONS;
  index.add(
    BigUint64Array.from({ length: rows }, (_, row) => BigInt(row)),
    vectors,
    1,
  );
  return {
    bytes: process.memoryUsage().rss - before,
    find: (query) => Array.from(index.search(query, TEN, 1).keys, Number),
  };
}

function loadUsearch(): Usearch | null {
  try {
    return createRequire(new URL('approximate/', import.meta.url))('usearch');
  } catch {
    return null;
  }
}
