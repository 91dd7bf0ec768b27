import { type DocumentNode, Kind, type OperationDefinitionNode } from 'graphql';
import { CodedError } from '../../kit/errors.ts';

/** @throws CodedError `OPERATION_NOT_FOUND` */
export function chooseOperation(document: DocumentNode, name: string | undefined): OperationDefinitionNode {
  const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
  const [first] = operations;
  const chosen =
    name === undefined
      ? operations.length === 1
        ? first
        : undefined
      : operations.find((operation) => operation.name?.value === name);
  if (chosen) return chosen;
  throw new CodedError(
    'OPERATION_NOT_FOUND',
    name === undefined
      ? `Expected one operation, or an operationName that says which; the document has ${operations.length}.`
      : `The document has no operation named ${JSON.stringify(name)}.`,
  );
}
