import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  Kind,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Denials } from '../guards.ts';

const TYPENAME: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } };

/** The document without what whoever asks may not have: it is neither fetched nor, in a mutation, done. */
export function withoutDenied(document: DocumentNode, schema: GraphQLSchema, denials: Denials): DocumentNode {
  if (denials.isEmpty) return document;
  const types = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(types, {
      Field: {
        enter: () => {
          const [parent, field] = [types.getParentType(), types.getFieldDef()];
          const denied =
            parent &&
            field &&
            !field.name.startsWith('__') &&
            denials.of(parent.name, field.name, getNamedType(field.type).name);
          return denied ? null : undefined;
        },
      },
      SelectionSet: {
        leave: (node): SelectionSetNode | undefined =>
          node.selections.length === 0 ? { ...node, selections: [TYPENAME] } : undefined,
      },
    }),
  );
}
