import { drawBar } from './drawBar.ts';
import type { Progress } from './progress.ts';

const ERASE_LINE = '\r\u001b[2K';

/** Draws progress: one moving bar on a terminal, a line for each new step elsewhere (a log, CI). */
export function progressBar(stream: NodeJS.WriteStream): (progress: Progress) => void {
  let last = '';
  return ({ step, fraction }) => {
    if (stream.isTTY) {
      const percent = `${Math.round(fraction * 100)}%`.padStart(4);
      stream.write(`${ERASE_LINE}${drawBar(fraction)} ${percent}  ${step}${fraction === 1 ? '\n' : ''}`);
    } else if (step !== last) {
      stream.write(`${step}\n`);
    }
    last = step;
  };
}
