import { expect, test } from 'vitest';
import { sniffContentType } from './contentType.ts';

const PNG = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');

test.each([
  ['a PNG', PNG, 'image/png'],
  ['a JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), 'image/jpeg'],
  ['a WebP', Buffer.from('RIFF\x24\x00\x00\x00WEBPVP8 ', 'latin1'), 'image/webp'],
  ['a GIF', Buffer.from('GIF89a\x01\x00\x01\x00', 'latin1'), 'image/gif'],
  ['a PDF', Buffer.from('%PDF-1.7\n'), 'application/pdf'],
  ['a text', Buffer.from('Rantangnya pecah.\r\n破了 💔\n'), 'text/plain'],
  ['a text with a mark of its byte order', Buffer.from('\ufeffhalo'), 'text/plain'],
])('%s is known by its bytes', (_, bytes, type) => {
  expect(sniffContentType(bytes)).toBe(type);
});

test.each([
  ['a program', Buffer.from('7f454c4602010100', 'hex')],
  ['a ZIP archive', Buffer.from('504b030414000000', 'hex')],
  ['an HTML page', Buffer.from('\n  <!DOCTYPE html><script>alert(1)</script>')],
  ['an HTML page behind a mark of its byte order', Buffer.from('\ufeff<html>')],
  ['an SVG, which may hold scripts', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
  ['XML', Buffer.from('<?xml version="1.0"?><a/>')],
  ['text in another encoding', Buffer.from('caf\xe9', 'latin1')],
  ['text with a NUL', Buffer.from('a\0b')],
  ['a PNG whose first byte is missing', PNG.subarray(1)],
  ['a RIFF that is no WebP', Buffer.from('RIFF\x24\x00\x00\x00WAVEfmt ', 'latin1')],
])('%s may not be uploaded', (_, bytes) => {
  expect(sniffContentType(bytes)).toBeNull();
});
