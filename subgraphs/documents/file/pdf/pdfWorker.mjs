// Plain JavaScript: on Node 20 a worker thread does not inherit tsx, and starting it here would cost 150 ms.
import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import { init } from '@embedpdf/pdfium';

/** Of fpdfview.h. */
const PASSWORD_ERRORS = [4, 5];
const GREY_FORMAT = 1;
const DRAW_ANNOTATIONS = 0x01;
const WHITE = 0xffffffff;

/** Places in the text of a page are told in so many parts of its width and height. */
const PARTS = 10_000;
const MOST_RUNS = 1_000;
/** A page with fewer letters and digits of its own is a scan with a stamp on it. */
const FEWEST_CHARACTERS = 20;
/** Characters that a font gives no meaning to; where there are many, the text cannot be used. */
const MEANINGLESS = /[\p{Cc}\p{Co}\p{Cn}\ufffd]/gu;
const MOST_MEANINGLESS = 0.1;
const MOST_CHARACTERS = 2_000;

const wasm = await readFile(new URL(import.meta.resolve('@embedpdf/pdfium/pdfium.wasm')));
const pdfium = await init({ wasmBinary: wasm });
pdfium.PDFiumExt_Init();
const { pdfium: memory } = pdfium;

/** Frees what `work` was given, whatever becomes of it. */
function withBytes(size, work) {
  const pointer = memory.wasmExports.malloc(size);
  if (pointer === 0) throw new Error('out of memory');
  try {
    return work(pointer);
  } finally {
    memory.wasmExports.free(pointer);
  }
}

/** @type {(request: import('./pdfMessages.ts').PdfRequest) => import('./pdfMessages.ts').PdfAnswer} */
function readPage({ bytes, page: index, dotsPerPoint, longestSide }) {
  return withBytes(bytes.length, (file) => {
    memory.HEAPU8.set(bytes, file);
    const document = pdfium.FPDF_LoadMemDocument(file, bytes.length, '');
    if (document === 0) return { fault: PASSWORD_ERRORS.includes(pdfium.FPDF_GetLastError()) ? 'locked' : 'broken' };
    try {
      const pageCount = pdfium.FPDF_GetPageCount(document);
      const page = pdfium.FPDF_LoadPage(document, index);
      if (page === 0) return { fault: 'broken' };
      try {
        const [wide, high] = [pdfium.FPDF_GetPageWidthF(page), pdfium.FPDF_GetPageHeightF(page)];
        if (!(wide >= 1 && high >= 1)) return { fault: 'broken' };
        const factor = Math.min(dotsPerPoint, longestSide / Math.max(wide, high));
        const [width, height] = [Math.ceil(wide * factor), Math.ceil(high * factor)];
        const runs = runsOf(page);
        return { pageCount, content: isText(runs) ? { runs } : { picture: draw(page, width, height) } };
      } finally {
        pdfium.FPDF_ClosePage(page);
      }
    } finally {
      pdfium.FPDF_CloseDocument(document);
    }
  });
}

function isText(runs) {
  const text = runs.map((run) => run.text).join('');
  const meaningful = text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  const meaningless = text.match(MEANINGLESS)?.length ?? 0;
  return meaningful >= FEWEST_CHARACTERS && meaningless <= MOST_MEANINGLESS * text.length;
}

/** The page's own text, as far as it has any, with its places. */
function runsOf(page) {
  const text = pdfium.FPDFText_LoadPage(page);
  if (text === 0) return [];
  try {
    const count = Math.min(MOST_RUNS, pdfium.FPDFText_CountRects(text, 0, -1));
    return withBytes(4 * 8 + 2 * 4 + 2 * MOST_CHARACTERS, (pointer) =>
      Array.from({ length: count }, (_, index) => runAt(page, text, index, pointer)),
    );
  } finally {
    pdfium.FPDFText_ClosePage(text);
  }
}

function runAt(page, text, index, pointer) {
  pdfium.FPDFText_GetRect(text, index, pointer, pointer + 8, pointer + 16, pointer + 24);
  const [left, top, right, bottom] = [0, 8, 16, 24].map((at) => memory.getValue(pointer + at, 'double'));
  const written = pdfium.FPDFText_GetBoundedText(text, left, top, right, bottom, pointer + 40, MOST_CHARACTERS - 1);
  memory.HEAPU8.fill(0, pointer + 40 + 2 * Math.max(0, written), pointer + 42 + 2 * Math.max(0, written));
  const corners = [
    [left, top],
    [right, bottom],
  ].map(([x, y]) => {
    pdfium.FPDF_PageToDevice(page, 0, 0, PARTS, PARTS, 0, x, y, pointer + 32, pointer + 36);
    return [memory.getValue(pointer + 32, 'i32') / PARTS, memory.getValue(pointer + 36, 'i32') / PARTS];
  });
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  return {
    text: memory.UTF16ToString(pointer + 40),
    x: Math.min(...xs),
    y: Math.min(...ys),
    width: Math.abs(xs[1] - xs[0]),
    height: Math.abs(ys[1] - ys[0]),
  };
}

/** A grey picture of the page, as it is printed. */
function draw(page, width, height) {
  return withBytes(width * height, (pointer) => {
    const bitmap = pdfium.FPDFBitmap_CreateEx(width, height, GREY_FORMAT, pointer, width);
    if (bitmap === 0) throw new Error('out of memory');
    try {
      pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
      pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, DRAW_ANNOTATIONS);
      return { width, height, pixels: memory.HEAPU8.slice(pointer, pointer + width * height) };
    } finally {
      pdfium.FPDFBitmap_Destroy(bitmap);
    }
  });
}

parentPort.on('message', (request) => {
  parentPort.postMessage({ ...readPage(request), heapBytes: memory.HEAPU8.length });
});
