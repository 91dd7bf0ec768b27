import { z } from 'zod';
import { degrade } from '../page/degrade.ts';
import type { TrueLine } from '../page/page.ts';
import { renderPage } from '../page/renderPage.ts';
import { LAYOUTS, type LayoutName } from './layouts/layouts.ts';
import { typeset } from './layouts/typeset.ts';

export const DOCUMENT_KINDS = [
  'INVOICE',
  'RECEIPT',
  'RETURN_FORM',
  'IDENTITY_DOCUMENT',
  'COMPLAINT_LETTER',
  'SPAM',
  'OTHER',
] as const;
const labels = { kind: z.enum(DOCUMENT_KINDS), language: z.enum(['en', 'id']) };

/** One line of documents.jsonl. */
export const documentItem = z.strictObject({
  id: z.string(),
  ...labels,
  layout: z.enum(Object.keys(LAYOUTS) as LayoutName[]),
  font: z.enum(['ibm-plex-sans', 'courier-prime', 'merriweather', 'caveat']),
  condition: z.enum(['clean', 'rotated', 'photo']),
  degradation: z.strictObject({
    rotateDegrees: z.number().exactOptional(),
    perspective: z.number().exactOptional(),
    surround: z.string().exactOptional(),
    blurSigma: z.number().exactOptional(),
    shadow: z.number().exactOptional(),
    noise: z.number().exactOptional(),
    jpegQuality: z.number().exactOptional(),
  }),
  content: z.string(),
});
export type DocumentItem = z.infer<typeof documentItem>;

/** One line of texts.jsonl. */
export const textItem = z.strictObject({ id: z.string(), ...labels, text: z.string() });

/** The sets, to be opened through `models/training/testSet.ts` with the items above. */
export const DOCUMENTS = new URL('documents.jsonl', import.meta.url);
export const TEXTS = new URL('texts.jsonl', import.meta.url);

/** The page of a test document before it is spoilt. */
export function pageOf({ content, layout, font }: DocumentItem) {
  return typeset(content, LAYOUTS[layout], font);
}

/** Draws a test document as it was scanned or photographed, with the lines that stand on it and where they came to lie. */
export async function renderDocument(item: DocumentItem) {
  const { png: clean, lines } = await renderPage(pageOf(item));
  const { png, move } = await degrade(clean, { ...item.degradation, seed: item.id });
  const moved = ({ text, corners: [a, b, c, d] }: TrueLine): TrueLine => ({
    text,
    corners: [move(a), move(b), move(c), move(d)],
  });
  return { png, kind: item.kind, lines: lines.map(moved) };
}
