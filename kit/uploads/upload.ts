import { z } from 'zod';
import { text } from '../readInput.ts';
import type { ContentType } from './contentType.ts';

/** Bytes that somebody uploaded, without the bytes. */
export interface Upload {
  /** `upload-` and a UUID. */
  readonly id: string;
  readonly fileName: string;
  readonly contentType: ContentType;
  readonly byteSize: number;
  readonly createdAt: Date;
  /** When it is forgotten; null once it is attached to something. */
  readonly expiresAt: Date | null;
}

export const uploadId = z.string().regex(/^upload-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, {
  error: 'the id of an upload, as POST /uploads gave it',
});

/** A name for people, not a path: it is shown, and proposed when the file is saved. */
export const fileName = text(1, 200).refine((name) => !/[/\\]|^\.+$/.test(name), {
  error: 'the name of a file without its folder',
});
