import type { HeadRebuild } from './jobs/rebuildHead.ts';
import type { ReviewAnalysis } from './jobs/reviewTally.ts';
import type { JudgedText } from './judging.ts';

export interface JobRow {
  readonly id: string;
}
/** A review as this island knows it: by its id, and by its text where the router brings that. */
export interface ReviewRow {
  readonly id: string;
  readonly body?: string;
}
/** An inquiry as this island knows it: by its id, and by what the router brings; its language is null where that failed. */
export interface InquiryRow {
  readonly id: string;
  readonly message?: string;
  readonly language?: { readonly code: string } | null;
}
export type SentimentRow = JudgedText;
export type ReviewAnalysisRow = ReviewAnalysis;
export type ProductSentimentRow = ReviewAnalysis['products'][number];
export type HeadRebuildRow = HeadRebuild;
