export type PictureFormat = 'JPEG' | 'PNG' | 'WebP' | 'GIF' | 'AVIF';

/** The largest file that is decoded. */
export const MAX_PICTURE_BYTES = 10_000_000;

/** What is read of the file's start: longer than any list of brands that was met. */
const START_BYTES = 64;

/**
 * The format of a picture by its first bytes; null for everything else. So no other loader of libvips ever sees what a
 * stranger sent, such as the one for SVG, which is a language, not a picture.
 */
export function pictureFormat(bytes: Uint8Array): PictureFormat | null {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, START_BYTES)).toString('latin1');
  if (start.startsWith('\xff\xd8\xff')) return 'JPEG';
  if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'PNG';
  if (start.startsWith('RIFF') && start.startsWith('WEBP', 8)) return 'WebP';
  if (start.startsWith('GIF87a') || start.startsWith('GIF89a')) return 'GIF';
  if (start.startsWith('ftyp', 4) && brandsOf(start).some((brand) => brand === 'avif' || brand === 'avis'))
    return 'AVIF';
  return null;
}

/** What an ISO base media file says it is; HEIC has the same container as AVIF. Its first box is `ftyp`, 4-byte size first. */
function brandsOf(start: string): readonly string[] {
  const size = Buffer.from(start, 'latin1').readUInt32BE(0);
  return start.slice(8, size).match(/.{4}/gs) ?? [];
}
