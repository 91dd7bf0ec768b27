import { randomUUID } from 'node:crypto';
import type { Database } from '../../kit/database/database.ts';
import type { Composer } from '../compose/composer.ts';
import type { Compared } from '../compose/messages.ts';
import { compareModels } from '../contract/compareModels.ts';
import type { ModelContract } from '../contract/modelContract.ts';
import type { GraphRef } from '../graphRef.ts';
import { lint } from '../lint/lint.ts';
import { checkSubgraphs, type NewSubgraph } from '../newSubgraph.ts';
import type { Authorship, LaunchedSubgraph } from '../store/launch.ts';
import type { LaunchStore } from '../store/launchStore.ts';
import type { UsageStore } from '../usage/usageStore.ts';
import type { ApiChange } from './apiChanges.ts';
import type { CheckResult, JudgedBreach, JudgedChange, Override } from './checkResult.ts';
import { judgeChanges, lineFinder, overrideFor } from './judge.ts';
import { OverrideStore } from './overrideStore.ts';

export interface ChecksOptions {
  readonly database: Database;
  readonly launches: LaunchStore;
  readonly usage: UsageStore;
  readonly composer: Composer;
}

/** Which use a check looks at. */
const WINDOW_DAYS = 7;
const DAY = 86_400_000;
/** Checks are kept for as long as somebody may follow a link to one. */
const KEPT_DAYS = 30;

/** Says what would become of a schema if it were published. */
export class Checks {
  readonly overrides: OverrideStore;
  readonly #options: ChecksOptions;

  constructor(options: ChecksOptions) {
    this.#options = options;
    this.overrides = new OverrideStore(options.database);
  }

  /**
   * Checks a proposed schema of one subgraph against what the variant has, and keeps the result.
   * @throws CodedError `BAD_USER_INPUT`, `PAYLOAD_TOO_LARGE`, and what composing throws.
   */
  async check(
    ref: GraphRef,
    proposed: NewSubgraph,
    by: Authorship,
    windowDays: number = WINDOW_DAYS,
  ): Promise<CheckResult> {
    checkSubgraphs([proposed]);
    const started = performance.now();
    const { launches, usage, composer } = this.#options;
    const since = new Date(Date.now() - windowDays * DAY);
    const [[newest], served, overrides, operations] = await Promise.all([
      launches.newest(ref, 1),
      launches.served(ref),
      this.overrides.current(ref),
      usage.operationCount(ref, since),
    ]);
    const subgraphs = newest?.subgraphs ?? [];
    const others = subgraphs.filter(({ name }) => name !== proposed.name);
    const own = subgraphs.find(({ name }) => name === proposed.name);
    const services = [
      ...(await launches.services({ subgraphs: others })),
      { name: proposed.name, url: proposed.url ?? own?.url ?? '', sdl: proposed.sdl },
    ].sort((a, b) => (a.name < b.name ? -1 : 1));
    const compared = await composer.compare(services, served?.supergraphSdl ?? null);
    const changes = await this.#judge(ref, proposed, compared.changes, { since, operations, overrides });
    const diagnostics = lint(proposed.sdl);
    const breaches = judgeBreaches(await this.#published(own), proposed.models ?? null, overrides);
    const faults = 'faults' in compared.composition ? compared.composition.faults : [];
    const failed =
      faults.length > 0 ||
      [...changes, ...breaches].some(({ severity }) => severity === 'FAILURE') ||
      diagnostics.some(({ level }) => level === 'ERROR');
    const result: CheckResult = {
      id: `check-${randomUUID()}`,
      ...ref,
      subgraph: proposed.name,
      status: failed ? 'FAILED' : 'PASSED',
      by,
      createdAt: new Date(),
      composition: {
        faults,
        changesSupergraph: isOther(compared, served?.supergraphSdl),
        ms: compared.ms,
        checkMs: performance.now() - started,
      },
      operations: { changes, checked: operations, since },
      lint: { diagnostics },
      contract: { breaches },
    };
    await this.#keep(result);
    return result;
  }

  /** A check of the graph by its id; null for one that is none or too old. */
  async find(graph: string, id: string): Promise<CheckResult | null> {
    const { rows } = await this.#options.database.query<{ result: CheckResult; created_at: Date }>(
      'select result, created_at from registry.checks where graph = $1 and id = $2',
      [graph, id],
    );
    const [row] = rows;
    return row ? revive(row.result, row.created_at) : null;
  }

  /** Forgets checks that nobody will look at any more. */
  async forgetOld(): Promise<void> {
    await this.#options.database.query(
      'delete from registry.checks where created_at < now() - make_interval(days => $1)',
      [KEPT_DAYS],
    );
  }

  async #judge(
    ref: GraphRef,
    { sdl }: NewSubgraph,
    changes: readonly ApiChange[],
    {
      since,
      operations,
      overrides,
    }: { readonly since: Date; readonly operations: number; readonly overrides: readonly Override[] },
  ): Promise<JudgedChange[]> {
    if (changes.length === 0) return [];
    const coordinates = [
      ...new Set(changes.flatMap(({ severity, concerns }) => (severity === 'SAFE' ? [] : concerns))),
    ];
    const uses = coordinates.length === 0 ? [] : await this.#options.usage.usersOf(ref, coordinates, since);
    return judgeChanges(changes, uses, { operations, overrides, linesOf: lineFinder(sdl) });
  }

  async #published(own: LaunchedSubgraph | undefined): Promise<ModelContract[]> {
    if (!own?.models) return [];
    return JSON.parse(await this.#options.launches.document(own.models)) as ModelContract[];
  }

  async #keep(result: CheckResult): Promise<void> {
    const { id, graph, variant, subgraph, status, by, createdAt } = result;
    await this.#options.database.query(
      `insert into registry.checks (id, graph, variant, subgraph, author, commit, status, result, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [id, graph, variant, subgraph, by.author, by.commit, status, JSON.stringify(result), createdAt],
    );
  }
}

/** Where no manifests come with the schema, those that were published stay as they are. */
function judgeBreaches(
  published: readonly ModelContract[],
  proposed: readonly ModelContract[] | null,
  overrides: readonly Override[],
): JudgedBreach[] {
  if (proposed === null) return [];
  return compareModels(published, proposed).map(({ rule, coordinate, message }) => {
    const override = overrideFor(overrides, rule, coordinate);
    const allowed = override
      ? ` Allowed until ${override.expiresAt.toISOString()} by ${override.author}: ${override.reason}`
      : '';
    return { severity: override ? 'WARNING' : 'FAILURE', rule, coordinate, message: `${message}${allowed}`, override };
  });
}

function isOther({ composition }: Compared, served: string | undefined): boolean {
  return 'supergraphSdl' in composition && composition.supergraphSdl !== served;
}

/** JSON has no instants. */
function revive(result: CheckResult, createdAt: Date): CheckResult {
  const override = (allowed: Override | null): Override | null =>
    allowed && { ...allowed, createdAt: new Date(allowed.createdAt), expiresAt: new Date(allowed.expiresAt) };
  return {
    ...result,
    createdAt,
    operations: {
      ...result.operations,
      since: new Date(result.operations.since),
      changes: result.operations.changes.map((change) => ({
        ...change,
        override: override(change.override),
        users: change.users.map((user) => ({ ...user, lastSeen: new Date(user.lastSeen) })),
      })),
    },
    contract: {
      breaches: result.contract.breaches.map((breach) => ({ ...breach, override: override(breach.override) })),
    },
  };
}
