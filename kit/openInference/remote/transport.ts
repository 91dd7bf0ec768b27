import type { OutputTensor } from '../inference/makeOutputs.ts';
import type { SentTensor } from '../inference/readItems.ts';
import type { FoundTensor } from './signature.ts';

/** Which model of a server, and who asks. */
export interface RemoteAddress {
  readonly url: URL;
  readonly model: string;
  /** None lets the server choose. */
  readonly version: string | undefined;
  /** Bearer key. */
  readonly key: string | undefined;
}

export interface RemoteCall {
  /** Aborts when nobody waits any more. */
  readonly signal: AbortSignal;
  /** Epoch milliseconds. */
  readonly deadline: number;
}

/** One protocol's way to a remote model. Its methods throw RemoteFailure, or whatever the signal was aborted with. */
export interface RemoteTransport {
  describe(
    call: RemoteCall,
  ): Promise<{ readonly inputs: readonly FoundTensor[]; readonly outputs: readonly FoundTensor[] }>;
  infer(inputs: readonly OutputTensor[], outputs: readonly string[], call: RemoteCall): Promise<readonly SentTensor[]>;
  close(): void;
}

/** Largest answer that is read, in bytes. */
export const ANSWER_LIMIT = 64 * 1_048_576;
