import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { expect, test } from 'vitest';
import { findOverlaps } from '../../../../models/training/overlap.ts';
import { readLines } from '../../../../models/training/testSet.ts';
import { drawPage } from '../page/renderPage.ts';
import { DOCUMENT_KINDS, DOCUMENTS, documentItem, pageOf, renderDocument, TEXTS, textItem } from './documents.ts';

const documents = readLines(await readFile(DOCUMENTS, 'utf8'), documentItem);
const texts = readLines(await readFile(TEXTS, 'utf8'), textItem);
const groups = DOCUMENT_KINDS.flatMap((kind) => (['en', 'id'] as const).map((language) => ({ kind, language })));

test.each(groups)('$kind in $language: 12 documents, a third of each condition, and 10 texts', ({ kind, language }) => {
  const own = documents.filter((item) => item.kind === kind && item.language === language);
  expect(own.length).toBe(12);
  for (const condition of ['clean', 'rotated', 'photo']) {
    expect(own.filter((item) => item.condition === condition).length).toBe(4);
  }
  expect(texts.filter((item) => item.kind === kind && item.language === language).length).toBe(10);
});

test('each kind has at least three layouts, and each id and content is there once', () => {
  for (const kind of DOCUMENT_KINDS) {
    const layouts = documents.filter((item) => item.kind === kind).map(({ layout }) => layout);
    expect(new Set(layouts).size).toBeGreaterThanOrEqual(3);
  }
  const ids = [...documents, ...texts].map(({ id }) => id);
  expect(new Set(ids).size).toBe(168 + 140);
});

test.each(['clean', 'rotated', 'photo'] as const)('%s documents are spoilt in their way alone', (condition) => {
  for (const { degradation, ...item } of documents.filter((each) => each.condition === condition)) {
    const done = Object.keys(degradation);
    if (condition === 'clean') expect(done, item.id).toEqual([]);
    else expect(done, item.id).toContain(condition === 'rotated' ? 'rotateDegrees' : 'jpegQuality');
    expect('rotateDegrees' in degradation).toBe(condition === 'rotated');
  }
});

/** Words that give a kind away when they stand in a title. */
const NAMES: Readonly<Record<string, RegExp>> = {
  INVOICE: /invoice|faktur|tagihan/i,
  RECEIPT: /receipt|struk|kwitansi|bukti|acknowledg/i,
  RETURN_FORM: /return|rma|refund|exchange|retur|pengembalian|tukar/i,
  IDENTITY_DOCUMENT: /identity|passport|licen[cs]e|kartu|paspor|pass\b|\bcard|izin|resident/i,
  COMPLAINT_LETTER: /complain|komplain|keluhan|pengaduan/i,
};

test.each(Object.entries(NAMES))('at least a third of %s have no title that names the kind', (kind, names) => {
  const own = documents.filter((item) => item.kind === kind);
  const titled = own.filter(({ content }) =>
    content.split('\n').some((line) => /^##? /.test(line) && names.test(line)),
  );
  expect(titled.length).toBeLessThanOrEqual((own.length * 2) / 3);
});

test('no two items are variants of each other', () => {
  for (const items of [documents.map(({ content }) => content), texts.map(({ text }) => text)]) {
    // Each is known to itself, and to no other.
    expect(findOverlaps(items, items).filter(({ text, known }) => text !== known)).toEqual([]);
  }
});

test('every document is drawn within its page, in the fonts of the test set alone', () => {
  for (const item of documents) {
    const page = pageOf(item);
    const { svg, lines } = drawPage(page);
    expect(svg, item.id).not.toContain('NaN');
    expect(lines.length, item.id).toBeGreaterThanOrEqual(7);
    for (const { text, corners } of lines) {
      const [[left, top], , [right, bottom]] = corners;
      expect(Math.min(left, top), `${item.id}: ${text}`).toBeGreaterThanOrEqual(0);
      expect(right, `${item.id}: ${text}`).toBeLessThanOrEqual(page.width);
      expect(bottom, `${item.id}: ${text}`).toBeLessThanOrEqual(page.height);
    }
    for (const { font } of page.blocks) {
      expect(['ibm-plex-sans', 'courier-prime', 'merriweather', 'caveat']).toContain(font);
    }
  }
});

test.each(['clean', 'rotated', 'photo'] as const)(
  'a %s document becomes a picture that holds its lines',
  async (condition) => {
    const item = documents.find((each) => each.condition === condition);
    if (item === undefined) throw new RangeError(`No document is ${condition}.`);
    const { png, kind, lines } = await renderDocument(item);
    const { width, height, format } = await sharp(png).metadata();
    expect({ kind, format }).toEqual({ kind: item.kind, format: 'png' });
    for (const [x, y] of lines.flatMap(({ corners }) => corners)) {
      expect(x >= 0 && x <= width && y >= 0 && y <= height).toBe(true);
    }
  },
);
