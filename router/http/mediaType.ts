export const GRAPHQL_RESPONSE = 'application/graphql-response+json';
export const JSON_LEGACY = 'application/json';
export type ResponseMediaType = typeof GRAPHQL_RESPONSE | typeof JSON_LEGACY;

interface Range {
  readonly type: string;
  readonly quality: number;
}

/**
 * The media type to answer in, by the Accept header; null when the client accepts none of ours.
 * Without a wish it is application/json, for clients older than the GraphQL-over-HTTP specification.
 */
export function chooseMediaType(accept: string | undefined): ResponseMediaType | null {
  if (accept === undefined || accept.trim() === '') return JSON_LEGACY;
  const ranges = accept.split(',').map(readRange);
  const graphql = qualityOf(GRAPHQL_RESPONSE, ranges);
  const json = qualityOf(JSON_LEGACY, ranges);
  if (graphql === 0 && json === 0) return null;
  const namesGraphql = ranges.some(({ type }) => type === GRAPHQL_RESPONSE);
  return namesGraphql && graphql >= json ? GRAPHQL_RESPONSE : json > 0 ? JSON_LEGACY : GRAPHQL_RESPONSE;
}

function readRange(text: string): Range {
  const [type = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const quality = Number(parameters.find((parameter) => parameter.startsWith('q='))?.slice(2) ?? 1);
  return { type, quality: Number.isNaN(quality) ? 0 : quality };
}

/** The most specific range decides. */
function qualityOf(type: string, ranges: readonly Range[]): number {
  for (const pattern of [type, 'application/*', '*/*']) {
    const range = ranges.find((candidate) => candidate.type === pattern);
    if (range) return range.quality;
  }
  return 0;
}
