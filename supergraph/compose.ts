import { composeServices } from '@apollo/composition';
import { type GraphQLError, parse } from 'graphql';
import { CodedError } from '../kit/errors.ts';

/** One subgraph as composition sees it. */
export interface ServiceSdl {
  readonly name: string;
  /** Where a router finds it; written into the supergraph. */
  readonly url: string;
  readonly sdl: string;
}

/**
 * Composes subgraph schemas into one supergraph SDL.
 * @throws CodedError `COMPOSITION_FAILED`: one paragraph a fault, each with its subgraph, coordinate, line and rule.
 */
export function composeSupergraph(services: readonly ServiceSdl[]): string {
  const result = composeServices(services.map(({ name, url, sdl }) => ({ name, url, typeDefs: parseSdl(name, sdl) })));
  if (result.errors !== undefined) throw compositionFailed(result.errors.map((error) => describe(error, services)));
  return result.supergraphSdl;
}

function parseSdl(name: string, sdl: string): ReturnType<typeof parse> {
  try {
    return parse(sdl);
  } catch (error) {
    if (!(error instanceof Error && 'locations' in error)) throw error;
    const [location] = (error as GraphQLError).locations ?? [];
    throw compositionFailed([`[${name}]${location ? ` line ${location.line}` : ''}: ${error.message}`]);
  }
}

function compositionFailed(faults: readonly string[]): CodedError {
  const count = faults.length === 1 ? 'one fault' : `${faults.length} faults`;
  return new CodedError('COMPOSITION_FAILED', `The subgraphs do not compose (${count}):\n${faults.join('\n')}`);
}

/** `message` of composition already starts with `[subgraph]` where the fault is one subgraph's. */
function describe(error: GraphQLError, services: readonly ServiceSdl[]): string {
  const places = (error.nodes ?? []).flatMap((node) => {
    const subgraph = 'subgraph' in node ? String(node.subgraph) : undefined;
    if (subgraph === undefined || node.loc === undefined) return [];
    const line = node.loc.startToken.line;
    const source = services
      .find(({ name }) => name === subgraph)
      ?.sdl.split('\n')
      [line - 1]?.trim();
    return [`    at ${subgraph}/schema.graphql:${line}${source === undefined ? '' : `  ${source}`}`];
  });
  const code = typeof error.extensions.code === 'string' ? ` (${error.extensions.code})` : '';
  return [`  ${error.message}${code}`, ...new Set(places)].join('\n');
}
