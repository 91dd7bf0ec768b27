import { unwatchFile, watchFile } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CodedError } from '../../errors.ts';
import type { Logger } from '../../log.ts';
import type { ModelDefinition } from '../definition.ts';
import { type Manifest, readManifest } from '../folder/manifest.ts';
import type { WorkerPool } from '../scheduling/workerPool.ts';
import { ModelVersion } from './modelVersion.ts';
import { readTraffic, trafficFile, versionFolder } from './traffic.ts';

/** A look at a file's status costs microseconds, and unlike an event of the file system it also sees mounted volumes. */
const LOOK_EVERY_MS = 1_000;

export interface VersionSetOptions {
  readonly definition: ModelDefinition;
  /** The pool that runs what has this manifest. */
  poolFor(manifest: Manifest): WorkerPool;
  readonly log: Logger;
}

/** A version and its share of the traffic. */
export interface Route {
  readonly version: string;
  readonly weight: number;
  readonly loaded: ModelVersion;
}

/** The versions of one model that are served, each with its share. Versions come and go while calls are under way. */
export class VersionSet {
  readonly #options: VersionSetOptions;
  readonly #files: readonly string[];
  #routes: readonly Route[] = [];
  #reloading: Promise<void> = Promise.resolve();

  private constructor(options: VersionSetOptions) {
    this.#options = options;
    const { folder } = options.definition;
    this.#files = [trafficFile(folder), new URL('manifest.json', folder)].map((file) => fileURLToPath(file));
  }

  /**
   * Loads what is to be served. A version that cannot be loaded is left out, so that one bad canary keeps no process from
   * starting, as long as another has a share.
   * @throws CodedError `MODEL_UNAVAILABLE` when none has.
   */
  static async open(options: VersionSetOptions): Promise<VersionSet> {
    const set = new VersionSet(options);
    // Before the files are read: a change while the versions load must not be missed.
    for (const file of set.#files) watchFile(file, { interval: LOOK_EVERY_MS, persistent: false }, set.#onChange);
    try {
      await set.#inTurn(true);
    } catch (error) {
      set.close();
      throw error;
    }
    return set;
  }

  /** Those that are served, most traffic first; of weight 0 those that only stand by. */
  get routes(): readonly Route[] {
    return this.#routes;
  }

  get first(): Route {
    const [first] = this.#routes;
    if (first === undefined) throw new TypeError('a set of versions was used before it was open');
    return first;
  }

  /**
   * Reads which versions to serve and loads those that are new, all before any is sent traffic; then those that are no
   * longer served finish what they have begun and go.
   * @throws CodedError `MODEL_UNAVAILABLE`; then all is as before.
   */
  reload(): Promise<void> {
    return this.#inTurn(false);
  }

  close(): void {
    for (const file of this.#files) unwatchFile(file, this.#onChange);
  }

  readonly #onChange = (): void => {
    this.reload().catch((error: unknown) => {
      this.#options.log.error({ err: error }, 'the versions of a model cannot be changed; those before serve on');
    });
  };

  #inTurn(atStart: boolean): Promise<void> {
    const reloaded = this.#reloading.then(() => this.#reload(atStart));
    this.#reloading = reloaded.catch(() => {});
    return reloaded;
  }

  async #reload(atStart: boolean): Promise<void> {
    const { definition, log } = this.#options;
    const { manifest: own } = await readManifest(definition.folder);
    const traffic = await readTraffic(definition.folder);
    const weights = Object.entries(traffic?.weights ?? { [own.version]: 1 });
    const fresh: ModelVersion[] = [];
    const loading = weights.map(async ([version, weight]): Promise<Route> => {
      const loaded = await this.#find(
        versionFolder(definition.folder, own.version, version),
        { name: own.name, version },
        fresh,
      );
      return { version, weight, loaded };
    });
    const outcomes = await Promise.allSettled(loading);
    const routes = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    const failure = outcomes.find((outcome) => outcome.status === 'rejected');
    if (failure) {
      if (!atStart || routes.every(({ weight }) => weight === 0)) {
        await Promise.all(fresh.map((version) => version.retire()));
        throw failure.reason;
      }
      log.error({ err: failure.reason }, 'a version of a model cannot be loaded and is left out');
    }
    const kept = new Set(routes.map(({ loaded }) => loaded));
    const retired = this.#routes.filter(({ loaded }) => !kept.has(loaded));
    this.#routes = routes.sort((a, b) => b.weight - a.weight);
    if (fresh.length + retired.length > 0) {
      const weightOf = Object.fromEntries(routes.map(({ version, weight }) => [version, weight]));
      log.info({ model: own.name, versions: weightOf }, 'the versions of a model were loaded');
    }
    for (const { loaded } of retired) void loaded.retire();
  }

  /** The loaded version that a folder has, or a new one of it, which is added to `fresh`. */
  async #find(
    folder: URL,
    expected: { readonly name: string; readonly version: string },
    fresh: ModelVersion[],
  ): Promise<ModelVersion> {
    const { definition, poolFor } = this.#options;
    const { manifest, digest } = await readManifest(folder);
    if (manifest.name !== expected.name || manifest.version !== expected.version) {
      throw new CodedError(
        'MODEL_UNAVAILABLE',
        `${fileURLToPath(folder)} should have ${expected.name} ${expected.version}, but its manifest.json says ${manifest.name} ${manifest.version}.`,
      );
    }
    const known = this.#routes.find(({ loaded }) => loaded.digest === digest);
    if (known) return known.loaded;
    const pooled = { folder, code: definition.code, manifest, served: { batches: 0, items: 0 } };
    const version = new ModelVersion(poolFor(manifest), pooled, digest);
    await version.pool.load(pooled);
    fresh.push(version);
    return version;
  }
}
