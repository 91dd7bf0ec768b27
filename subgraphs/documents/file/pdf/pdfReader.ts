import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { badInput, CodedError } from '../../../../kit/errors.ts';
import type { FilePage, PdfAnswer, PdfRequest, SentPdfAnswer } from './pdfMessages.ts';

/** 180 dots an inch. */
const DOTS_PER_POINT = 2.5;
const LONGEST_SIDE = 2_400;
/** A page that takes longer was not made to be read. */
const TIME_LIMIT_MS = 5_000;
/** A thread that a file made this large is not kept: its memory never becomes smaller. */
const MOST_HEAP_BYTES = 256 * 1024 ** 2;

export interface PdfReaderOptions {
  /** How long a page may take, in milliseconds; 5,000 by default. */
  readonly timeLimitMs?: number;
}

/**
 * Opens PDF files of strangers with PDFium, in WebAssembly and in a thread of its own: one that does not end or takes too much
 * memory takes nothing else along. One page at a time.
 */
export class PdfReader {
  readonly #timeLimitMs: number;
  #worker: Worker | null = null;

  constructor({ timeLimitMs = TIME_LIMIT_MS }: PdfReaderOptions = {}) {
    this.#timeLimitMs = timeLimitMs;
  }

  /**
   * @param page from 0.
   * @throws CodedError `BAD_USER_INPUT` for a file that is locked or broken, or a page that takes too long or too much memory.
   */
  async read(bytes: Uint8Array, page: number): Promise<FilePage> {
    this.#worker ??= new Worker(new URL('pdfWorker.mjs', import.meta.url));
    const answer = await this.#ask(this.#worker, {
      bytes,
      page,
      dotsPerPoint: DOTS_PER_POINT,
      longestSide: LONGEST_SIDE,
    });
    if (!('fault' in answer)) return answer;
    throw badInput(
      answer.fault === 'locked'
        ? 'Expected a PDF that opens without a password, got one that is encrypted. Save it without its password, then upload it again.'
        : `Expected a whole PDF, got one whose page ${page + 1} cannot be opened. Save it anew, then upload it again.`,
    );
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  async #ask(worker: Worker, request: PdfRequest): Promise<PdfAnswer> {
    const late = AbortSignal.timeout(this.#timeLimitMs);
    try {
      worker.postMessage(request);
      // Rejects also when the thread fails.
      const [answer]: SentPdfAnswer[] = await once(worker, 'message', { signal: late });
      if (answer === undefined) throw new TypeError('The thread that opens PDF files sent nothing.');
      if (answer.heapBytes > MOST_HEAP_BYTES) await this.close();
      return answer;
    } catch (cause) {
      await this.close();
      const failure = late.aborted ? `takes longer than ${this.#timeLimitMs / 1_000} s` : 'breaks the reader';
      throw new CodedError(
        'BAD_USER_INPUT',
        `Expected a PDF that can be drawn, got one whose page ${request.page + 1} ${failure}. Print it into a simpler file.`,
        { cause },
      );
    }
  }
}
