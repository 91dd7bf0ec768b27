import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Names the space in which a pid is unique: this boot of this machine and, in a container, its pid namespace. */
export function machineId(): string {
  if (process.platform !== 'linux') return hostname();
  const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${boot}/${readlinkSync('/proc/self/ns/pid')}`;
}

/**
 * When the process started, in the system's own words, or null when there is none of that pid.
 * Two processes that had the same pid at different times differ in it.
 */
export function processStart(pid: number): string | null {
  switch (process.platform) {
    case 'linux':
      return startInProc(pid);
    case 'win32':
      // Windows reuses a pid late, and asking for the start time takes a second of PowerShell.
      return exists(pid) ? 'running' : null;
    default:
      return startByPs(pid);
  }
}

function startInProc(pid: number): string | null {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  // The second field, the program's name, may itself hold spaces and parentheses (proc(5)).
  const [state, ...rest] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A zombie is dead and only waits for its parent to ask.
  return state === 'Z' || state === 'X' ? null : (rest[18] ?? null);
}

function startByPs(pid: number): string | null {
  try {
    return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim() || null;
  } catch {
    return null;
  }
}

function exists(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
