import {
  type ConstDirectiveNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type FieldNode,
  Kind,
  print,
  type SelectionSetNode,
} from 'graphql';
import {
  applications,
  booleanArgument,
  type FieldsTypeNode,
  isFieldsType,
  namedTypeOf,
  parseFieldSet,
  stringArgument,
} from './supergraphTypes.ts';

export interface VirtualFields {
  readonly supergraph: DocumentNode;
  /** The field that each virtual field stands for. */
  readonly originals: ReadonlyMap<string, string>;
}

/**
 * The planner merges two `@requires` of one field with different arguments, and the first one's arguments win.
 * So each set of arguments becomes a field of its own, `price__r0` and `price__r1`, in the planner's supergraph only:
 * fetches print them as aliases, and representations carry them under the field's own name.
 */
export function withVirtualFields(supergraph: DocumentNode): VirtualFields {
  const types = new Map<string, FieldsTypeNode>();
  for (const definition of supergraph.definitions) {
    if (isFieldsType(definition)) types.set(definition.name.value, definition);
  }
  const variants = findVariants(types);
  if (variants.size === 0) return { supergraph, originals: new Map() };
  const originals = new Map<string, string>();
  for (const [coordinate, argumentSets] of variants) {
    const name = coordinate.slice(coordinate.indexOf('.') + 1);
    for (const index of argumentSets.keys()) originals.set(virtualName(name, index), name);
  }
  const definitions = supergraph.definitions.map((definition) =>
    isFieldsType(definition) ? rewriteType(definition, types, variants) : definition,
  );
  return { supergraph: { ...supergraph, definitions }, originals };
}

/** `Type.field` to the distinct arguments it is required with, when there are several. */
type Variants = Map<string, string[]>;

function findVariants(types: ReadonlyMap<string, FieldsTypeNode>): Variants {
  const variants: Variants = new Map();
  for (const type of types.values()) {
    for (const field of type.fields ?? []) {
      for (const requires of requiredSets(field)) {
        mapFields(parseFieldSet(requires), type.name.value, types, (node, parent, definition) => {
          if (definition.arguments?.length) {
            const coordinate = `${parent}.${node.name.value}`;
            const known = variants.get(coordinate) ?? [];
            const given = printArguments(node);
            if (!known.includes(given)) variants.set(coordinate, [...known, given]);
          }
          return node;
        });
      }
    }
  }
  for (const [coordinate, argumentSets] of variants) {
    if (argumentSets.length < 2) variants.delete(coordinate);
  }
  return variants;
}

function rewriteType(
  type: FieldsTypeNode,
  types: ReadonlyMap<string, FieldsTypeNode>,
  variants: Variants,
): FieldsTypeNode {
  const fields = (type.fields ?? []).flatMap((field) => {
    const rewritten = {
      ...field,
      directives: (field.directives ?? []).map((node) => rewriteRequires(node, type, types, variants)),
    };
    const argumentSets = variants.get(`${type.name.value}.${field.name.value}`);
    if (!argumentSets) return [rewritten];
    return [
      withoutExternal(rewritten),
      ...argumentSets.map((_, index) => ({
        ...rewritten,
        name: { ...field.name, value: virtualName(field.name.value, index) },
      })),
    ];
  });
  return { ...type, fields } as FieldsTypeNode;
}

function rewriteRequires(
  directive: ConstDirectiveNode,
  type: FieldsTypeNode,
  types: ReadonlyMap<string, FieldsTypeNode>,
  variants: Variants,
): ConstDirectiveNode {
  const requires = directive.name.value === 'join__field' ? stringArgument(directive, 'requires') : undefined;
  if (requires === undefined) return directive;
  const rewritten = mapFields(parseFieldSet(requires), type.name.value, types, (node, parent) => {
    const index = variants.get(`${parent}.${node.name.value}`)?.indexOf(printArguments(node)) ?? -1;
    return index < 0 ? node : { ...node, name: { ...node.name, value: virtualName(node.name.value, index) } };
  });
  const value = print(rewritten).replace(/\s+/g, ' ').slice(1, -1).trim();
  return {
    ...directive,
    arguments: (directive.arguments ?? []).map((argument) =>
      argument.name.value === 'requires' ? { ...argument, value: { kind: Kind.STRING, value } } : argument,
    ),
  };
}

/** What was external for `@requires` alone is now so under its virtual names. */
function withoutExternal(field: FieldDefinitionNode): FieldDefinitionNode {
  return {
    ...field,
    directives: (field.directives ?? []).filter(
      (directive) => directive.name.value !== 'join__field' || booleanArgument(directive, 'external') !== true,
    ),
  };
}

function requiredSets(field: FieldDefinitionNode): string[] {
  return applications(field, 'join__field').flatMap((join) => stringArgument(join, 'requires') ?? []);
}

function mapFields(
  { selections }: SelectionSetNode,
  parent: string,
  types: ReadonlyMap<string, FieldsTypeNode>,
  change: (node: FieldNode, parent: string, definition: FieldDefinitionNode) => FieldNode,
): SelectionSetNode {
  return {
    kind: Kind.SELECTION_SET,
    selections: selections.map((selection) => {
      if (selection.kind === Kind.FRAGMENT_SPREAD) return selection;
      if (selection.kind === Kind.INLINE_FRAGMENT) {
        const type = selection.typeCondition?.name.value ?? parent;
        return { ...selection, selectionSet: mapFields(selection.selectionSet, type, types, change) };
      }
      const definition = types.get(parent)?.fields?.find((field) => field.name.value === selection.name.value);
      if (!definition) return selection;
      const inside = selection.selectionSet;
      return change(
        inside ? { ...selection, selectionSet: mapFields(inside, namedTypeOf(definition), types, change) } : selection,
        parent,
        definition,
      );
    }),
  };
}

function printArguments(field: FieldNode): string {
  return (field.arguments ?? [])
    .map((argument) => print(argument))
    .sort()
    .join(', ');
}

function virtualName(name: string, index: number): string {
  return `${name}__r${index}`;
}
