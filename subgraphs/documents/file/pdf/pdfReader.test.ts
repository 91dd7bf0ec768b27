import { afterEach, expect, test } from 'vitest';
import { lockedPdf, textPdf } from '../../fixtures/testPdf.ts';
import { PdfReader } from './pdfReader.ts';

let reader: PdfReader;
afterEach(() => reader.close());

const pdf = textPdf(['The first page of two pages', 'The second page of two pages']);

test('gives the text of a page with its place, and how many there are', async () => {
  reader = new PdfReader();
  expect(await reader.read(pdf, 1)).toMatchObject({
    pageCount: 2,
    content: {
      runs: [{ text: 'The second page of two pages', x: expect.closeTo(0.12, 1), y: expect.closeTo(0.08, 1) }],
    },
  });
});

test('a page with too little text of its own is drawn', async () => {
  reader = new PdfReader();
  const { content } = await reader.read(textPdf(['stamp']), 0);
  expect(content).toMatchObject({ picture: { width: 1_488, height: 2_105 } });
});

test('a locked file is told from a broken one, and a page that takes too long from both', async () => {
  reader = new PdfReader();
  await expect(reader.read(lockedPdf(), 0)).rejects.toMatchObject({ message: expect.stringContaining('encrypted') });
  await expect(reader.read(pdf.subarray(0, 200), 0)).rejects.toMatchObject({
    message: expect.stringContaining('cannot be opened'),
  });
  const hasty = new PdfReader({ timeLimitMs: 1 });
  await expect(hasty.read(pdf, 0)).rejects.toMatchObject({
    code: 'BAD_USER_INPUT',
    message:
      'Expected a PDF that can be drawn, got one whose page 1 takes longer than 0.001 s. Print it into a simpler file.',
  });
});
