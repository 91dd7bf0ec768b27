import type { Changes } from '../../kit/changes/changes.ts';
import type { Database } from '../../kit/database/database.ts';
import { CodedError } from '../../kit/errors.ts';
import { changeOf, type FraudAssessmentRow, lockAssessment, type Verdict, writeReview } from './store.ts';

/**
 * Writes a person's decision about an order that waits for one, and tells of it, in one transaction; given again it is the
 * same decision.
 * @throws CodedError `NOT_FOUND` for an order without an assessment, `CONFLICT` for one that waits for nobody, or about which
 * somebody decided otherwise.
 */
export async function reviewOrder(
  { orderId, verdict, by }: { readonly orderId: string; readonly verdict: Verdict; readonly by: string },
  database: Database,
  changes: Pick<Changes, 'publish'>,
): Promise<FraudAssessmentRow> {
  return database.transaction(async (transaction) => {
    const assessment = await lockAssessment(transaction, orderId);
    if (assessment === null) {
      throw new CodedError(
        'NOT_FOUND',
        `${orderId} has not been assessed: expected an order that waits for a person's decision. A new one is assessed within moments; an old one never was.`,
      );
    }
    const { decision, review } = assessment;
    if (decision !== 'REVIEW') {
      throw new CodedError(
        'CONFLICT',
        `${orderId} waits for nobody: expected an order whose assessment is REVIEW, and that of this one is ${decision}.`,
      );
    }
    if (review?.decision === verdict) return assessment;
    if (review !== null) {
      throw new CodedError(
        'CONFLICT',
        `Somebody has decided about ${orderId} before: ${review.decision}. That stands.`,
      );
    }
    const reviewed = await writeReview(transaction, orderId, verdict, by);
    await changes.publish(transaction, changeOf(reviewed));
    return reviewed;
  });
}
