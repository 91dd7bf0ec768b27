/** What a benchmark may switch in our router. */
export const FEATURES = [
  'distinctRepresentations',
  'batching',
  'deduplication',
  /** Verifies JWTs and signs the header that tells subgraphs who asks. */
  'identity',
  /** Instead of the router's own: without breaker, limits, retries, deadlines and spans. */
  'bareTransport',
] as const;

export type Feature = (typeof FEATURES)[number];

export function isFeature(name: string): name is Feature {
  return FEATURES.some((feature) => feature === name);
}
