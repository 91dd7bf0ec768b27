import { type Change, CriticalityLevel, diff } from '@graphql-inspector/core';
import type { GraphQLSchema } from 'graphql';

/** A difference between two API schemas. */
export interface ApiChange {
  /** The rule, such as `FIELD_REMOVED`. */
  readonly code: string;
  readonly message: string;
  /** What changes, such as `Product.price` or `Query.product.id`. */
  readonly coordinate: string;
  readonly severity: 'BREAKING' | 'DANGEROUS' | 'SAFE';
  /** Whoever uses one of these is concerned. */
  readonly concerns: readonly string[];
}

const SEVERITY = {
  [CriticalityLevel.Breaking]: 'BREAKING',
  [CriticalityLevel.Dangerous]: 'DANGEROUS',
  [CriticalityLevel.NonBreaking]: 'SAFE',
} as const;

/** What clients would notice of a change from one API schema to another, in the order of their coordinates. */
export async function apiChanges(before: GraphQLSchema, after: GraphQLSchema): Promise<ApiChange[]> {
  const all = (await diff(before, after)).map(toApiChange);
  const added = new Set(
    all.filter(({ code }) => /^(?!.*DESCRIPTION).*_ADDED$/.test(code)).map(({ coordinate }) => coordinate),
  );
  // What is new has a description from the start.
  const changes = all.filter(({ code, coordinate }) => !(code.endsWith('_DESCRIPTION_ADDED') && added.has(coordinate)));
  return changes.sort((a, b) => (a.coordinate < b.coordinate ? -1 : a.coordinate > b.coordinate ? 1 : 0));
}

function toApiChange({ type, message, path, criticality }: Change): ApiChange {
  const coordinate = path ?? '';
  return {
    code: type,
    message,
    coordinate,
    severity: SEVERITY[criticality.level],
    concerns: concerns(type, coordinate),
  };
}

/**
 * Usage knows types, fields, arguments, and the values and input fields that stand in a document; what a variable holds it
 * does not know, so that whoever uses the type is concerned. What is added concerns whoever uses the place it is added to.
 */
function concerns(code: string, coordinate: string): readonly string[] {
  const parent = coordinate.slice(0, Math.max(coordinate.lastIndexOf('.'), 0));
  if (/^(ENUM_VALUE|INPUT_FIELD|UNION_MEMBER)_/.test(code)) return [parent || coordinate];
  return code === 'FIELD_ARGUMENT_ADDED' ? [parent] : [coordinate];
}
