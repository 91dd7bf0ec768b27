import { type FieldDefinitionNode, Kind, type TypeNode } from 'graphql';
import type { Diagnostic } from './diagnostic.ts';
import { diagnose, type Element, type LintedSchema, type Rule } from './rule.ts';

/** What is read begins there. A mutation does something, and says what it did: nobody gives up on it half-way. */
const READ_ROOTS: ReadonlySet<string> = new Set(['Query', 'Subscription']);
/** Reports of the models themselves. */
const REPORTS = 'Models';

type FieldElement = Extract<Element, { readonly kind: 'field' }>;

/** What says which model answered. */
const PROVENANCE = 'ModelVersion';

/** A model can be late, down or silent: what it answers is null then, and the rest of the query is not. */
export const aiFieldsAreNullable: Rule = (element, schema) =>
  ofAi(element, schema, (field) =>
    field.node.type.kind === Kind.NON_NULL_TYPE
      ? diagnose(
          'AI_FIELDS_ARE_NULLABLE',
          'ERROR',
          field,
          `Expected ${field.coordinate} to be nullable, because a model answers it; it is ${printed(field.node.type)}. Drop the exclamation mark: otherwise a model that fails takes its parent along.`,
        )
      : null,
  );

/** Nobody waits for a model without end. */
export const aiFieldsHaveDeadlines: Rule = (element, schema) =>
  ofAi(element, schema, (field) =>
    hasDeadline(field.node)
      ? null
      : diagnose(
          'AI_FIELDS_HAVE_DEADLINES',
          'ERROR',
          field,
          `Expected @deadline(ms:) on ${field.coordinate}, because a model answers it; there is none. Say how long it may take.`,
        ),
  );

/** Whoever reads what a model said can find out which model it was. */
export const aiFieldsTellTheirModel: Rule = (element, schema) => {
  if (element.kind !== 'field' || element.parent === REPORTS) return null;
  if (!hasDeadline(element.node) || tellsModel(element.node, schema)) return null;
  return diagnose(
    'AI_FIELDS_TELL_THEIR_MODEL',
    'WARNING',
    element,
    `Expected what ${element.coordinate} gives to have a field of ${PROVENANCE}; it has none. Add \`model: ${PROVENANCE}\`, or a field beside it that tells.`,
  );
};

/** A field that a model answers has a deadline, or gives what tells of its model. Fields inside of that are as they are. */
function ofAi(
  element: Element,
  schema: LintedSchema,
  look: (field: FieldElement) => Diagnostic | null,
): Diagnostic | null {
  if (element.kind !== 'field' || element.isInterface) return null;
  const isEntry = READ_ROOTS.has(element.parent) || isEntity(element.parent, schema);
  return hasDeadline(element.node) || (isEntry && tellsModel(element.node, schema)) ? look(element) : null;
}

function hasDeadline({ directives }: FieldDefinitionNode): boolean {
  return directives?.some(({ name }) => name.value === 'deadline') ?? false;
}

function tellsModel({ type }: FieldDefinitionNode, { elements }: LintedSchema): boolean {
  const given = namedType(type);
  return elements.some(
    (element) => element.kind === 'field' && element.parent === given && namedType(element.node.type) === PROVENANCE,
  );
}

function isEntity(name: string, { elements }: LintedSchema): boolean {
  return elements.some(
    ({ kind, node, coordinate }) =>
      kind === 'type' && coordinate === name && node.directives?.some((directive) => directive.name.value === 'key'),
  );
}

function namedType(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedType(type.type);
}

function printed(type: TypeNode): string {
  if (type.kind === Kind.NAMED_TYPE) return type.name.value;
  return type.kind === Kind.LIST_TYPE ? `[${printed(type.type)}]` : `${printed(type.type)}!`;
}
