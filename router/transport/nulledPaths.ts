import { Kind, parse, type SelectionNode } from 'graphql';

type Path = readonly (string | number)[];

/**
 * The paths, inside the fetch's own response, of the fields that stay null when it fails: its root fields, or for
 * each representation the fields that were asked of its type.
 */
export function nulledPaths(query: string, representations: unknown): Path[] {
  const [operation] = parse(query, { noLocation: true }).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return [[]];
  return operation.selectionSet.selections.flatMap((selection): Path[] => {
    if (selection.kind !== Kind.FIELD) return [];
    const root = selection.alias?.value ?? selection.name.value;
    if (selection.name.value !== '_entities' || !Array.isArray(representations)) return [[root]];
    const fields = selection.selectionSet?.selections ?? [];
    return representations.flatMap((representation: unknown, index) =>
      [...new Set(responseKeys(fields, typeOf(representation)))].map((key) => [root, index, key]),
    );
  });
}

function responseKeys(selections: readonly SelectionNode[], type: string | undefined): string[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) {
      const key = selection.alias?.value ?? selection.name.value;
      return key === '__typename' ? [] : [key];
    }
    if (selection.kind === Kind.FRAGMENT_SPREAD) return [];
    const condition = selection.typeCondition?.name.value;
    return condition === undefined || condition === type ? responseKeys(selection.selectionSet.selections, type) : [];
  });
}

function typeOf(representation: unknown): string | undefined {
  if (typeof representation !== 'object' || representation === null || !('__typename' in representation))
    return undefined;
  return String(representation.__typename);
}
