import type { GraphqlResult } from './graph.ts';

/** What the support story asks of an inquiry. */
export const STORY = /* GraphQL */ `
  query ($id: ID!) {
    inquiry(id: $id) {
      message
      customer { id name }
      attachments { fileName contentType byteSize document { kind degraded } }
      order {
        id
        status
        fraudRisk { decision reasons degraded }
        lines {
          quantity
          product {
            name
            imageAnalysis { tags { label } degraded }
            recommendations { name }
            recommendationDetails { degraded }
            reviews(first: 2) { nodes { body sentiment { label } } }
          }
        }
      }
      relatedProducts { name }
      relatedProductHits { degraded }
      language { code confidence degraded }
      sentiment { label confidence degraded }
      topic { label subtopic confidence degraded }
      suggestedReply { text confidence handoff degraded citations { id title } }
    }
  }
`;

interface Degradable {
  readonly degraded: boolean;
}

interface Judgement extends Degradable {
  readonly confidence: number;
}

export interface StoryInquiry {
  readonly message: string;
  readonly customer: { readonly id: string; readonly name: string | null } | null;
  readonly attachments: readonly { readonly fileName: string; readonly document: Degradable | null }[];
  readonly order: {
    readonly id: string;
    readonly fraudRisk: (Degradable & { readonly decision: string; readonly reasons: readonly string[] }) | null;
    readonly lines: readonly {
      readonly product: {
        readonly name: string;
        readonly imageAnalysis: (Degradable & { readonly tags: readonly { readonly label: string }[] }) | null;
        readonly recommendations: readonly { readonly name: string }[] | null;
        readonly recommendationDetails: Degradable | null;
        readonly reviews: {
          readonly nodes: readonly { readonly body: string; readonly sentiment: { readonly label: string } | null }[];
        };
      } | null;
    }[];
  } | null;
  readonly relatedProducts: readonly { readonly name: string }[] | null;
  readonly relatedProductHits: Degradable | null;
  readonly language: (Judgement & { readonly code: string }) | null;
  readonly sentiment: (Judgement & { readonly label: 'POSITIVE' | 'NEGATIVE' }) | null;
  readonly topic: (Judgement & { readonly label: string | null; readonly subtopic: string | null }) | null;
  readonly suggestedReply:
    | (Judgement & {
        readonly text: string;
        readonly handoff: boolean;
        readonly citations: readonly { readonly id: string; readonly title: string }[];
      })
    | null;
}

export function inquiryOf({ data }: GraphqlResult): StoryInquiry | null {
  return (data?.inquiry ?? null) as StoryInquiry | null;
}

/** Whether nothing failed, and nothing was made with less than usual: indexes are embedded, and every island answers. */
export function isWhole(result: GraphqlResult): boolean {
  const inquiry = inquiryOf(result);
  if (result.errors !== undefined || inquiry === null) return false;
  const { language, sentiment, topic, suggestedReply, relatedProductHits, attachments, order } = inquiry;
  const products = order?.lines.map(({ product }) => product) ?? [];
  const parts = [language, sentiment, topic, suggestedReply, relatedProductHits, order?.fraudRisk];
  // A product without a picture has no analysis.
  const shown = products.flatMap((product) => product?.imageAnalysis ?? []);
  return [
    ...parts,
    ...attachments.map(({ document }) => document),
    ...products.map((product) => product?.recommendationDetails),
    ...shown,
  ].every((part) => part?.degraded === false);
}

/** Where `after` is null and `before` is not, without the indices of lists: "inquiry.order.lines.product". */
export function lostBetween(before: unknown, after: unknown): string[] {
  return [...new Set(lost(before, after, ''))].sort();
}

function lost(before: unknown, after: unknown, path: string): string[] {
  if (before === null || typeof before !== 'object') return after === null && before !== null ? [path] : [];
  if (after === null || typeof after !== 'object') return [path];
  return Object.entries(before).flatMap(([key, value]) => {
    const inside = Array.isArray(before) ? path : path === '' ? key : `${path}.${key}`;
    return lost(value, (after as Readonly<Record<string, unknown>>)[key], inside);
  });
}
