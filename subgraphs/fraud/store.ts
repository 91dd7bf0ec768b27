import type { Change } from '../../kit/changes/change.ts';
import type { Page } from '../../kit/connection.ts';
import type { Database, Queryable } from '../../kit/database/database.ts';
import type { Decision } from './decision/decide.ts';
import type { Feature } from './features/names.ts';

/** What was decided of an order that waited. */
export interface FraudAssessmentRow {
  readonly orderId: string;
  readonly version: number;
  readonly decision: Decision;
  readonly score: number;
  readonly reasons: readonly Feature[];
  readonly model: { readonly name: string; readonly version: string };
  readonly degraded: boolean;
  readonly assessedAt: Date;
  readonly review: { readonly decision: Verdict; readonly by: string; readonly at: Date } | null;
}

/** A person's. */
export type Verdict = Exclude<Decision, 'REVIEW'>;

export type NewAssessment = Pick<
  FraudAssessmentRow,
  'orderId' | 'decision' | 'score' | 'reasons' | 'model' | 'degraded'
>;

/** Where a page of assessments stands: they come in the order of the orders' ids. */
export type AssessmentKey = readonly [orderId: string];

interface AssessmentRecord {
  order_id: string;
  version: number;
  decision: Decision;
  score: number;
  reasons: Feature[];
  model_name: string;
  model_version: string;
  degraded: boolean;
  assessed_at: Date;
  review: Verdict | null;
  reviewed_by: string | null;
  reviewed_at: Date | null;
}

/** What a change of `FraudAssessment` tells: what is to become of the order, and nothing of why. */
export function changeOf({ orderId, version, decision, review }: FraudAssessmentRow): Change {
  return { entity: 'FraudAssessment', id: orderId, version, payload: { decision: review?.decision ?? decision } };
}

/** @returns the assessment; null where the order had one before, which stands. */
export async function addAssessment(transaction: Queryable, given: NewAssessment): Promise<FraudAssessmentRow | null> {
  const { orderId, decision, score, reasons, model, degraded } = given;
  const { rows } = await transaction.query<AssessmentRecord>(
    `insert into fraud.assessments (order_id, decision, score, reasons, model_name, model_version, degraded)
     values ($1, $2, $3, $4, $5, $6, $7) on conflict (order_id) do nothing returning *`,
    [orderId, decision, score, reasons, model.name, model.version, degraded],
  );
  return rows[0] ? toRow(rows[0]) : null;
}

/** Null for an order without one; in the order of the ids. */
export async function readAssessments(
  database: Queryable,
  orderIds: readonly string[],
): Promise<(FraudAssessmentRow | null)[]> {
  const { rows } = await database.query<AssessmentRecord>('select * from fraud.assessments where order_id = any($1)', [
    orderIds,
  ]);
  const found = new Map(rows.map((row) => [row.order_id, toRow(row)]));
  return orderIds.map((id) => found.get(id) ?? null);
}

/** One more than the page has, if there are. */
export async function assessmentPage(
  database: Database,
  { first, after }: Page<AssessmentKey>,
): Promise<FraudAssessmentRow[]> {
  const { rows } = await database.query<AssessmentRecord>(
    `select * from fraud.assessments where $1::text is null or order_id > $1 order by order_id limit $2`,
    [after?.[0] ?? null, first + 1],
  );
  return rows.map(toRow);
}

/** Nobody else may decide about it until the transaction ends. */
export async function lockAssessment(transaction: Queryable, orderId: string): Promise<FraudAssessmentRow | null> {
  const { rows } = await transaction.query<AssessmentRecord>(
    'select * from fraud.assessments where order_id = $1 for update',
    [orderId],
  );
  return rows[0] ? toRow(rows[0]) : null;
}

export async function writeReview(
  transaction: Queryable,
  orderId: string,
  verdict: Verdict,
  by: string,
): Promise<FraudAssessmentRow> {
  const { rows } = await transaction.query<AssessmentRecord>(
    `update fraud.assessments set review = $2, reviewed_by = $3, reviewed_at = now(), version = version + 1
     where order_id = $1 returning *`,
    [orderId, verdict, by],
  );
  const [row] = rows;
  if (row === undefined) throw new TypeError(`${orderId} has no assessment.`);
  return toRow(row);
}

function toRow(record: AssessmentRecord): FraudAssessmentRow {
  const { review, reviewed_by: by, reviewed_at: at } = record;
  return {
    orderId: record.order_id,
    version: record.version,
    decision: record.decision,
    score: record.score,
    reasons: record.reasons,
    model: { name: record.model_name, version: record.model_version },
    degraded: record.degraded,
    assessedAt: record.assessed_at,
    review: review !== null && by !== null && at !== null ? { decision: review, by, at } : null,
  };
}
