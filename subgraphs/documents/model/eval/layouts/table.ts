export interface Column {
  /** From the left edge of the table. */
  readonly left: number;
  readonly width: number;
  /** Numbers stand at the right. */
  readonly right: boolean;
}

/** The columns of a table: as wide as their texts, the widest giving way or taking what is left, and numbers to the right. */
export function columnsOf(
  rows: readonly (readonly string[])[],
  widthOf: (text: string) => number,
  width: number,
  gap: number,
): Column[] {
  const count = Math.max(...rows.map((row) => row.length));
  const cells = Array.from({ length: count }, (_, at) => rows.map((row) => row[at] ?? ''));
  // A little more than the text, as the head is bold.
  const widths = cells.map((column) => Math.max(...column.map((text) => widthOf(text) * 1.08)));
  const numeric = cells.map((column, at) => at > 0 && isNumeric(column));
  const free = width - gap * (count - 1) - widths.reduce((sum, each) => sum + each, 0);
  const flexible = free < 0 ? widths.indexOf(Math.max(...widths)) : numeric.at(-1) ? 0 : count - 1;
  let left = 0;
  return widths.map((natural, at) => {
    const own = at === flexible ? natural + free : natural;
    const column = { left, width: own, right: numeric[at] ?? false };
    left += own + gap;
    return column;
  });
}

/** Whether most cells that hold something hold an amount or a count; codes and dates are not. */
function isNumeric(cells: readonly string[]): boolean {
  const held = cells.filter((text) => text !== '');
  const amounts = held.filter((text) =>
    /^[-+(]?(Rp\.?|S\$|US\$|RM|\$|£|€|SGD|IDR|USD|MYR)? ?[-\d.,]+(\)|%| ?[A-Za-z]{0,4})$/.test(text),
  );
  return amounts.length * 2 >= held.length && amounts.length > 0;
}
