import sharp from 'sharp';
import { openTestSet } from '../../../models/training/testSet.ts';
import { type Readers, readFile } from '../readFile.ts';
import { DOCUMENTS, type DocumentItem, documentItem, renderDocument } from './eval/documents.ts';
import { type LineErrors, lineErrors } from './lineErrors.ts';
import { readingWeights, recogniserDraft } from './manifests.ts';
import { isPrinted, type ReadPage } from './readingFigures.ts';

/** One for each worker. */
const AT_ONCE = 2;

/** Draws the test pages and reads each as an upload is read. */
export async function readTestPages(readers: Readers): Promise<readonly ReadPage[]> {
  const items = await openTestSet(DOCUMENTS, documentItem, { ...recogniserDraft, weights: readingWeights });
  const pages: Awaited<ReturnType<typeof readPage>>[] = [];
  const usage = process.cpuUsage();
  for (let start = 0; start < items.length; start += AT_ONCE) {
    pages.push(...(await Promise.all(items.slice(start, start + AT_ONCE).map((item) => readPage(item, readers)))));
  }
  const { user, system } = process.cpuUsage(usage);
  console.log(
    `  a page took ${Math.round((user + system) / 1_000 / items.length)} ms of processor time, drawing it included`,
  );
  const lines = pages.filter(({ item }) => item.condition === 'clean' && isPrinted(item)).map((page) => page.lines);
  const sum = (of: (errors: LineErrors) => number): number => lines.reduce((total, errors) => total + of(errors), 0);
  const rate = (100 * sum(({ edits }) => edits)) / sum(({ characters }) => characters);
  console.log(`  character error rate of clean printed pages line by line, whatever their order: ${rate.toFixed(2)}%`);
  return pages;
}

async function readPage(item: DocumentItem, readers: Readers): Promise<ReadPage & { readonly lines: LineErrors }> {
  const { png, lines } = await renderDocument(item);
  const { width, height } = await sharp(png).metadata();
  const { text, boxes } = await readFile(png, readers, {});
  const truth = lines.map((line) => line.text).join('\n');
  return { item, truth, text, lines: lineErrors(lines, boxes, { width, height }) };
}
