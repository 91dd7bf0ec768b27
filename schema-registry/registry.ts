import type { Database } from '../kit/database/database.ts';
import { migrate } from '../kit/database/migrate.ts';
import type { Logger } from '../kit/log.ts';
import { Changelog } from './changelog/changelog.ts';
import { Checks } from './check/checks.ts';
import { Composer } from './compose/composer.ts';
import { keepTidy } from './keepTidy.ts';
import { Keys } from './keys/keys.ts';
import { Publisher } from './publisher.ts';
import { LaunchStore } from './store/launchStore.ts';
import { UsageIntake } from './usage/usageIntake.ts';
import { UsageStore } from './usage/usageStore.ts';

export interface RegistryOptions {
  readonly database: Database;
  readonly log: Logger;
}

/** Everything that a registry does, on one database; several processes may have the same. */
export interface Registry {
  readonly publisher: Publisher;
  readonly checks: Checks;
  readonly changelog: Changelog;
  /** What clients see of a supergraph, as SDL. */
  api(supergraphSdl: string): Promise<string>;
  readonly launches: LaunchStore;
  readonly keys: Keys;
  readonly usage: UsageStore;
  readonly intake: UsageIntake;
  close(): Promise<void>;
}

/** Migrates the registry's namespace, and takes over what another process left behind. */
export async function openRegistry({ database, log }: RegistryOptions): Promise<Registry> {
  await migrate(database, 'registry', new URL('migrations/', import.meta.url));
  const composer = new Composer();
  const launches = new LaunchStore(database);
  const usage = new UsageStore(database);
  const publisher = new Publisher({ launches, composer, log });
  const checks = new Checks({ database, launches, usage, composer });
  const stopTidying = keepTidy([() => usage.rollUp(), () => checks.forgetOld()], log);
  return {
    publisher,
    checks,
    changelog: new Changelog(launches, composer),
    api: (supergraphSdl) => composer.api(supergraphSdl),
    launches,
    keys: new Keys(database),
    usage,
    intake: new UsageIntake({ launches, usage, composer }),
    close: async () => {
      await Promise.all([publisher.close(), stopTidying()]);
      await composer.close();
    },
  };
}
