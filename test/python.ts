import { spawnSync } from 'node:child_process';
import { type RunningProcess, startProcess } from './processes.ts';

export const pythonSubgraph = 'examples/python-subgraph/';

/** Pythons of this machine: the first of the path, and the system's where it has scikit-learn. */
export const pythons: readonly Python[] = findPythons();

/** So that small matrices are not shared out among threads, which spin while they wait on a busy machine. */
export const ONE_THREAD = { OPENBLAS_NUM_THREADS: '1', OMP_NUM_THREADS: '1' };

export interface Python {
  readonly program: string;
  readonly hasScikitLearn: boolean;
}

/** The example's process; port 0 takes any free one. */
export function startPythonSubgraph({ program }: Python, port = '0'): Promise<RunningProcess> {
  return startProcess({
    entrance: `${pythonSubgraph}main.py`,
    command: [program, '-u'],
    env: { PORT: port, PYTHONDONTWRITEBYTECODE: '1', ...ONE_THREAD },
  });
}

function findPythons(): Python[] {
  const found = ['python3', '/usr/bin/python3'].flatMap((program): Python[] => {
    // The dataclasses and annotations of the example need no newer one.
    if (!runs(program, 'import sys; assert sys.version_info >= (3, 9)')) return [];
    return [{ program, hasScikitLearn: runs(program, 'import sklearn') }];
  });
  const learned = found.find(({ hasScikitLearn }) => hasScikitLearn);
  const plain = found.find(({ hasScikitLearn }) => !hasScikitLearn);
  return [learned, plain].filter((python) => python !== undefined);
}

function runs(program: string, code: string): boolean {
  return spawnSync(program, ['-c', code], { stdio: 'ignore' }).status === 0;
}
