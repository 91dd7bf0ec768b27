import { badInput } from '../../../kit/errors.ts';
import { MAX_PICTURE_BYTES, pictureFormat } from '../../../kit/model/onnx/pictureFormat.ts';

/** So many bytes are enough to tell the format. */
const START_BYTES = 64;

/**
 * The bytes of a picture as they come, told by their beginning and not by what the host says of them. What is no
 * picture, or too large, is left off where that shows.
 * @throws CodedError `BAD_USER_INPUT`
 */
export async function readPictureBody(body: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  let known = false;
  for await (const chunk of body) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_PICTURE_BYTES) {
      throw badInput(`url: expected a picture of at most ${MAX_PICTURE_BYTES / 1e6} MB, got more.`, 'url');
    }
    if (!known && size >= START_BYTES) {
      checkFormat(Buffer.concat(chunks));
      known = true;
    }
  }
  const bytes = Buffer.concat(chunks);
  if (!known) checkFormat(bytes);
  return bytes;
}

function checkFormat(start: Buffer): void {
  if (pictureFormat(start) !== null) return;
  throw badInput('url: expected a JPEG, PNG, WebP, GIF or AVIF picture, got something else.', 'url');
}
