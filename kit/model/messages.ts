import type { ErrorCode } from '../errors.ts';
import type { Manifest } from './manifest.ts';

/** An error as it crosses from a worker; without a code it is a fault of the model's own. */
export interface SentError {
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly stack: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;
}

export type SentResult = { readonly value: unknown } | { readonly error: SentError };

/** What the runtime asks of a worker. Each request gets one answer with its `id`. */
export type WorkerRequest =
  | {
      readonly kind: 'load';
      readonly id: number;
      /** By which later requests name the model. */
      readonly model: number;
      readonly folder: string;
      readonly code: string;
      readonly manifest: Manifest;
    }
  | { readonly kind: 'predict'; readonly id: number; readonly model: number; readonly items: readonly unknown[] };

export type WorkerAnswer =
  | { readonly kind: 'loaded'; readonly id: number }
  | {
      readonly kind: 'predicted';
      readonly id: number;
      readonly results: readonly SentResult[];
      /** A duration, because a thread's clock may differ from another's. */
      readonly runMs: number;
    }
  | { readonly kind: 'failed'; readonly id: number; readonly error: SentError };
