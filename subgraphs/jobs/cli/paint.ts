import type { JobState } from '../../../kit/jobs/job.ts';

const STYLES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, blue: 34, magenta: 35, cyan: 36 } as const;
export type Style = keyof typeof STYLES;

/** Writes text in a style, or plainly where colours are not wanted. */
export type Paint = (style: Style, text: string) => string;

/** Colours for terminals that have them, unless NO_COLOR is set. */
export function paintFor(stream: NodeJS.WriteStream): Paint {
  if (!stream.isTTY || !stream.hasColors()) return (_, text) => text;
  return (style, text) => `\u001b[${STYLES[style]}m${text}\u001b[0m`;
}

export const STATUS_STYLES: Readonly<Record<JobState, Style>> = {
  QUEUED: 'blue',
  SCHEDULED: 'blue',
  RUNNING: 'cyan',
  RETRYING: 'yellow',
  SUCCEEDED: 'green',
  FAILED: 'red',
  CANCELLED: 'dim',
  PARKED: 'magenta',
  OUTCOME_UNKNOWN: 'magenta',
};
