import type {
  ASTNode,
  DocumentNode,
  EnumValueDefinitionNode,
  FieldDefinitionNode,
  InputValueDefinitionNode,
  TypeDefinitionNode,
  TypeExtensionNode,
} from 'graphql';
import { Kind } from 'graphql';
import { type Diagnostic, positionsOf } from './diagnostic.ts';

/** A definition of a schema with its coordinate. */
export type Element =
  | { readonly kind: 'type'; readonly node: TypeDefinitionNode | TypeExtensionNode; readonly coordinate: string }
  | {
      readonly kind: 'field';
      readonly node: FieldDefinitionNode;
      readonly coordinate: string;
      readonly parent: string;
      readonly isInterface: boolean;
    }
  | { readonly kind: 'argument' | 'inputField'; readonly node: InputValueDefinitionNode; readonly coordinate: string }
  | { readonly kind: 'enumValue'; readonly node: EnumValueDefinitionNode; readonly coordinate: string };

export interface LintedSchema {
  readonly document: DocumentNode;
  readonly elements: readonly Element[];
}

/** Looks at one element of a schema; what it minds, if anything. */
export type Rule = (element: Element, schema: LintedSchema) => Diagnostic | null;

/** Every element that the schema defines or extends, in its order; none of the federation's own. */
export function elementsOf(document: DocumentNode): Element[] {
  return document.definitions.flatMap((definition): Element[] => {
    if (
      !('name' in definition) ||
      definition.name === undefined ||
      /^(_|federation__|link__)/.test(definition.name.value)
    ) {
      return [];
    }
    switch (definition.kind) {
      case Kind.OBJECT_TYPE_DEFINITION:
      case Kind.OBJECT_TYPE_EXTENSION:
      case Kind.INTERFACE_TYPE_DEFINITION:
      case Kind.INTERFACE_TYPE_EXTENSION:
        return [
          typeElement(definition),
          ...(definition.fields ?? []).flatMap((field) => fieldElements(field, definition)),
        ];
      case Kind.INPUT_OBJECT_TYPE_DEFINITION:
      case Kind.INPUT_OBJECT_TYPE_EXTENSION:
        return [
          typeElement(definition),
          ...(definition.fields ?? []).map(
            (node): Element => ({
              kind: 'inputField',
              node,
              coordinate: `${definition.name.value}.${node.name.value}`,
            }),
          ),
        ];
      case Kind.ENUM_TYPE_DEFINITION:
      case Kind.ENUM_TYPE_EXTENSION:
        return [
          typeElement(definition),
          ...(definition.values ?? []).map(
            (node): Element => ({ kind: 'enumValue', node, coordinate: `${definition.name.value}.${node.name.value}` }),
          ),
        ];
      case Kind.UNION_TYPE_DEFINITION:
      case Kind.SCALAR_TYPE_DEFINITION:
        return [typeElement(definition)];
      default:
        return [];
    }
  });
}

/** What a rule says of an element. */
export function diagnose(
  rule: string,
  level: Diagnostic['level'],
  { coordinate, node }: { readonly coordinate: string; readonly node: ASTNode },
  message: string,
): Diagnostic {
  return { rule, level, message, coordinate, ...positionsOf(node) };
}

function typeElement(node: TypeDefinitionNode | TypeExtensionNode): Element {
  return { kind: 'type', node, coordinate: node.name.value };
}

function fieldElements(
  node: FieldDefinitionNode,
  parent: { readonly kind: Kind; readonly name: { value: string } },
): Element[] {
  const coordinate = `${parent.name.value}.${node.name.value}`;
  return [
    { kind: 'field', node, coordinate, parent: parent.name.value, isInterface: parent.kind.startsWith('Interface') },
    ...(node.arguments ?? []).map(
      (argument): Element => ({
        kind: 'argument',
        node: argument,
        coordinate: `${coordinate}(${argument.name.value}:)`,
      }),
    ),
  ];
}
