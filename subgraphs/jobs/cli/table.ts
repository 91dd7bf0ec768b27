import { type Cell, drawLine } from './drawLine.ts';
import type { Screen } from './screen.ts';

const GAP = 2;

/** The lines of a table, its head first. */
export function drawTable(
  head: readonly string[],
  rows: readonly (readonly Cell[])[],
  screen: Pick<Screen, 'columns' | 'paint'>,
): string[] {
  const all: readonly (readonly Cell[])[] = [head.map((text): Cell => ({ text, style: 'dim' })), ...rows];
  const widths = head.map((_, column) => GAP + Math.max(...all.map((row) => row[column]?.text.length ?? 0)));
  return all.map((row) => {
    const padded = row.map((cell, column) =>
      column === row.length - 1 ? cell : { ...cell, text: cell.text.padEnd(widths[column] ?? 0) },
    );
    return drawLine(padded, screen);
  });
}
