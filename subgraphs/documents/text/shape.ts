/** How a text looks, whatever it says: about ten numbers from 0 to about 1. */
export function shapeOf(text: string): readonly number[] {
  const characters = Math.max(1, text.length);
  const rows = text.split('\n').filter((row) => row.trim() !== '');
  const share = (pattern: RegExp): number => (text.match(pattern)?.length ?? 0) / characters;
  const rowShare = (pattern: RegExp): number =>
    rows.filter((row) => pattern.test(row)).length / Math.max(1, rows.length);
  return [
    // Letters run on for a whole page, labels do not.
    Math.min(1, characters / Math.max(1, rows.length) / 80),
    Math.min(1, rows.length / 40),
    share(/\p{N}/gu),
    share(/\p{Lu}/gu),
    Math.min(1, 20 * share(/!/g)),
    Math.min(1, 20 * share(/</g)),
    // A sum at the end of a row, as in lists of what things cost.
    rowShare(/\d[.,]\d{2,3}(,-)?\s*$/),
    // A label and its value.
    rowShare(/^[^:]{2,30}:/),
    rowShare(/[_[\]()]{2,}|☐|□/),
    rowShare(/[.!?]["”’]?\s*$/),
  ].map((value) => SCALE * value);
}

/** Beside vectors of length 1. */
const SCALE = 0.5;
