import { type DotKernel, openDotKernel } from './dotKernel.ts';
import { DIMENSIONS, type Quantised } from './quantised.ts';

const PAGE = 65_536;
const FIRST_ROWS = 256;
/** The query lies before the table, in 16 bits a number. */
const TABLE_AT = 2 * DIMENSIONS;

/** The vectors of an index, row after row, and how like each is to a query: all of them are looked at, so nothing is missed. */
export class VectorTable {
  readonly #memory = new WebAssembly.Memory({ initial: 1 });
  readonly #dot: DotKernel = openDotKernel(this.#memory);
  /** What a byte of a row stands for; 0 for a row without a vector. */
  #scales = new Float32Array(FIRST_ROWS);
  #bytes = new Int8Array();
  #dots = new Int32Array();

  constructor() {
    this.#makeRoom(FIRST_ROWS);
  }

  /** What it holds in memory, with room for rows to come. */
  get byteLength(): number {
    return this.#memory.buffer.byteLength + this.#scales.byteLength;
  }

  set(row: number, { scale, bytes }: Quantised): void {
    if (row >= this.#scales.length) this.#makeRoom(Math.max(row + 1, Math.ceil(1.5 * this.#scales.length)));
    this.#bytes.set(bytes, row * DIMENSIONS);
    this.#scales[row] = scale;
  }

  clear(row: number): void {
    if (this.has(row)) this.#scales[row] = 0;
  }

  has(row: number): boolean {
    return (this.#scales[row] ?? 0) !== 0;
  }

  /** The cosine of each of the first rows and the query, of vectors of length 1; NaN for a row without a vector. */
  cosines({ scale, bytes }: Quantised, rows: number): Float32Array {
    const there = Math.min(rows, this.#scales.length);
    new Int16Array(this.#memory.buffer, 0, DIMENSIONS).set(bytes);
    this.#dot(TABLE_AT, there, 0, this.#dots.byteOffset);
    const cosines = new Float32Array(rows).fill(Number.NaN);
    for (let row = 0; row < there; row++) {
      const own = this.#scales[row] ?? 0;
      if (own !== 0) cosines[row] = (this.#dots[row] ?? 0) * own * scale;
    }
    return cosines;
  }

  #makeRoom(rows: number): void {
    const dotsAt = TABLE_AT + rows * DIMENSIONS;
    const missing = dotsAt + 4 * rows - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE));
    // Growing has detached the views.
    this.#bytes = new Int8Array(this.#memory.buffer, TABLE_AT, rows * DIMENSIONS);
    this.#dots = new Int32Array(this.#memory.buffer, dotsAt, rows);
    const scales = new Float32Array(rows);
    scales.set(this.#scales.subarray(0, rows));
    this.#scales = scales;
  }
}
