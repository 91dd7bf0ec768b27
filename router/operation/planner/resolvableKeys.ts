import type { DocumentNode } from 'graphql';
import { applications, booleanArgument, type FieldsTypeNode, isFieldsType, stringArgument } from './supergraphTypes.ts';

/**
 * The planner may take a `@key(resolvable: false)` for a way into a subgraph. Where the subgraph also has a resolvable
 * key for the type, the other one says nothing else, and goes.
 */
export function withoutUnresolvableKeys(supergraph: DocumentNode): DocumentNode {
  return {
    ...supergraph,
    definitions: supergraph.definitions.map((definition) =>
      isFieldsType(definition) ? strip(definition) : definition,
    ),
  };
}

function strip(type: FieldsTypeNode): FieldsTypeNode {
  const resolvableIn = new Set<string | undefined>();
  for (const join of applications(type, 'join__type')) {
    if (stringArgument(join, 'key') !== undefined && booleanArgument(join, 'resolvable') !== false) {
      resolvableIn.add(stringArgument(join, 'graph'));
    }
  }
  return {
    ...type,
    directives: (type.directives ?? []).filter(
      (directive) =>
        directive.name.value !== 'join__type' ||
        booleanArgument(directive, 'resolvable') !== false ||
        !resolvableIn.has(stringArgument(directive, 'graph')),
    ),
  };
}
