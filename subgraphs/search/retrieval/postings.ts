const FIRST = 4;
const IN_TEXT_BITS = 4;
const IN_NAME_BITS = 2;
const ROW_SHIFT = IN_TEXT_BITS + IN_NAME_BITS;
const MOST_IN_TEXT = 2 ** IN_TEXT_BITS - 1;
const MOST_IN_NAME = 2 ** IN_NAME_BITS - 1;

/** The rows that have a term, and how often in their name and in the rest: four bytes each, for up to 67 million rows. */
export class Postings {
  #entries = new Uint32Array(FIRST);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  get byteLength(): number {
    return this.#entries.byteLength;
  }

  add(row: number, inName: number, inText: number): void {
    if (this.#length === this.#entries.length) {
      const longer = new Uint32Array(2 * this.#length);
      longer.set(this.#entries);
      this.#entries = longer;
    }
    const counts = (Math.min(inName, MOST_IN_NAME) << IN_TEXT_BITS) | Math.min(inText, MOST_IN_TEXT);
    this.#entries[this.#length] = row * 2 ** ROW_SHIFT + counts;
    this.#length += 1;
  }

  remove(row: number): void {
    for (let at = 0; at < this.#length; at++) {
      if ((this.#entries[at] ?? 0) >>> ROW_SHIFT !== row) continue;
      this.#length -= 1;
      this.#entries[at] = this.#entries[this.#length] ?? 0;
      return;
    }
  }

  forEach(visit: (row: number, inName: number, inText: number) => void): void {
    for (let at = 0; at < this.#length; at++) {
      const entry = this.#entries[at] ?? 0;
      visit(entry >>> ROW_SHIFT, (entry >>> IN_TEXT_BITS) & MOST_IN_NAME, entry & MOST_IN_TEXT);
    }
  }
}
