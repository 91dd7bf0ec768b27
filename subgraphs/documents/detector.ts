import { badInput } from '../../kit/errors.ts';
import { defineModel } from '../../kit/model/defineModel.ts';
import { type PageLine, type PageLines, placeOf } from './file/pageLines.ts';
import type { PdfRun } from './file/pdf/pdfMessages.ts';
import { PdfReader } from './file/pdf/pdfReader.ts';
import { readFilePage } from './file/readFilePage.ts';
import { cutOut } from './ocr/cutOut.ts';
import { type DetectedPage, loadDetection } from './ocr/detection.ts';
import { loadDirection } from './ocr/direction.ts';
import { inRows } from './ocr/readingOrder.ts';
import { LINE_HEIGHT, WIDEST_LINE } from './recogniser.ts';

/** More lines than a page of small print has; the others are left out. */
const MOST_LINES = 200;

/** A GIF of 5 × 7 white pixels, which the detector is shown in the size and shape of a page. */
const WHITE_PAGE = 'R0lGODlhBQAHAIAAAExpcf///yH5BAUAAAAALAAAAAAFAAcAAAIFjI+puwUAOw==';

/** A page of a file, from 0. */
export interface PageOfFile {
  readonly bytes: Uint8Array;
  readonly page: number;
}

/** Finds the lines of text on a page of a picture or a PDF, and cuts them out; of a PDF that has text it takes that. */
export default defineModel<PageOfFile, PageLines>({
  warmUp: [{ bytes: Buffer.from(WHITE_PAGE, 'base64'), page: 0 }],
  async load(folder) {
    const detect = await loadDetection(folder);
    const straighten = await loadDirection(folder);
    const pdfs = new PdfReader();
    folder.onUnload(() => pdfs.close());

    const read = async ({ bytes, page }: PageOfFile): Promise<PageLines> => {
      const { pageCount, content } = await readFilePage(bytes, page, pdfs);
      if ('runs' in content) return { pageCount, lines: linesOfRuns(content.runs) };
      const found = await detect(content.picture);
      return { pageCount, lines: cutLines({ ...found, boxes: await straighten(found.page, found.boxes) }) };
    };

    return {
      async predict(items) {
        const results = [];
        for (const item of items) {
          results.push(
            await read(item).then(
              (output) => ({ output, signals: { length: Math.max(1, output.lines.length) } }),
              (error: unknown) => (error instanceof Error ? error : badInput(String(error))),
            ),
          );
        }
        return results;
      },
    };
  },
});

function cutLines({ page, boxes, quarters }: DetectedPage): readonly PageLine[] {
  const lines = inRows(boxes).flatMap((row, index) => row.map((box) => ({ row: index, box })));
  return lines.slice(0, MOST_LINES).map(({ row, box }) => ({
    row,
    place: placeOf(box, page, quarters),
    content: { picture: cutOut(page, box, { height: LINE_HEIGHT, mostWide: WIDEST_LINE }) },
  }));
}

function linesOfRuns(runs: readonly PdfRun[]): readonly PageLine[] {
  const boxes = runs.map(({ text, ...place }) => ({
    centre: { x: place.x + place.width / 2, y: place.y + place.height / 2 },
    width: place.width,
    height: place.height,
    angle: 0,
    place,
    text,
  }));
  return inRows(boxes).flatMap((row, index) =>
    row.map(({ place, text }) => ({ row: index, place, content: { text: text.trim() } })),
  );
}
