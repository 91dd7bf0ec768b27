import {
  buildSubgraph,
  type CompositeType,
  type FieldDefinition,
  type ObjectType,
  type Subgraph,
} from '@apollo/federation-internals';
import { Kind, parse, type SelectionSetNode } from 'graphql';

/** A type that the subgraph resolves by its keys. */
export interface Entity {
  readonly name: string;
  readonly type: ObjectType;
  /** The resolvable ones, at least one. */
  readonly keys: readonly Key[];
}

export interface Key {
  /** As `@key(fields:)` has it. */
  readonly fields: string;
  readonly selections: SelectionSetNode;
}

/** A subgraph's schema as federation understands it. */
export interface SubgraphSchema {
  readonly subgraph: Subgraph;
  readonly entities: readonly Entity[];
}

/** @throws whatever composition has against SDL that it cannot make a subgraph of */
export function readSubgraphSchema(sdl: string): SubgraphSchema {
  const subgraph = buildSubgraph('subject', 'http://subject.invalid/graphql', sdl);
  const entities = subgraph.schema.objectTypes().flatMap((type): Entity[] => {
    const keys = keysOf(type, subgraph).filter(({ resolvable }) => resolvable);
    return keys.length === 0 ? [] : [{ name: type.name, type, keys }];
  });
  return { subgraph, entities };
}

/** The keys of a type, also those that only refer to what another subgraph resolves. */
export function keysOf(type: ObjectType, subgraph: Subgraph): (Key & { readonly resolvable: boolean })[] {
  return type.appliedDirectivesOf(subgraph.metadata().keyDirective()).map((directive) => {
    const { fields, resolvable = true } = directive.arguments();
    return { fields: String(fields), selections: readFieldSet(String(fields)), resolvable };
  });
}

/** What a field asks of its entity's other fields; undefined when nothing. */
export function requiresOf(field: FieldDefinition<CompositeType>, subgraph: Subgraph): SelectionSetNode | undefined {
  const [directive] = field.appliedDirectivesOf(subgraph.metadata().requiresDirective());
  return directive && readFieldSet(String(directive.arguments().fields));
}

/** The selections of a field set: `id` or `place { hall row }`. */
function readFieldSet(fields: string): SelectionSetNode {
  const [definition] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
  if (definition?.kind !== Kind.OPERATION_DEFINITION) throw new TypeError(`not a field set: ${fields}`);
  return definition.selectionSet;
}
