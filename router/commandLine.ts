import { parseArgs } from 'node:util';
import { CodedError } from '../kit/errors.ts';

/** What `npm run router -- …` is told. */
export interface CommandLine {
  /** Runs accepted operations instead of serving the graph. */
  readonly worker: boolean;
  /** The supergraph's file; undefined for the default one. */
  readonly file: string | undefined;
}

const USAGE = 'Usage: npm run router -- [--worker] [FILE]';

/** @throws CodedError `CONFIG_INVALID` with the usage. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const { worker, files } = parse(args);
  const [file, another] = files;
  if (another !== undefined) {
    throw new CodedError('CONFIG_INVALID', `Expected at most one file, got ${files.join(' ')}. ${USAGE}`);
  }
  return { worker, file };
}

function parse(args: readonly string[]): { readonly worker: boolean; readonly files: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { worker: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    return { worker: values.worker, files: positionals };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new CodedError('CONFIG_INVALID', `${reason.replace(/\.?$/, '.')} ${USAGE}`, { cause: error });
  }
}
