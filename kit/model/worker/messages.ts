import type { ErrorCode } from '../../errors.ts';
import type { Prediction } from '../defineModel.ts';
import type { Manifest } from '../folder/manifest.ts';

/** An error as it crosses from a worker; without a code it is a fault of the model's own. */
export interface SentError {
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly stack: string | undefined;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A prediction, with about how many bytes it takes to keep it. */
export interface Answer extends Prediction<unknown> {
  readonly bytes: number;
}

export type SentResult = { readonly answer: Answer } | { readonly error: SentError };

/** What a pool asks of a worker. Each request gets one answer with its `id`. */
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
  | { readonly kind: 'unload'; readonly id: number; readonly model: number }
  | { readonly kind: 'predict'; readonly id: number; readonly model: number; readonly items: readonly unknown[] };

export type WorkerAnswer =
  | {
      readonly kind: 'loaded';
      readonly id: number;
      /** What a prediction took once the model was warm, in milliseconds; null where it has no warm-up. */
      readonly warmMs: number | null;
    }
  | { readonly kind: 'unloaded'; readonly id: number }
  | {
      readonly kind: 'predicted';
      readonly id: number;
      readonly results: readonly SentResult[];
      /** A duration, because a thread's clock may differ from another's. */
      readonly runMs: number;
    }
  | { readonly kind: 'failed'; readonly id: number; readonly error: SentError };
