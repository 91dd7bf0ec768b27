import type { ArticleEmbedding } from './jobs/reembedArticles.ts';
import type { Suggestion } from './suggestReply.ts';

export interface JobRow {
  readonly id: string;
}
export type ArticleEmbeddingRow = ArticleEmbedding;
export type SuggestedReplyRow = Suggestion;

/** An inquiry as this island knows it: by its id, and by what the router brings with it. */
export interface InquiryRow {
  readonly id: string;
  readonly message?: string;
  readonly language?: { readonly code: string } | null;
  readonly sentiment?: { readonly label: 'POSITIVE' | 'NEGATIVE' } | null;
  readonly topic?: { readonly label: string | null } | null;
}
