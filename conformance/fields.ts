import {
  baseType,
  type CompositeType,
  type FieldDefinition,
  isCompositeType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type ObjectType,
  type Subgraph,
  type Type,
} from '@apollo/federation-internals';
import { describe } from './describe.ts';
import { has, isObject } from './representation.ts';
import { requiresOf } from './subgraphSchema.ts';

/** How far below an entity its fields are asked for. */
const DEPTH = 3;

/** The fields that can be asked of an entity by what is known of it; undefined when none can. */
export function selectFields(type: ObjectType, subgraph: Subgraph, known: unknown, depth = DEPTH): string | undefined {
  const selections = type.fields().flatMap((field) => {
    const inner = field.type && baseType(field.type);
    if (inner === undefined || subgraph.metadata().isFieldExternal(field) || needsArguments(field)) return [];
    const required = requiresOf(field, subgraph);
    if (required !== undefined && !has(required, known)) return [];
    if (!isCompositeType(inner)) return [field.name];
    if (!isObjectType(inner)) return [`${field.name} { __typename }`];
    const below = depth > 1 ? selectFields(inner, subgraph, undefined, depth - 1) : undefined;
    return below === undefined ? [] : [`${field.name} { ${below} }`];
  });
  return selections.length === 0 ? undefined : selections.join(' ');
}

function needsArguments(field: FieldDefinition<CompositeType>): boolean {
  return field.arguments().some((argument) => argument.isRequired());
}

/** What in an answer is not of its type; undefined when all is. */
export function misfit(value: unknown, type: Type, path: string): string | undefined {
  if (isNonNullType(type)) {
    return value === null || value === undefined ? `${path}: ${type} is null` : misfit(value, type.ofType, path);
  }
  if (value === null) return undefined;
  if (isListType(type)) {
    if (!Array.isArray(value)) return `${path}: ${type} is ${describe(value)}`;
    return first(value.map((item, index) => misfit(item, type.ofType, `${path}[${index}]`)));
  }
  if (isCompositeType(type)) {
    if (!isObject(value)) return `${path}: ${type} is ${describe(value)}`;
    if (!isObjectType(type)) return undefined;
    return first(
      Object.entries(value).map(([name, inner]) => {
        const expected = type.field(name)?.type;
        return expected ? misfit(inner, expected, `${path}.${name}`) : undefined;
      }),
    );
  }
  const fits = isEnumType(type) ? type.values.some(({ name }) => name === value) : fitsScalar(type.name, value);
  return fits ? undefined : `${path}: ${type} is ${describe(value)}`;
}

function first(faults: readonly (string | undefined)[]): string | undefined {
  return faults.find((fault) => fault !== undefined);
}

function fitsScalar(name: string, value: unknown): boolean {
  switch (name) {
    case 'Int':
      return Number.isInteger(value);
    case 'Float':
      return typeof value === 'number';
    case 'Boolean':
      return typeof value === 'boolean';
    case 'String':
    case 'ID':
      return typeof value === 'string';
    default:
      return value !== undefined;
  }
}
