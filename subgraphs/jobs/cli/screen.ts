import { type Paint, paintFor } from './paint.ts';

/** Where a command writes. */
export interface Screen {
  readonly paint: Paint;
  /** Characters of a line; null where nobody looks at it as it is written: a file, a pipe. */
  readonly columns: number | null;
  readonly rows: number;
  /** What was asked for, on stdout. */
  print(line: string): void;
  /** What is said about it, on stderr. */
  note(line: string): void;
  /** Text as it is, control sequences included, on stdout. */
  write(text: string): void;
}

export function openScreen(stdout: NodeJS.WriteStream, stderr: NodeJS.WriteStream): Screen {
  // `… | head` has read what it wanted.
  stdout.on('error', (error) => process.exit('code' in error && error.code === 'EPIPE' ? 0 : 1));
  return {
    paint: paintFor(stdout),
    get columns() {
      return stdout.isTTY ? stdout.columns : null;
    },
    get rows() {
      return stdout.rows;
    },
    print: (line) => void stdout.write(`${line}\n`),
    note: (line) => void stderr.write(`${line}\n`),
    write: (text) => void stdout.write(text),
  };
}
