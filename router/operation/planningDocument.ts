import { type DocumentNode, type FieldNode, Kind, visit } from 'graphql';
import { internalName } from './internalNames.ts';

/** The client's document as it is planned: every field under its internal name. */
export function planningDocument(document: DocumentNode, neededWithArguments: ReadonlySet<string>): DocumentNode {
  return visit(document, {
    Field: (field): FieldNode | undefined => {
      const name = internalName(field, neededWithArguments);
      if (name === (field.alias?.value ?? field.name.value)) return undefined;
      if (name === field.name.value) {
        const { alias: _, ...plain } = field;
        return plain;
      }
      return { ...field, alias: { kind: Kind.NAME, value: name } };
    },
  });
}
