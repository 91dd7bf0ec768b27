import { CodedError } from '../kit/errors.ts';
import type { SubgraphEndpoint } from './transport/endpoint.ts';

/**
 * Where a subgraph is reached over HTTP: `template` with its name in place of {name}, else what the supergraph says.
 * @throws CodedError `CONFIG_INVALID` when neither gives a URL.
 */
export function subgraphUrl({ name, url }: SubgraphEndpoint, template: string | undefined): URL {
  const text = template?.replaceAll('{name}', name) ?? url;
  if (URL.canParse(text)) return new URL(text);
  throw new CodedError(
    'CONFIG_INVALID',
    `The supergraph holds no usable URL for the subgraph ${name} (${JSON.stringify(text)}). Set SUBGRAPH_URL, or compose it with a URL.`,
  );
}
