import DataLoader from 'dataloader';
import type { Reach } from './access.ts';
import type { ArticleStore } from './articleStore.ts';
import type { ArticleRow, AttachmentRow, InquiryRow, InquiryStore } from './store.ts';

/** Gathers what one request asks of many entities into one query each. */
export class SupportLoaders {
  readonly inquiryById: DataLoader<string, InquiryRow | null>;
  readonly attachmentById: DataLoader<string, AttachmentRow | null>;
  readonly attachmentsOf: DataLoader<string, AttachmentRow[]>;
  readonly articleById: DataLoader<string, ArticleRow | null>;

  constructor(inquiries: InquiryStore, articles: ArticleStore, reach: Reach) {
    this.inquiryById = new DataLoader((ids) => inquiries.inquiriesById(ids, reach));
    this.attachmentById = new DataLoader((ids) => inquiries.attachmentsById(ids, reach));
    this.attachmentsOf = new DataLoader((ids) => inquiries.attachmentsOf(ids));
    this.articleById = new DataLoader((ids) => articles.articlesById(ids));
  }
}
