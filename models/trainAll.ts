import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { CodedError } from '../kit/errors.ts';

const train = fileURLToPath(new URL('train.ts', import.meta.url));

/**
 * Trains the models of several subgraphs, each in a process of its own, as many at once as there are cores.
 * @throws CodedError `MODEL_FAILED` with the names of those that failed, once the others have ended.
 */
export async function trainAll(names: readonly string[]): Promise<void> {
  const started = performance.now();
  const waiting = [...names];
  const failed: string[] = [];
  const work = async (): Promise<void> => {
    for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
      if ((await trainOne(name)) !== 0) failed.push(name);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, work));
  if (failed.length > 0) {
    throw new CodedError('MODEL_FAILED', `Training failed for ${failed.join(', ')}; what each printed is above.`);
  }
  const seconds = Math.round((performance.now() - started) / 1_000);
  console.log(
    `Trained ${names.join(', ')} in ${seconds} s. \`git status\` shows what is other than what was committed.`,
  );
}

/** @returns its exit code; null when a signal ended it. */
function trainOne(name: string): Promise<number | null> {
  const child = spawn(process.execPath, ['--import', 'tsx', train, name], { stdio: ['ignore', 'pipe', 'pipe'] });
  for (const [stream, out] of [
    [child.stdout, process.stdout],
    [child.stderr, process.stderr],
  ] as const) {
    createInterface(stream).on('line', (line) => out.write(`${name}: ${line}\n`));
  }
  return new Promise((resolve) => child.once('close', resolve));
}
