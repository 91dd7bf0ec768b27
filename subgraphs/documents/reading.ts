import type { Place } from './file/pageLines.ts';

/** A piece of text on a page. */
export interface Box extends Place {
  /** From 1. */
  readonly page: number;
  /** On the page; the pieces of a row stand beside one another. */
  readonly row: number;
  readonly text: string;
  /** How sure it is that it says this; 1 for text that the file has itself. */
  readonly confidence: number;
}

/** What stands in a document. */
export interface Reading {
  readonly text: string;
  /** In reading order; none for a plain text. */
  readonly boxes: readonly Box[];
  readonly pagesRead: number;
  readonly pageCount: number;
  /** The model that read the pictures in it; null where there are none. */
  readonly reader: { readonly name: string; readonly version: string } | null;
}

/** The longest plain text that is read, in characters. */
export const MAX_CHARACTERS = 20_000;

export function readingOfText(text: string): Reading {
  return { text: text.slice(0, MAX_CHARACTERS), boxes: [], pagesRead: 1, pageCount: 1, reader: null };
}

/** Row under row, pages apart. */
export function textOf(boxes: readonly Box[]): string {
  let text = '';
  let before: Box | undefined;
  for (const box of boxes) {
    if (before !== undefined) text += before.page !== box.page ? '\n\n' : before.row !== box.row ? '\n' : ' ';
    text += box.text;
    before = box;
  }
  return text;
}
