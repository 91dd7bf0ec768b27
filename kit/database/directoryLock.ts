import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import { CodedError } from '../errors.ts';
import { machineId, processStart } from './processIdentity.ts';

const holderSchema = z.object({
  token: z.string(),
  pid: z.number(),
  /** When the process started; with it a reused pid is told from the holder's. */
  start: z.string(),
  /** Where the pid means something. */
  machine: z.string(),
  host: z.string(),
});
type Holder = z.infer<typeof holderSchema>;

/** How often the holder shows that it lives to those who cannot look up its pid, in other containers. */
const BEAT_MS = 5_000;
/** Longer than any stall of an event loop seen. Processes of the same machine look up the pid and never wait. */
const SILENT_MS = 30_000;

/**
 * Takes the lock file at `path` for this process. A holder that was killed is recognised at once by its pid and
 * start time; the time since its last beat counts only where those cannot be looked up (another container or host).
 * @returns a function that gives the lock back.
 * @throws CodedError `DATABASE_LOCKED`, naming the holder.
 */
export function lockDirectory(path: string): () => void {
  const own: Holder = {
    token: randomUUID(),
    pid: process.pid,
    start: processStart(process.pid) ?? 'unknown',
    machine: machineId(),
    host: hostname(),
  };
  take(path, own);
  const beat = setInterval(() => {
    if (readHolder(path)?.token === own.token) utimesSync(path, new Date(), new Date());
  }, BEAT_MS);
  beat.unref();
  return () => {
    clearInterval(beat);
    if (readHolder(path)?.token === own.token) rmSync(path, { force: true });
  };
}

function take(path: string, own: Holder): void {
  while (!create(path, own)) {
    const holder = readHolder(path);
    if (holder === null) continue;
    if (lives(holder, path)) throw lockedBy(holder, path);
    removeDead(path, holder, own);
  }
}

/** Creates the file with its content in one step: a reader never meets half of it. */
function create(path: string, own: Holder): boolean {
  const draft = `${path}.${own.token}`;
  writeFileSync(draft, JSON.stringify(own));
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (isErrno(error, 'EEXIST')) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Two who found the same dead holder must not remove each other's new lock: one at a time, and only while it is the dead one's. */
function removeDead(path: string, dead: Holder, own: Holder): void {
  const guard = `${path}.takeover`;
  if (!create(guard, own)) {
    const other = readHolder(guard);
    if (other && !lives(other, guard)) rmSync(guard, { force: true });
    return;
  }
  try {
    if (readHolder(path)?.token === dead.token) rmSync(path, { force: true });
  } finally {
    rmSync(guard, { force: true });
  }
}

function readHolder(path: string): Holder | null {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return null;
    throw new CodedError(
      'DATABASE_LOCKED',
      `${path} is not a lock file of this program. Make sure that no process uses the database, then remove that file.`,
      { cause: error },
    );
  }
}

function lives(holder: Holder, path: string): boolean {
  if (holder.machine === machineId()) return processStart(holder.pid) === holder.start;
  try {
    return Date.now() - statSync(path).mtimeMs < SILENT_MS;
  } catch (error) {
    if (isErrno(error, 'ENOENT')) return false;
    throw error;
  }
}

function lockedBy({ pid, host, machine }: Holder, path: string): CodedError {
  const who = pid === process.pid ? 'this very process' : `process ${pid}`;
  const where = machine === machineId() ? '' : ` on ${host}`;
  return new CodedError(
    'DATABASE_LOCKED',
    `The embedded database is open in ${who}${where} (${path}), and only one process may open it. ` +
      'Stop that process, give this one a folder of its own with ARCHIPELAGO_DATA, or, for several processes on one database, set DATABASE_URL to a Postgres server.',
  );
}

function isErrno(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
