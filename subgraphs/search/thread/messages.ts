import type { IndexedProduct } from '../retrieval/product.ts';
import type { Quantised } from '../retrieval/quantised.ts';
import type { Found, Search } from '../retrieval/searchIndex.ts';
import type { Asking, Reading } from '../text/queryReader.ts';

/** What the thread is asked, each with its answer. */
export interface Questions {
  /** Begins another index, beside the one that is searched. */
  begin: { readonly given: null; readonly answer: null };
  /** Writes into the index that was begun, or else the one that is searched. */
  write: { readonly given: Writing; readonly answer: null };
  /** Searches the index that was begun from now on. */
  serve: { readonly given: null; readonly answer: null };
  read: { readonly given: { readonly text: string; readonly asking: Asking }; readonly answer: Reading };
  search: { readonly given: Search; readonly answer: Found };
}

export interface Writing {
  readonly products?: readonly IndexedProduct[];
  readonly removed?: readonly string[];
  /** By the ids of products. */
  readonly vectors?: readonly (readonly [string, Quantised])[];
}

export type Kind = keyof Questions;

export type ThreadRequest = {
  [Each in Kind]: { readonly id: number; readonly kind: Each; readonly given: Questions[Each]['given'] };
}[Kind];

export type ThreadAnswer =
  | { readonly id: number; readonly answer: Questions[Kind]['answer'] }
  | { readonly id: number; readonly error: string };
