const STYLES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33 } as const;
export type Style = keyof typeof STYLES;

/** Where a command writes. */
export interface Output {
  /** A line. */
  print(line: string): void;
  /** Text in a style; plain where colours are not wanted. */
  paint(style: Style, text: string): string;
}

/** Colours for terminals that have them, unless NO_COLOR is set. */
export function openOutput(stream: NodeJS.WriteStream): Output {
  const coloured = stream.isTTY && stream.hasColors();
  return {
    print: (line) => void stream.write(`${line}\n`),
    paint: (style, text) => (coloured ? `\u001b[${STYLES[style]}m${text}\u001b[0m` : text),
  };
}
