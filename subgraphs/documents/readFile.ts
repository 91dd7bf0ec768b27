import type { ModelHandle, PredictOptions } from '../../kit/model/handle.ts';
import { sniffContentType } from '../../kit/uploads/contentType.ts';
import type { PageOfFile } from './detector.ts';
import type { PageLine, PageLines } from './file/pageLines.ts';
import type { Grey } from './ocr/grey.ts';
import type { ReadLine } from './ocr/spelling.ts';
import { type Box, type Reading, readingOfText, textOf } from './reading.ts';

/** What a document is, its first pages tell; a scan of hundreds would hold up everybody. */
const MOST_PAGES = 3;
/** What is read less surely is no text, such as the handle of a cup that looks like a C. */
const SURE_FROM = 0.5;

/** The models that read. */
export interface Readers {
  readonly detector: ModelHandle<PageOfFile, PageLines>;
  readonly recogniser: ModelHandle<Grey, ReadLine>;
}

/**
 * Reads a plain text, or the first pages of a picture or a PDF. That yields to what somebody waits for: a page is a hundred
 * times the work of a message.
 * @throws CodedError `BAD_USER_INPUT` for a file that cannot be read, and what the models throw.
 */
export async function readFile(bytes: Buffer, readers: Readers, options: PredictOptions): Promise<Reading> {
  if (sniffContentType(bytes) === 'text/plain') return readingOfText(bytes.toString('utf8').replace(/^\ufeff/, ''));
  const reader = new PageReader(bytes, readers, { ...options, priority: 'batch' });
  const first = await reader.read(0);
  const pagesRead = Math.min(MOST_PAGES, first.pageCount);
  const others = await Promise.all(Array.from({ length: pagesRead - 1 }, (_, index) => reader.read(index + 1)));
  const boxes = [first, ...others].flatMap((page) => page.boxes);
  return { text: textOf(boxes), boxes, pagesRead, pageCount: first.pageCount, reader: reader.model };
}

class PageReader {
  /** The model that read a line, once one did. */
  model: Reading['reader'] = null;
  readonly #bytes: Uint8Array;
  readonly #readers: Readers;
  readonly #options: PredictOptions;

  constructor(bytes: Uint8Array, readers: Readers, options: PredictOptions) {
    this.#bytes = bytes;
    this.#readers = readers;
    this.#options = options;
  }

  /** @param page from 0. */
  async read(page: number): Promise<{ readonly pageCount: number; readonly boxes: readonly Box[] }> {
    const { output } = await this.#readers.detector.predict({ bytes: this.#bytes, page }, this.#options);
    const boxes = await Promise.all(output.lines.map((line) => this.#box(line, page + 1)));
    return {
      pageCount: output.pageCount,
      boxes: boxes.filter(({ text, confidence }) => text !== '' && confidence >= SURE_FROM),
    };
  }

  async #box({ row, place, content }: PageLine, page: number): Promise<Box> {
    if ('text' in content) return { page, row, ...place, text: content.text, confidence: 1 };
    const { output, model } = await this.#readers.recogniser.predict(content.picture, this.#options);
    this.model = model;
    return { page, row, ...place, ...output };
  }
}
