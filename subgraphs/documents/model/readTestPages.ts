import { performance } from 'node:perf_hooks';
import { openTestSet } from '../../../models/training/testSet.ts';
import { type Readers, readFile } from '../readFile.ts';
import { DOCUMENTS, type DocumentItem, documentItem, renderDocument } from './eval/documents.ts';
import { readingWeights, recogniserDraft } from './manifests.ts';
import type { ReadPage } from './readingFigures.ts';

/** Draws the test pages and reads each as an upload is read. */
export async function readTestPages(readers: Readers): Promise<readonly ReadPage[]> {
  const items = await openTestSet(DOCUMENTS, documentItem, { ...recogniserDraft, weights: readingWeights });
  const pages: ReadPage[] = [];
  const times: number[] = [];
  for (const item of items) {
    const { png, truth } = await draw(item);
    const startedAt = performance.now();
    const { text } = await readFile(png, readers, {});
    times.push(performance.now() - startedAt);
    pages.push({ item, truth, text });
  }
  const sorted = times.sort((a, b) => a - b);
  const at = (share: number): string => `${Math.round(sorted[Math.floor(share * sorted.length)] ?? 0)} ms`;
  console.log(`  a page was read in ${at(0.5)} (p50), ${at(0.95)} (p95)`);
  return pages;
}

async function draw(item: DocumentItem): Promise<{ readonly png: Buffer; readonly truth: string }> {
  const { png, lines } = await renderDocument(item);
  return { png, truth: lines.map(({ text }) => text).join('\n') };
}
