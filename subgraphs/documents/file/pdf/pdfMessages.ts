import type { Grey } from '../../ocr/grey.ts';

/** What the thread that opens PDF files is asked: one page of a file. */
export interface PdfRequest {
  readonly bytes: Uint8Array;
  /** From 0. */
  readonly page: number;
  /** A point is 1/72 of an inch. */
  readonly dotsPerPoint: number;
  /** A larger page is drawn with fewer dots. */
  readonly longestSide: number;
}

/** Text that a page has itself; its place in shares of the page's width and height. */
export interface PdfRun {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A page of a file: its own text where it has any, else a picture of it. */
export interface FilePage {
  /** Pages of the whole file. */
  readonly pageCount: number;
  readonly content: { readonly runs: readonly PdfRun[] } | { readonly picture: Grey };
}

export type PdfAnswer = FilePage | { readonly fault: 'locked' | 'broken' };

/** As it is sent, with what the thread's memory has grown to. */
export type SentPdfAnswer = PdfAnswer & { readonly heapBytes: number };
