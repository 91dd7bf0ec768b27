import { z } from 'zod';
import type { Database, Transaction } from '../../../kit/database/database.ts';
import { defineJob } from '../../../kit/jobs/defineJob.ts';
import type { Jobs } from '../../../kit/jobs/jobs.ts';
import { inquiryChange } from '../inquiryChange.ts';
import { type InquiryRecord, toInquiry } from '../store.ts';
import { readInbox } from './inboxPages.ts';
import type { ReadInquiry } from './priority.ts';
import { type InboxTriage, type SortedInquiry, sortInbox } from './triageTally.ts';

interface Services {
  readonly database: Database;
  readonly jobs: () => Promise<Jobs>;
}

/** Inquiries whose changes are told of at once. */
const TOLD_AT_ONCE = 500;

/**
 * Gives each open inquiry a priority, by jobs/priority.ts. What it read is sorted as a whole and written with the end of
 * the job: an attempt that is lost leaves nothing, and an inquiry that changed meanwhile stays as it is.
 */
export const triageInbox = defineJob<null, InboxTriage, Services>({
  kind: 'support.triageInbox',
  input: z.null(),
  handler: async (_, { askPartly, signal, progress, commit, services }) => {
    const read = new Map<string, ReadInquiry>();
    for await (const page of readInbox({ askPartly, signal })) {
      for (const inquiry of page) read.set(inquiry.id, inquiry);
      progress(read.size, null);
    }
    const { sorted, triage } = sortInbox([...read.values()]);
    const jobs = await services.jobs();
    return commit(async (transaction) => {
      const unchanged = await holdUnchanged(transaction, sorted);
      const written = await writePriorities(transaction, unchanged);
      const changes = written.map((record) => inquiryChange(toInquiry(record)));
      for (let start = 0; start < changes.length; start += TOLD_AT_ONCE) {
        await jobs.changes.publish(transaction, ...changes.slice(start, start + TOLD_AT_ONCE));
      }
      return { ...triage, passedOver: sorted.length - unchanged.length };
    });
  },
});

/** Those that are as they were read; until the transaction ends nobody else changes them. */
async function holdUnchanged(
  transaction: Transaction,
  sorted: readonly SortedInquiry[],
): Promise<readonly SortedInquiry[]> {
  const { rows } = await transaction.query<{ id: string }>(
    `select i.id from support.inquiries i join unnest($1::text[], $2::integer[]) as read (id, version) on read.id = i.id
     where i.version = read.version and i.status = 'OPEN' order by i.id for update of i`,
    [sorted.map(({ id }) => id), sorted.map(({ version }) => version)],
  );
  const held = new Set(rows.map(({ id }) => id));
  return sorted.filter(({ id }) => held.has(id));
}

/** @returns those whose priority is another now. */
async function writePriorities(
  transaction: Transaction,
  sorted: readonly SortedInquiry[],
): Promise<readonly InquiryRecord[]> {
  const { rows } = await transaction.query<InquiryRecord>(
    `update support.inquiries i set priority = given.priority, version = i.version + 1
     from unnest($1::text[], $2::text[]) as given (id, priority)
     where i.id = given.id and i.priority is distinct from given.priority returning i.*`,
    [sorted.map(({ id }) => id), sorted.map(({ priority }) => priority)],
  );
  return rows;
}
