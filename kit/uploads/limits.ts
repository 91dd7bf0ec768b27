/** What may be uploaded, and how much of it is kept. */
export interface UploadLimits {
  /** The largest upload, in bytes. */
  readonly maxBytes: number;
  /** Uploads of one owner that wait to be attached. */
  readonly maxWaiting: number;
  /** Uploads of one owner, attached or not. */
  readonly maxCount: number;
  /** Bytes of all uploads of one owner, attached or not; the same bytes twice count twice. */
  readonly maxTotalBytes: number;
  /** How long an upload waits to be attached, in milliseconds. */
  readonly ttlMs: number;
}

const MEBIBYTE = 1_048_576;

export const UPLOAD_LIMITS: UploadLimits = {
  maxBytes: 10 * MEBIBYTE,
  maxWaiting: 20,
  maxCount: 500,
  maxTotalBytes: 250 * MEBIBYTE,
  ttlMs: 24 * 3_600_000,
};
