/** Collects the chunks of an answer; a single chunk, the usual case, is never copied. */
export class Body {
  #bytes: Buffer | undefined;
  #length = 0;

  get length(): number {
    return this.#length;
  }

  append(chunk: Buffer): void {
    const length = this.#length + chunk.length;
    if (this.#bytes === undefined) {
      this.#bytes = chunk;
    } else {
      // One growing buffer: a list of chunks would let an answer in one-byte chunks cost a hundred times its size.
      if (this.#length === this.#bytes.length || length > this.#bytes.length) {
        const grown = Buffer.allocUnsafe(Math.max(length * 2, 16_384));
        this.#bytes.copy(grown, 0, 0, this.#length);
        this.#bytes = grown;
      }
      chunk.copy(this.#bytes, this.#length);
    }
    this.#length = length;
  }

  toString(): string {
    return this.#bytes === undefined ? '' : this.#bytes.toString('utf8', 0, this.#length);
  }
}
