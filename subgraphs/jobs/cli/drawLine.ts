import type { Style } from './paint.ts';
import type { Screen } from './screen.ts';

/** A piece of a line, and how it looks. */
export interface Cell {
  readonly text: string;
  readonly style?: Style;
}

/** The pieces beside each other; on a terminal what is beyond its width gives way to an ellipsis. */
export function drawLine(cells: readonly Cell[], { columns, paint }: Pick<Screen, 'columns' | 'paint'>): string {
  const whole = cells
    .map(({ text }) => text)
    .join('')
    .trimEnd();
  const isCut = columns !== null && [...whole].length > columns;
  let left = isCut ? columns - 1 : Number.POSITIVE_INFINITY;
  const shown = cells.map(({ text, style }) => {
    const characters = [...text].slice(0, left);
    left -= characters.length;
    const piece = characters.join('');
    return style && piece !== '' ? paint(style, piece) : piece;
  });
  return `${shown.join('').trimEnd()}${isCut ? '…' : ''}`;
}
