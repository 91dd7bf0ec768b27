import { z } from 'zod';
import { defineProjection } from '../../../kit/changes/defineProjection.ts';
import type { Transaction } from '../../../kit/database/database.ts';
import { readChange } from '../change.ts';
import { OrderStore } from '../store.ts';

/** What orders must know of an assessment: what is to become of the order. */
const payload = z.object({
  decision: z.enum(['APPROVE', 'REVIEW', 'DECLINE'], { error: 'APPROVE, REVIEW or DECLINE' }),
});

const STATUS = { APPROVE: 'CONFIRMED', DECLINE: 'DECLINED' } as const;

interface AssessmentPage {
  readonly fraudAssessments: {
    readonly nodes: readonly {
      readonly order: { readonly id: string };
      readonly version: number;
      readonly decision: string;
      readonly review: { readonly decision: string } | null;
    }[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  };
}

const PAGE = `query AssessmentsForOrders($after: String) {
  fraudAssessments(first: 100, after: $after) {
    nodes { order { id } version decision review { decision } }
    pageInfo { hasNextPage endCursor }
  }
}`;

/**
 * What fraud decides of orders that wait: an order that is approved is confirmed, one that is declined is declined, and one
 * that a person has to look at goes on waiting. Only what waits is moved, so that it is moved once. No table of its own is kept.
 */
export const assessments = defineProjection({
  consumer: 'orders',
  entity: 'FraudAssessment',
  payload,
  identity: { subject: 'orders', tenant: null, scopes: ['fraud:read'] },
  apply: async (transaction, { id, payload: assessment }, { publish }) => {
    if (assessment === null || assessment.decision === 'REVIEW') return;
    if (!(await settle(transaction, id, STATUS[assessment.decision]))) return;
    const store = new OrderStore(transaction);
    const [order] = await store.ordersById([id], null);
    if (order) await publish(await readChange(store, order));
  },
  clear: async () => {},
  async *rebuild(ask) {
    for (let after: string | null = null; ; ) {
      const { fraudAssessments: page }: AssessmentPage = await ask<AssessmentPage>(PAGE, { after });
      for (const { order, version, decision, review } of page.nodes) {
        yield { id: order.id, version, payload: { decision: review?.decision ?? decision } };
      }
      if (!page.pageInfo.hasNextPage) return;
      after = page.pageInfo.endCursor;
    }
  },
});

/** @returns whether the order waited, and is settled now. */
async function settle(transaction: Transaction, id: string, status: string): Promise<boolean> {
  const { rows } = await transaction.query(
    `update orders.orders set status = $2, updated_at = now(), version = version + 1
     where id = $1 and status = 'PENDING_REVIEW' returning id`,
    [id, status],
  );
  return rows.length > 0;
}
