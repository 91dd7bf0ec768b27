import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { SupergraphManager } from '@apollo/gateway';
import { CodedError } from '../../kit/errors.ts';
import type { Logger } from '../../kit/log.ts';

/** A look at the file's status costs microseconds, and unlike an event of the file system it also sees mounted ConfigMaps. */
const LOOK_EVERY_MS = 500;

/** A supergraph source: the file's content now and whenever it changes. A half-written file is followed by a whole one. */
export function watchSupergraphFile(path: string, log: Logger): SupergraphManager {
  return {
    initialize: async ({ update }) => {
      const supergraphSdl = await readFirst(path);
      const onChange = (): void => {
        readFile(path, 'utf8').then(update, (error: unknown) =>
          log.error({ path, err: error }, 'the supergraph file cannot be read; the one before serves on'),
        );
      };
      watchFile(path, { interval: LOOK_EVERY_MS, persistent: false }, onChange);
      return { supergraphSdl, cleanup: async () => unwatchFile(path, onChange) };
    },
  };
}

async function readFirst(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new CodedError(
      'CONFIG_INVALID',
      `Expected a supergraph in ${path}, which cannot be read. Run npm run compose.`,
      {
        cause: error,
      },
    );
  }
}
