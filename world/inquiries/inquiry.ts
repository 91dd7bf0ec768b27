import type { Subtopic } from '../topics.ts';
import type { Language } from './form.ts';

export type InquiryStatus = 'OPEN' | 'ANSWERED' | 'CLOSED';

export interface Inquiry {
  /** `inquiry-` and a number, older ones first; those of the story have names. */
  readonly id: string;
  readonly customerId: string;
  readonly orderId: string;
  readonly message: string;
  readonly createdAt: Date;
  readonly status: InquiryStatus;
  readonly attachments: readonly {
    readonly id: string;
    readonly uploadId: string;
    readonly fileName: string;
    readonly file: URL;
  }[];
  /** For evaluation only: what the message truly is. No island seeds it; null is no topic of the shop's. */
  readonly truth: { readonly language: Language; readonly subtopic: Subtopic | null };
}
