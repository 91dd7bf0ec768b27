import type { Queryable } from '../database/database.ts';

/** How far a projection is behind its source. */
export interface Lag {
  /** Changes that are published and not applied. */
  readonly waiting: number;
  /** The age of the oldest of them, in milliseconds; 0 when there is none. */
  readonly oldestMs: number;
  /** Those among them that could not be applied and are tried again. */
  readonly failing: number;
  /** Whether it is being built from the owner's graph, or is about to be: until then it does not show everything. */
  readonly rebuilding: boolean;
}

interface LagRow extends Lag {
  readonly consumer: string;
  readonly entity: string;
}

const LAGS = `
  select s.consumer, s.entity, count(c.seq) as waiting, count(c.seq) filter (where c.failures > 0) as failing,
    greatest(0, coalesce(extract(epoch from clock_timestamp() - min(c.published_at)) * 1000, 0))::float8 as "oldestMs",
    s.rebuild_at is not null as rebuilding
  from jobs.subscriptions s left join jobs.changes c on c.consumer = s.consumer and c.entity = s.entity`;

/** The lag of every projection there is, whichever processes keep it. */
export async function readLags(database: Queryable): Promise<readonly LagRow[]> {
  return (await database.query<LagRow>(`${LAGS} group by s.entity, s.consumer`)).rows;
}

export async function readLag(
  database: Queryable,
  { consumer, entity }: Pick<LagRow, 'consumer' | 'entity'>,
): Promise<Lag> {
  const { rows } = await database.query<LagRow>(
    `${LAGS} where s.consumer = $1 and s.entity = $2 group by s.entity, s.consumer`,
    [consumer, entity],
  );
  const [row] = rows;
  if (row === undefined) return { waiting: 0, oldestMs: 0, failing: 0, rebuilding: true };
  const { waiting, oldestMs, failing, rebuilding } = row;
  return { waiting, oldestMs, failing, rebuilding };
}
