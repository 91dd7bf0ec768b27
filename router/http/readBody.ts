import type { Readable } from 'node:stream';
import { badInput, CodedError } from '../../kit/errors.ts';
import type { UploadLimits } from '../../kit/uploads/limits.ts';
import { tooLarge } from '../../kit/uploads/uploads.ts';

export interface ReadBodyOptions extends Pick<UploadLimits, 'maxBytes'> {
  /** How long the body may take, in milliseconds. */
  readonly timeoutMs: number;
}

/**
 * Reads a body while it comes, and no further than the limit. What follows one that is refused is thrown away, so that
 * the connection is still there for the answer.
 * @throws CodedError `PAYLOAD_TOO_LARGE`, `DEADLINE_EXCEEDED`, or `BAD_USER_INPUT` for a body that breaks off.
 */
export function readBody(stream: Readable, { maxBytes, timeoutMs }: ReadBodyOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const settle = (end: () => void): void => {
      clearTimeout(timer);
      stream.off('data', take).off('end', finish).off('close', breakOff).resume();
      chunks.length = 0;
      end();
    };
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      if (size > maxBytes) settle(() => reject(tooLarge({ maxBytes })));
      else chunks.push(chunk);
    };
    const finish = (): void => {
      const whole = Buffer.concat(chunks);
      settle(() => resolve(whole));
    };
    const breakOff = (): void =>
      settle(() => reject(badInput(`The body broke off after ${size.toLocaleString('en')} bytes; nothing was kept.`)));
    const timer = setTimeout(() => {
      const late = `Expected the whole body within ${timeoutMs.toLocaleString('en')} ms; nothing was kept.`;
      settle(() => reject(new CodedError('DEADLINE_EXCEEDED', late)));
    }, timeoutMs);
    stream.on('data', take).on('end', finish).on('close', breakOff);
    // A connection that breaks is an error, and then a close.
    stream.on('error', () => {});
    if (stream.destroyed) breakOff();
  });
}
