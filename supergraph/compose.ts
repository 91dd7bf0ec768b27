import { composeServices } from '@apollo/composition';
import { type DocumentNode, GraphQLError, parse } from 'graphql';
import { CodedError } from '../kit/errors.ts';

/** One subgraph as composition sees it. */
export interface ServiceSdl {
  readonly name: string;
  /** Where a router finds it; written into the supergraph. */
  readonly url: string;
  readonly sdl: string;
}

/** A line of a subgraph's schema, both numbers counted from 1. */
export interface SchemaPlace {
  readonly subgraph: string;
  readonly line: number;
  readonly column: number;
}

/** Why subgraphs do not compose. */
export interface CompositionFault {
  /** Starts with `[subgraph]` where the fault is one subgraph's. */
  readonly message: string;
  /** The rule that is broken, such as `FIELD_TYPE_MISMATCH`; null for what has none. */
  readonly code: string | null;
  readonly places: readonly SchemaPlace[];
}

/** A supergraph, or every reason why there is none. */
export type Composition = { readonly supergraphSdl: string } | { readonly faults: readonly CompositionFault[] };

/** The most lexical tokens of one schema: far beyond any that people write, and parsed in a second or two. */
const MAX_TOKENS = 1_000_000;

/** Composes subgraph schemas into one supergraph. */
export function compose(services: readonly ServiceSdl[]): Composition {
  const faults: CompositionFault[] = [];
  const parsed = services.flatMap(({ name, url, sdl }) => {
    try {
      return [{ name, url, typeDefs: parse(sdl, { maxTokens: MAX_TOKENS }) }];
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      faults.push(syntaxFault(name, error));
      return [];
    }
  });
  if (faults.length > 0) return { faults };
  const { errors, supergraphSdl } = composeServices(parsed);
  return errors === undefined ? { supergraphSdl } : { faults: errors.map(toFault) };
}

/**
 * Composes subgraph schemas into one supergraph SDL.
 * @throws CodedError `COMPOSITION_FAILED`: one paragraph a fault, each with its subgraph, coordinate, line and rule.
 */
export function composeSupergraph(services: readonly ServiceSdl[]): string {
  const composition = compose(services);
  if ('supergraphSdl' in composition) return composition.supergraphSdl;
  const { faults } = composition;
  const count = faults.length === 1 ? 'one fault' : `${faults.length} faults`;
  throw new CodedError(
    'COMPOSITION_FAILED',
    `The subgraphs do not compose (${count}):\n${faults.map((fault) => describeFault(fault, services)).join('\n')}`,
  );
}

/** A paragraph for people: the fault, then each place with its line as it is written. */
function describeFault({ message, code, places }: CompositionFault, services: readonly ServiceSdl[]): string {
  const lines = places.map(({ subgraph, line }) => {
    const sdl = services.find(({ name }) => name === subgraph)?.sdl;
    const source = sdl?.split('\n')[line - 1]?.trim();
    return `    at ${subgraph}/schema.graphql:${line}${source === undefined ? '' : `  ${source}`}`;
  });
  return [`  ${message}${code === null ? '' : ` (${code})`}`, ...new Set(lines)].join('\n');
}

function syntaxFault(subgraph: string, error: GraphQLError): CompositionFault {
  const [location] = error.locations ?? [];
  return {
    message: `[${subgraph}] ${error.message}`,
    code: 'INVALID_GRAPHQL',
    places: location ? [{ subgraph, line: location.line, column: location.column }] : [],
  };
}

function toFault({ message, extensions, nodes }: GraphQLError): CompositionFault {
  return {
    message,
    code: typeof extensions.code === 'string' ? extensions.code : null,
    places: (nodes ?? []).flatMap((node) => placeOf(node)),
  };
}

/** Composition writes into a node whose schema it is of. */
function placeOf(node: Partial<Pick<DocumentNode, 'loc'>> & object): SchemaPlace[] {
  const subgraph = 'subgraph' in node ? String(node.subgraph) : undefined;
  if (subgraph === undefined || node.loc === undefined) return [];
  const { line, column } = node.loc.startToken;
  return [{ subgraph, line, column }];
}
