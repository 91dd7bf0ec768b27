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
  const times: { wall: number[]; processor: number[] } = { wall: [], processor: [] };
  for (const item of items) {
    const { png, truth } = await draw(item);
    const [startedAt, usage] = [performance.now(), process.cpuUsage()];
    const { text } = await readFile(png, readers, {});
    const { user, system } = process.cpuUsage(usage);
    times.wall.push(performance.now() - startedAt);
    times.processor.push((user + system) / 1_000);
    pages.push({ item, truth, text });
  }
  console.log(`  a page took ${spread(times.processor)} of processor time, ${spread(times.wall)} by the clock`);
  return pages;
}

function spread(times: readonly number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number): string => `${Math.round(sorted[Math.floor(share * sorted.length)] ?? 0)} ms`;
  return `${at(0.5)} (p50) and ${at(0.95)} (p95)`;
}

async function draw(item: DocumentItem): Promise<{ readonly png: Buffer; readonly truth: string }> {
  const { png, lines } = await renderDocument(item);
  return { png, truth: lines.map(({ text }) => text).join('\n') };
}
