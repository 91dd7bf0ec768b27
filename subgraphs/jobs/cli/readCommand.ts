import { parseArgs } from 'node:util';
import { CodedError } from '../../../kit/errors.ts';
import { JOB_STATES, type JobState } from '../../../kit/jobs/job.ts';

/** What the operator wants. */
export type Command =
  | { readonly name: 'list'; readonly filter: ListFilter; readonly all: boolean }
  | { readonly name: 'show'; readonly id: string }
  | { readonly name: 'watch'; readonly ids: readonly string[] }
  | { readonly name: 'retry' | 'cancel'; readonly ids: readonly string[] }
  | { readonly name: 'parked' | 'help' }
  | { readonly name: 'replay'; readonly kind: string | undefined };

/** Which jobs; what is undefined restricts nothing. */
export interface ListFilter {
  readonly statuses: readonly JobState[] | undefined;
  readonly kind: string | undefined;
}

export const USAGE = `npm run jobs -- COMMAND
  list [--status S[,S]] [--kind K] [--all]   the newest jobs, or all of them
  show ID                                    all there is to know of a job
  watch [ID …]                               follows jobs until they have ended, by default all that have not;
                                             the exit code is 1 unless all of them SUCCEEDED
  cancel ID …                                ends jobs that wait, tells those that run to stop
  retry ID …                                 begins jobs anew that FAILED, were PARKED or CANCELLED
  parked                                     jobs that somebody has to look at, with their errors
  replay [--kind K]                          retries every job that is PARKED
It asks the graph at GRAPH_URL and says who it is with GRAPH_TOKEN. Operators have the scope jobs:operate; without
it you see your own jobs.`;

/** The flags that each command takes. */
const FLAGS: Readonly<Record<Command['name'], readonly string[]>> = {
  list: ['status', 'kind', 'all'],
  show: [],
  watch: [],
  cancel: [],
  retry: [],
  parked: [],
  replay: ['kind'],
  help: [],
};

/** @throws CodedError `CONFIG_INVALID` with the usage */
export function readCommand(args: readonly string[]): Command {
  const { values, positionals } = parse(args);
  const [name = '', ...ids] = values.help ? ['help'] : positionals;
  if (!isCommand(name)) throw refuse(`Expected a command, got ${name === '' ? 'nothing' : JSON.stringify(name)}`);
  const foreign = Object.keys(values).find((flag) => flag !== 'help' && !FLAGS[name].includes(flag));
  if (foreign !== undefined) throw refuse(`The command ${name} has no flag --${foreign}`);
  const { status, kind, all = false } = values;
  switch (name) {
    case 'list':
      expectNone(name, ids);
      return { name, filter: { statuses: status?.split(',').map(readStatus), kind }, all };
    case 'replay':
      expectNone(name, ids);
      return { name, kind };
    case 'parked':
    case 'help':
      expectNone(name, ids);
      return { name };
    case 'show': {
      const [id, ...others] = ids;
      if (id === undefined || others.length > 0) throw refuse(`Expected one id after show, got ${ids.length}`);
      return { name, id };
    }
    case 'watch':
      return { name, ids };
    case 'retry':
    case 'cancel':
      if (ids.length === 0) throw refuse(`Expected one id or more after ${name}, got none`);
      return { name, ids };
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        status: { type: 'string' },
        kind: { type: 'string' },
        all: { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    // It says which flag in its first sentence; what follows is about other programs' habits.
    if (error instanceof TypeError) throw refuse(error.message.split('. ', 1)[0] ?? error.message);
    throw error;
  }
}

function isCommand(name: string): name is Command['name'] {
  return Object.hasOwn(FLAGS, name);
}

function readStatus(text: string): JobState {
  const status = JOB_STATES.find((state) => state === text.trim().toUpperCase());
  if (status) return status;
  throw refuse(`Expected --status to name some of ${JOB_STATES.join(', ')}, got ${JSON.stringify(text)}`);
}

function expectNone(name: string, ids: readonly string[]): void {
  if (ids.length > 0) throw refuse(`Expected nothing after ${name}, got ${JSON.stringify(ids[0])}`);
}

function refuse(why: string): CodedError {
  return new CodedError('CONFIG_INVALID', `${why}.\n\n${USAGE}`);
}
