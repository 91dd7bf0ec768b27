import { expect } from 'vitest';
import { type PrivatePostgres, postgresInstalled, startPostgres } from '../../services/privatePostgres.ts';
import { type PrivateRabbit, rabbitInstalled, startRabbit } from '../../services/privateRabbit.ts';
import { Keeper } from './keeper.ts';
import { prepareDatabase } from './kinds.ts';
import { ask, leftOver, untilDone, verdictOf } from './verdict.ts';

export const JOBS = 1_000;
/** For one scenario, on a machine that is busy with others. */
export const LIMIT_MS = 120_000;

/** What a machine lacks for an arena; empty where it has all. */
export const missing = [!postgresInstalled && 'Postgres', !rabbitInstalled && 'RabbitMQ'].filter(Boolean).join(' and ');
export const title = `1,000 jobs over RabbitMQ and Postgres${missing && ` (not installed here: ${missing})`}`;

const ALL_DONE = { effects: JOBS / 2, jobsWithEffect: JOBS / 2, marks: JOBS / 2, untrue: 0, submitted: JOBS };

/** A broker and a database of a test's own, and the processes that submit and work on them. */
export class Arena {
  readonly postgres: PrivatePostgres;
  readonly rabbit: PrivateRabbit;
  readonly #keepers: Keeper[] = [];

  private constructor(postgres: PrivatePostgres, rabbit: PrivateRabbit) {
    this.postgres = postgres;
    this.rabbit = rabbit;
  }

  static async open(): Promise<Arena> {
    const [postgres, rabbit] = await Promise.all([startPostgres(), startRabbit()]);
    await prepareDatabase({ url: postgres.url, directory: '' });
    return new Arena(postgres, rabbit);
  }

  /** A process of the scenario that is started again whenever it dies. */
  keep(scenario: string, roles: string): Keeper {
    const where = { DATABASE_URL: this.postgres.url, RABBITMQ_URL: this.rabbit.url };
    const keeper = new Keeper({ SCENARIO: scenario, ROLES: roles, JOBS: String(JOBS), ...where });
    this.#keepers.push(keeper);
    return keeper;
  }

  /** Ends the processes of a scenario. */
  async clear(): Promise<void> {
    await Promise.all(this.#keepers.splice(0).map((keeper) => keeper.stop()));
  }

  async close(): Promise<void> {
    await this.clear();
    await Promise.all([this.postgres.stop(), this.rabbit.stop()]);
  }

  /** No job was lost, none had its effect twice, and each says the truth of itself. */
  async expectAllDone(scenario: string): Promise<void> {
    const { url } = this.postgres;
    await untilDone(url, scenario, JOBS);
    expect(await verdictOf(url, scenario)).toEqual({ ...ALL_DONE, jobs: JOBS, states: { SUCCEEDED: JOBS } });
    expect(await leftOver(url)).toBe(0);
  }

  /** All but one, which is parked. */
  async expectAllDoneBut(scenario: string, parked: object): Promise<void> {
    const { url } = this.postgres;
    await untilDone(url, scenario, JOBS + 1);
    const states = { SUCCEEDED: JOBS, PARKED: 1 };
    expect(await verdictOf(url, scenario)).toEqual({ ...ALL_DONE, jobs: JOBS + 1, states });
    const sql = "select attempt, error_code from jobs.jobs where kind like $1 || '.%' and state = 'PARKED'";
    expect(await ask(url, sql, [scenario])).toEqual([parked]);
  }

  /** One job of a troublesome kind, as any submitter would write it. */
  async submitTrouble(kind: string, options: { retries: number; timeout_ms: number }): Promise<void> {
    const id = `job-${kind.replace('.', '-')}`;
    const job = { id, kind, lane: 1, input: { n: 0 }, subject: 'tester', scopes: [], restartable: true, ...options };
    await ask(this.postgres.url, "select * from jobs.submit($1, interval '0')", [JSON.stringify([job])]);
  }
}
