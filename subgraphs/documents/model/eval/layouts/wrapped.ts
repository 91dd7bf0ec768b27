import { type FontFamily, widthOf } from '../../page/fonts.ts';

export interface Style {
  readonly size: number;
  readonly font: FontFamily;
  readonly weight: 400 | 700;
  readonly colour: string;
}

/** Breaks a text into lines at its spaces; a word that is wider than a line stands alone. */
export function wrapped(text: string, style: Style, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf({ ...style, text: longer }) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}
