import {
  baseType,
  type CompositeType,
  type FieldDefinition,
  isCompositeType,
  isEnumType,
  isObjectType,
  type NamedType,
  type ObjectType,
} from '@apollo/federation-internals';
import { type FieldDefinitionNode, Kind, print, type SelectionSetNode } from 'graphql';
import { keysOf, type SubgraphSchema } from './subgraphSchema.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable"])\n\ntype Query { _companion: Boolean }\n';

/**
 * The SDL of a subgraph that has what another only refers to: its `@external` fields, and the entities that it names by keys which it
 * does not resolve. With it that subgraph composes as it would beside those that own them.
 */
export function companionSdl(schema: SubgraphSchema): string {
  return new Companion(schema).print();
}

class Companion {
  readonly #schema: SubgraphSchema;
  readonly #fields = new Map<ObjectType, Map<string, FieldDefinition<CompositeType>>>();
  readonly #leaves = new Map<string, string>();

  constructor(schema: SubgraphSchema) {
    this.#schema = schema;
    const { subgraph } = schema;
    for (const type of subgraph.schema.objectTypes()) {
      const keys = keysOf(type, subgraph);
      const external = type.fields().filter((field) => subgraph.metadata().isFieldExternal(field));
      if (external.length === 0 && keys.every(({ resolvable }) => resolvable)) continue;
      for (const { selections } of keys) this.#addSelections(type, selections);
      for (const field of external) this.#addField(type, field);
    }
  }

  print(): string {
    const types = [...this.#fields].map(([type, fields]) => {
      const keys = keysOf(type, this.#schema.subgraph).map(
        ({ fields: key }) => ` @key(fields: ${JSON.stringify(key)})`,
      );
      const lines = [...fields.values()].map((field) => `  ${printField(field)}\n`);
      return `type ${type.name}${[...new Set(keys)].join('')} @shareable {\n${lines.join('')}}\n`;
    });
    return [LINK, ...this.#leaves.values(), ...types].join('\n');
  }

  #addSelections(type: ObjectType, { selections }: SelectionSetNode): void {
    for (const selection of selections) {
      if (selection.kind !== Kind.FIELD) continue;
      const field = type.field(selection.name.value);
      if (field === undefined) continue;
      const fields = this.#fieldsOf(type);
      fields.set(field.name, field);
      const inner = field.type && baseType(field.type);
      if (inner === undefined) continue;
      if (isObjectType(inner) && selection.selectionSet) this.#addSelections(inner, selection.selectionSet);
      else this.#addType(inner);
    }
  }

  #addField(type: ObjectType, field: FieldDefinition<CompositeType>): void {
    this.#fieldsOf(type).set(field.name, field);
    const inner = field.type && baseType(field.type);
    if (inner) this.#addType(inner);
    for (const argument of field.arguments()) {
      const given = argument.type && baseType(argument.type);
      if (given) this.#addType(given);
    }
  }

  /** What a field's type needs to be known here as well; of what the subgraph resolves it takes what may be shared. */
  #addType(type: NamedType): void {
    if (isObjectType(type)) {
      if (this.#fields.has(type)) return;
      const metadata = this.#schema.subgraph.metadata();
      this.#fieldsOf(type);
      for (const field of type.fields()) {
        if (metadata.isFieldExternal(field) || metadata.isFieldShareable(field)) this.#addField(type, field);
      }
    } else if (!isCompositeType(type) && !type.isBuiltIn) {
      const values = isEnumType(type) ? ` { ${type.values.map(({ name }) => name).join(' ')} }` : '';
      this.#leaves.set(type.name, `${isEnumType(type) ? 'enum' : 'scalar'} ${type.name}${values}\n`);
    }
  }

  #fieldsOf(type: ObjectType): Map<string, FieldDefinition<CompositeType>> {
    let fields = this.#fields.get(type);
    if (fields === undefined) {
      fields = new Map();
      this.#fields.set(type, fields);
    }
    return fields;
  }
}

/** Its name, arguments and type, without directives and descriptions. */
function printField(field: FieldDefinition<CompositeType>): string {
  const node = field.sourceAST as FieldDefinitionNode;
  const { description: _, ...bare } = node;
  const bareArguments = (node.arguments ?? []).map(({ description, ...argument }) => ({ ...argument, directives: [] }));
  return print({ ...bare, directives: [], arguments: bareArguments });
}
