import {
  type DocumentNode,
  executeSync,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { internalName } from '../operation/internalNames.ts';
import type { Variables } from './compileWriter.ts';

/** Answers the introspection fields at an operation's root, under their data keys. */
export type Introspection = (variables: Variables) => Readonly<Record<string, unknown>>;

/** Null for an operation that asks nothing of the schema itself. Without variables it is computed once. */
export function compileIntrospection(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  neededWithArguments: ReadonlySet<string>,
): Introspection | null {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  }
  const selections = introspectionFields(operation.selectionSet, fragments, neededWithArguments);
  if (selections.length === 0) return null;
  const introspected: DocumentNode = {
    kind: Kind.DOCUMENT,
    definitions: [{ ...operation, selectionSet: { kind: Kind.SELECTION_SET, selections } }, ...fragments.values()],
  };
  const run: Introspection = (variables) => {
    const { data, errors } = executeSync({ schema, document: introspected, variableValues: { ...variables } });
    if (errors?.[0]) throw errors[0];
    return data ?? {};
  };
  if (operation.variableDefinitions?.length) return run;
  let answer: ReturnType<Introspection> | undefined;
  return (variables) => (answer ??= run(variables));
}

function introspectionFields(
  { selections }: SelectionSetNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
  neededWithArguments: ReadonlySet<string>,
): SelectionNode[] {
  return selections.flatMap((selection): SelectionNode[] => {
    if (selection.kind === Kind.FIELD) {
      if (selection.name.value !== '__schema' && selection.name.value !== '__type') return [];
      const alias = { kind: Kind.NAME, value: internalName(selection, neededWithArguments) } as const;
      return [{ ...selection, alias } satisfies FieldNode];
    }
    const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    if (!fragment) return [];
    const inside = introspectionFields(fragment.selectionSet, fragments, neededWithArguments);
    if (inside.length === 0) return [];
    return [
      {
        kind: Kind.INLINE_FRAGMENT,
        directives: selection.directives ?? [],
        selectionSet: { kind: Kind.SELECTION_SET, selections: inside },
      },
    ];
  });
}
