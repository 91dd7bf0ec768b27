import type { Composition, ServiceSdl } from '../../supergraph/compose.ts';

export interface ComposeRequest {
  readonly id: number;
  readonly services: readonly ServiceSdl[];
}

export type ComposeReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'composed'; readonly id: number; readonly composition: Composition; readonly ms: number }
  | { readonly kind: 'broken'; readonly id: number; readonly reason: string };
