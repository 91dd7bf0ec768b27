import { readFile as readBytes } from 'node:fs/promises';
import { pino } from 'pino';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ModelRuntime } from '../../kit/model/runtime.ts';
import { ensureModels } from '../../models/ensureModels.ts';
import { detector, recogniser } from './definitions.ts';
import { scanPdf } from './fixtures/testPdf.ts';
import { type Readers, readFile } from './readFile.ts';

let runtime: ModelRuntime;
let readers: Readers;
let invoice: Buffer;

beforeAll(async () => {
  await ensureModels();
  runtime = await ModelRuntime.start({ log: pino({ level: 'silent' }), workers: 1 });
  readers = { detector: await runtime.load(detector), recogniser: await runtime.load(recogniser) };
  invoice = await readBytes(new URL('fixtures/invoice.jpg', import.meta.url));
}, 120_000);
afterAll(() => runtime?.close());

test('reads a photo row by row, with the place of each piece', async () => {
  const { text, boxes, pagesRead, pageCount, reader } = await readFile(invoice, readers, {});
  // A space after a comma may be too narrow to be seen.
  expect(text).toMatch(/^INVOICE No\. ?INV-2026-00417\nLumen Home Pte Ltd, ?12 Kallang Way/);
  expect(text).toMatch(/Enamel tiffin carrier, ?3 tiers 2 SGD 38\.50 SGD 77\.00\nBamboo steamer 20 cm 1 SGD 14\.90/);
  expect({ pagesRead, pageCount, reader }).toMatchObject({
    pagesRead: 1,
    pageCount: 1,
    reader: { name: 'documents-recogniser' },
  });
  expect(boxes.find((box) => box.text === 'Bill to: Rina Lestari')).toEqual({
    text: 'Bill to: Rina Lestari',
    page: 1,
    row: 2,
    x: expect.closeTo(0.035, 1),
    y: expect.closeTo(0.17, 1),
    width: expect.closeTo(0.19, 1),
    height: expect.closeTo(0.05, 1),
    confidence: expect.any(Number),
  });
}, 120_000);

test.each([90, 176])(
  'reads it as well after a turn by %d degrees, and tells places as one sees them there',
  async (degrees) => {
    const turned = await sharp(invoice).rotate(degrees, { background: 'white' }).jpeg().toBuffer();
    const { text, boxes } = await readFile(turned, readers, {});
    expect(text).toMatch(/^INVOICE No[\s\S]*Total due SGD 100\.17\nPlease pay/);
    const title = boxes.find((box) => box.text.startsWith('INVOICE'));
    if (degrees === 90) {
      // The top of the page is on the right.
      expect(title?.x).toBeGreaterThan(0.85);
      expect(title?.height).toBeGreaterThan(title?.width ?? 1);
    } else expect(title?.y).toBeGreaterThan(0.8);
  },
  120_000,
);

test('of a scan of 200 pages the first three are read, and it says so', async () => {
  const top = await sharp(invoice).extract({ left: 0, top: 0, width: 700, height: 140 }).grayscale().jpeg().toBuffer();
  const { text, pagesRead, pageCount } = await readFile(scanPdf(top, { width: 700, height: 140 }, 200), readers, {});
  expect({ pagesRead, pageCount }).toEqual({ pagesRead: 3, pageCount: 200 });
  expect(text.match(/Lestari/g)).toHaveLength(3);
}, 120_000);

test('a plain text is taken as it is, up to 20,000 characters', async () => {
  expect(await readFile(Buffer.from('\ufeffSurat retur\nRusak'), readers, {})).toEqual({
    text: 'Surat retur\nRusak',
    boxes: [],
    pagesRead: 1,
    pageCount: 1,
    reader: null,
  });
  expect((await readFile(Buffer.from('x'.repeat(30_000)), readers, {})).text).toHaveLength(20_000);
});
