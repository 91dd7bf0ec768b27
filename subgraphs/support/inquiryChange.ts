import type { Change } from '../../kit/changes/change.ts';
import type { InquiryRow } from './store.ts';

/** What others are told of an inquiry: all that there is, but for its attachments. */
export function inquiryChange({ id, version, createdAt, ...rest }: InquiryRow): Change {
  return { entity: 'Inquiry', id, version, payload: { ...rest, createdAt: createdAt.toISOString() } };
}
