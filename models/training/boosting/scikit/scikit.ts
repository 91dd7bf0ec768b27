import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { itemOf, type Table } from '../table.ts';

/** Debian's, which has scikit-learn as the package python3-sklearn. */
const PYTHON = '/usr/bin/python3';
const fit = fileURLToPath(new URL('fit.py', import.meta.url));
const answer = z.object({ version: z.string(), logits: z.array(z.number()) });

/** Whether scikit-learn is installed here. */
export function scikitInstalled(): boolean {
  return spawnSync(PYTHON, ['-c', 'import sklearn.ensemble'], { stdio: 'ignore' }).status === 0;
}

/**
 * Has scikit-learn learn from one table and judge another.
 * @param options by its own names, such as `max_iter`
 * @returns its version, and the log odds of each row of `test`
 */
export async function fitWithScikit(
  training: Table,
  test: Table,
  options: Readonly<Record<string, number>>,
): Promise<z.infer<typeof answer>> {
  // One core: others use this machine, too.
  const python = spawn(PYTHON, [fit], { stdio: ['pipe', 'pipe', 'inherit'], env: { OMP_NUM_THREADS: '1' } });
  let output = '';
  python.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  python.stdin.end(JSON.stringify({ training: asRows(training), test: asRows(test), options }));
  const [code] = await new Promise<[number | null]>((resolve) => python.once('close', (status) => resolve([status])));
  if (code !== 0) throw new Error(`scikit-learn ended with exit status ${code}.`);
  return answer.parse(JSON.parse(output));
}

/** What is missing is null in JSON. */
function asRows(table: Table) {
  return { rows: Array.from(table.labels, (_, row) => [...itemOf(table, row)]), labels: [...table.labels] };
}
