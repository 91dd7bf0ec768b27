import { badInput } from '../../../kit/errors.ts';
import { decodePicture } from '../../../kit/model/onnx/pictureDecoder.ts';
import { sniffContentType } from '../../../kit/uploads/contentType.ts';
import type { FilePage } from './pdf/pdfMessages.ts';
import type { PdfReader } from './pdf/pdfReader.ts';

/** The longer side of a picture that is read: more dots than this, 200 an inch of A4, tell nothing more. */
const LONGEST_SIDE = 2_400;

/**
 * Opens a page of a picture or a PDF.
 * @param page from 0; a picture has one.
 * @throws CodedError `BAD_USER_INPUT` for a file of another kind, a broken, locked or too large one.
 */
export async function readFilePage(bytes: Uint8Array, page: number, pdfs: PdfReader): Promise<FilePage> {
  const type = sniffContentType(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
  if (type === 'application/pdf') return pdfs.read(bytes, page);
  if (type === null || type === 'text/plain') {
    throw badInput('Expected a PNG, JPEG, WebP or GIF picture or a PDF, got a file that is none of them.');
  }
  const {
    width,
    height,
    data: pixels,
  } = await decodePicture(bytes, (given) =>
    given
      .autoOrient()
      .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true })
      .flatten({ background: 'white' })
      .greyscale(),
  );
  return { pageCount: 1, content: { picture: { width, height, pixels } } };
}
