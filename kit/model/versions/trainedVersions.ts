import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { CodedError } from '../../errors.ts';
import { type Manifest, readManifest, VERSION_PATTERN } from '../folder/manifest.ts';
import { readTraffic, type Traffic, trafficFile, writeTraffic } from './traffic.ts';

/** The folders of a model's versions that came while processes run: who puts one there, and who has it served. */
export class TrainedVersions {
  readonly #modelFolder: URL;
  readonly #folder: URL;

  constructor(modelFolder: URL) {
    this.#modelFolder = modelFolder;
    this.#folder = new URL('versions/', modelFolder);
  }

  /** The version that was trained by this command; null when there is none. */
  async trainedBy(command: string): Promise<Manifest | null> {
    for (const version of await this.#versions()) {
      // One that is not whole is nobody's: what is placed here is.
      const read = await readManifest(new URL(`${version}/`, this.#folder)).catch(() => null);
      if (read?.manifest.training.command === command) return read.manifest;
    }
    return null;
  }

  /**
   * An empty folder, to be filled and then placed. Those that earlier attempts of the job left behind go.
   * @throws CodedError `MODEL_UNAVAILABLE` where nothing can be written.
   */
  async openDraft(jobId: string, attempt: number): Promise<URL> {
    const draft = new URL(`${jobId}-${attempt}.unfinished/`, this.#folder);
    await this.#writing(async () => {
      for (const name of await this.#names()) {
        if (name.startsWith(`${jobId}-`)) await rm(new URL(name, this.#folder), { recursive: true, force: true });
      }
      await mkdir(draft, { recursive: true });
    });
    return draft;
  }

  removeDraft(draft: URL): Promise<void> {
    return rm(draft, { recursive: true, force: true });
  }

  /**
   * Gives a filled folder its place, as a whole, under the first patch number after the manifest's that is free.
   * @throws CodedError `MODEL_UNAVAILABLE` where nothing can be written.
   */
  async place(draft: URL, manifest: Manifest): Promise<Manifest> {
    const [major = 0, minor = 0, ...own] = manifest.version.split('.').map(Number);
    const taken = (await this.#versions())
      .map((version) => version.split('.').map(Number))
      .flatMap(([otherMajor, otherMinor, patch = 0]) => (otherMajor === major && otherMinor === minor ? [patch] : []));
    for (let patch = Math.max(...own, ...taken) + 1; ; patch++) {
      const placed = { ...manifest, version: `${major}.${minor}.${patch}` };
      await this.#writing(() => writeFile(new URL('manifest.json', draft), `${JSON.stringify(placed, null, 2)}\n`));
      if (await this.#writing(() => moved(draft, new URL(`${placed.version}/`, this.#folder)))) return placed;
    }
  }

  /**
   * Has a version served instead of what is; nothing changes where it has a share already.
   * @returns what was served before, and since when this one is.
   */
  async serve(version: string): Promise<{ readonly previous: Traffic['weights']; readonly since: Date }> {
    const { manifest: own } = await readManifest(this.#modelFolder);
    const { weights, previous } = (await readTraffic(this.#modelFolder)) ?? { weights: { [own.version]: 1 } };
    const served = version in weights;
    if (!served) {
      await this.#writing(() => writeTraffic(this.#modelFolder, { weights: { [version]: 1 }, previous: weights }));
    }
    const { mtime } = await stat(trafficFile(this.#modelFolder));
    return { previous: served ? (previous ?? {}) : weights, since: mtime };
  }

  async #versions(): Promise<readonly string[]> {
    return (await this.#names()).filter((name) => VERSION_PATTERN.test(name));
  }

  async #names(): Promise<readonly string[]> {
    return readdir(this.#folder).catch((error: unknown) => {
      if (hasCode(error, 'ENOENT', 'ENOTDIR')) return [];
      throw error;
    });
  }

  async #writing<Result>(write: () => Promise<Result>): Promise<Result> {
    try {
      return await write();
    } catch (cause) {
      if (!hasCode(cause)) throw cause;
      throw new CodedError(
        'MODEL_UNAVAILABLE',
        `A new version cannot be written to the folder versions/ of the model (${cause.code}). Make it a volume with room, which this process may write to and those that serve the model may read.`,
        { cause },
      );
    }
  }
}

/** False when somebody has that place. */
async function moved(from: URL, to: URL): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if (hasCode(error, 'ENOTEMPTY', 'EEXIST')) return false;
    throw error;
  }
}

/** Whether the file system says so; with one of the codes, if there are any. */
function hasCode(error: unknown, ...codes: readonly string[]): error is Error & { readonly code: string } {
  if (!(error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'))
    return false;
  return codes.length === 0 || codes.includes(error.code);
}
