import type { Screen } from './screen.ts';

/** A terminal cuts what is wider than it is, instead of going on below, where it would not be drawn over. */
const CUT = '\u001b[?7l';
const WRAP = '\u001b[?7h';
const ERASE_LINE = '\u001b[2K';
const ERASE_BELOW = '\u001b[J';

/** Lines that are drawn over the ones before them. */
export class Board {
  readonly #screen: Screen;
  #drawn = 0;

  constructor(screen: Screen) {
    this.#screen = screen;
  }

  draw(lines: readonly string[]): void {
    const back = this.#drawn > 0 ? `\u001b[${this.#drawn}A` : '';
    const text = lines.map((line) => `${ERASE_LINE}${line}\n`).join('');
    this.#screen.write(`${CUT}${back}${text}${ERASE_BELOW}${WRAP}`);
    this.#drawn = lines.length;
  }
}
