import { calculateReferencedFieldsByType, usageReportingSignature } from '@apollo/utils.usagereporting';
import { type GraphQLSchema, Kind, parse } from 'graphql';

/** An operation as it is reported: no literal of it, and nothing of its variables. */
export interface OperationSignature {
  /** `# Name` and, in the next line, the document: literals blanked, sorted, one operation. */
  readonly key: string;
  readonly fields: Readonly<Record<string, { readonly fieldNames: readonly string[]; readonly isInterface: boolean }>>;
}

/** Null for a document that is no longer valid in the schema: it was asked of the one before. */
export function operationSignature(
  query: string,
  operationName: string | undefined,
  schema: GraphQLSchema,
): OperationSignature | null {
  const document = parse(query);
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const name = operationName ?? operations[0]?.name?.value;
  try {
    const fields = calculateReferencedFieldsByType({ document, schema, resolvedOperationName: name ?? null });
    const told = Object.entries(fields).map(([type, { fieldNames, isInterface }]) => [
      type,
      { fieldNames: [...(fieldNames ?? [])], isInterface: isInterface ?? false },
    ]);
    return {
      key: `# ${name ?? '-'}\n${usageReportingSignature(document, name ?? '')}`,
      fields: Object.fromEntries(told),
    };
  } catch {
    return null;
  }
}
