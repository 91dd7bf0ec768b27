export interface EngineOptions {
  /** The cluster's directory; a cluster is created in it when it is empty or not there. */
  readonly dataDir: string;
}

/** What the engine's thread tells. It is told bytes of Postgres's wire protocol, or 'close'. */
export type EngineMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'failed'; readonly reason: string }
  | { readonly kind: 'answer'; readonly bytes: Uint8Array<ArrayBuffer> };
