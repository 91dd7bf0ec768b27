/** A chunk shorter than this is copied into a slab: kept as it is, it would cost more than its size. */
const SMALL = 1_024;
const SLAB = 16_384;

/** Collects the chunks of an answer in about the memory of their sum, however small the pieces it comes in. */
export class Body {
  #length = 0;
  #chunks: Buffer[] = [];
  #slab: Buffer | undefined;
  #filled = 0;

  get length(): number {
    return this.#length;
  }

  append(chunk: Buffer): void {
    const first = this.#length === 0;
    this.#length += chunk.length;
    if (first || chunk.length >= SMALL) {
      this.#flush();
      this.#chunks.push(chunk);
      return;
    }
    if (this.#slab === undefined || this.#filled + chunk.length > SLAB) {
      this.#flush();
      this.#slab = Buffer.allocUnsafeSlow(SLAB);
    }
    this.#filled += chunk.copy(this.#slab, this.#filled);
  }

  toString(): string {
    this.#flush();
    const [only] = this.#chunks;
    if (only === undefined) return '';
    return (this.#chunks.length === 1 ? only : Buffer.concat(this.#chunks, this.#length)).toString('utf8');
  }

  #flush(): void {
    if (this.#slab === undefined) return;
    this.#chunks.push(this.#slab.subarray(0, this.#filled));
    this.#slab = undefined;
    this.#filled = 0;
  }
}
