/** The kinds of documents, in the schema's order. */
export const KINDS = [
  'INVOICE',
  'RECEIPT',
  'RETURN_FORM',
  'IDENTITY_DOCUMENT',
  'COMPLAINT_LETTER',
  'SPAM',
  'OTHER',
] as const;

export type Kind = (typeof KINDS)[number];

/** What monitoring calls a document of which no kind is told. */
export const NO_KIND = 'NONE';

/** The languages of the models. */
export const LANGUAGES = ['en', 'id'] as const;
export type Language = (typeof LANGUAGES)[number];

/** What a model says of a document. */
export interface Judgement {
  /** Null when the model is not sure enough. */
  readonly kind: Kind | null;
  /** Calibrated probability of the likeliest kind; 0 where there is no text. */
  readonly confidence: number;
}
