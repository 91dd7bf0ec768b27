import type { Transaction } from '../database/database.ts';
import { CodedError } from '../errors.ts';
import type { UploadLimits } from './limits.ts';

interface Owner {
  readonly subject: string;
  readonly tenant: string | null;
}

/**
 * Whether the owner may have `bytes` more. Until the transaction ends, other uploads of the owner wait: all of them
 * together keep to the limits.
 * @throws CodedError `QUOTA_EXCEEDED` with the limit that it would break.
 */
export async function checkQuota(
  transaction: Transaction,
  { subject, tenant }: Owner,
  bytes: number,
  { maxWaiting, maxCount, maxTotalBytes }: UploadLimits,
): Promise<void> {
  const owner = JSON.stringify([subject, tenant ?? '']);
  await transaction.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`archipelago.uploads.${owner}`]);
  const { rows } = await transaction.query<{ waiting: number; count: number; bytes: number }>(
    `select count(*) filter (where expires_at is not null) as waiting, count(*) as count,
       coalesce(sum(byte_size), 0)::bigint as bytes
     from uploads.uploads
     where subject = $1 and coalesce(tenant, '') = coalesce($2, '') and (expires_at is null or expires_at > now())`,
    [subject, tenant],
  );
  const [used = { waiting: 0, count: 0, bytes: 0 }] = rows;
  if (used.waiting >= maxWaiting) {
    throw exceeded(`${maxWaiting} uploads that wait to be attached`, 'Attach some of them, or wait until they expire.');
  }
  if (used.count >= maxCount) throw exceeded(`${maxCount.toLocaleString('en')} uploads`, 'Nothing more can be kept.');
  if (used.bytes + bytes > maxTotalBytes) {
    const left = Math.max(0, maxTotalBytes - used.bytes).toLocaleString('en');
    throw exceeded(
      `${maxTotalBytes.toLocaleString('en')} bytes in all`,
      `${left} are left, and this has ${bytes.toLocaleString('en')}.`,
    );
  }
}

function exceeded(limit: string, advice: string): CodedError {
  return new CodedError('QUOTA_EXCEEDED', `Everybody may have at most ${limit}. ${advice}`);
}
